import TestSupport
import Testing

/// The arrows of docs/architecture.md: SwiftPM does not stop a target from importing what it does not declare.
@Suite struct ImportTests {
  private static let allowed: [(folder: String, modules: Set<String>)] = [
    ("Sources/Markup", ["CLibXML2"]),
    ("Sources/Gzip", ["CZlib", "Dispatch"]),
    ("Sources/Khabar", ["CLexicons", "CVectors", "Crypto", "FoundationEssentials", "Markup"]),
    ("Sources/KhabarExport", ["CSchemas", "Crypto", "FoundationEssentials", "Gzip", "Khabar", "Markup"]),
    ("Sources/SQLite", ["CSQLite"]),
    ("Sources/KhabarCorpus", ["Khabar", "KhabarExport", "Markup", "SQLite"]),
    (
      "Sources/khabar",
      [
        "ArgumentParser", "FoundationEssentials", "Glibc", "Gzip", "Khabar", "KhabarCorpus", "KhabarExport",
        "Synchronization",
      ]
    ),
  ]
  /// Modules that few folders or files import.
  private static let kept: [(module: String, places: [String])] = [
    ("CLexicons", ["Sources/Khabar/Language/", "Sources/Khabar/Comparison/Forest.swift"]),
    (
      "CVectors",
      [
        "Sources/Khabar/Language/Vectors.swift", "Sources/Khabar/Comparison/Forest.swift",
        "Sources/Khabar/Comparison/Grid.swift",
      ]
    ),
    ("Glibc", ["Sources/khabar/POSIX.swift"]),
    ("Dispatch", ["Sources/Gzip/", "Sources/khabar/Parallel.swift"]),
  ]

  @Test func `a target imports only what the arrows allow`() throws {
    for (folder, modules) in Self.allowed {
      for file in Project.files(under: folder, "swift") {
        let imported = try imports(of: file)
        #expect(imported.subtracting(modules) == [], "\(file)")
        for (module, places) in Self.kept where imported.contains(module) {
          #expect(places.contains { file.hasPrefix($0) }, "\(file) imports \(module)")
        }
      }
    }
  }

  @Test func `every target has its arrows here`() {
    let folders = Set(
      Project.files(under: "Sources", "swift").compactMap { $0.split(separator: "/").dropFirst().first })
    #expect(folders == Set(Self.allowed.compactMap { $0.folder.split(separator: "/").last }))
  }

  private func imports(of file: String) throws -> Set<String> {
    var modules: Set<String> = []
    for line in try Project.text(file).split(separator: "\n") {
      var words = line.split(separator: " ")[...]
      while let first = words.first, ["public", "package", "internal", "private", "@testable"].contains(first) {
        words = words.dropFirst()
      }
      if words.count == 2, words.first == "import", let module = words.last { modules.insert(String(module)) }
    }
    return modules
  }
}
