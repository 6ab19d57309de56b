import TestSupport
import Testing

@Suite struct SourceTests {
  private static let sources = Project.files(under: "Sources", "swift", "c", "h")
  private static let swift = sources.filter { $0.hasSuffix(".swift") }

  private func expectAbsent(_ words: String..., in files: [String]) throws {
    for file in files {
      let lines = try Project.text(file).split(separator: "\n", omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated() where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        for word in words { #expect(!line.contains(word), "\(file):\(number + 1)") }
      }
    }
  }

  @Test func `no file is longer than 400 lines`() throws {
    for file in Self.sources + Project.files(under: "Tests", "swift") where !file.hasSuffix("lexicons.c") {
      let count = try Project.text(file).split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(count <= 401, "\(file)")
    }
  }

  /// Where unsafe code may stand, marked as such or in a target that faces C (docs/architecture.md, "The unsafe fence").
  private static let outsideTheFence = [
    "Sources/Markup/", "Sources/Gzip/", "Sources/SQLite/",
    "Sources/Khabar/Language/Lanes.swift", "Sources/Khabar/Language/LetterRun.swift",
    "Sources/Khabar/Language/Lexicon", "Sources/Khabar/Language/Vectors.swift",
    "Sources/Khabar/Comparison/Forest.swift", "Sources/Khabar/Comparison/Grid.swift",
    "Sources/KhabarExport/Bundle/Schemas.swift",
    "Sources/KhabarExport/JSON/JSONPen.swift", "Sources/KhabarExport/JSON/JSONWriter.swift",
    "Sources/khabar/POSIX.swift",
  ]

  @Test func `unsafe code stands only where it was decided`() throws {
    try expectAbsent(
      "unsafe ", "Unsafe", in: Self.swift.filter { file in !Self.outsideTheFence.contains { file.hasPrefix($0) } })
  }

  @Test func `the manifest has the fence`() throws {
    let manifest = try Project.text("Package.swift")
    #expect(manifest.contains(".strictMemorySafety(), .treatWarning(\"StrictMemorySafety\", as: .error)"))
    for line in manifest.split(separator: "\n") where line.contains("swiftSettings: facingC") {
      #expect(
        line.contains("name: \"Markup\"") || line.contains("name: \"Gzip\"") || line.contains("name: \"SQLite\""),
        "\(line)")
    }
  }

  @Test func `libraries never print`() throws {
    try expectAbsent("print(", "FileHandle", "fputs(", in: Self.swift.filter { !$0.hasPrefix("Sources/khabar/") })
  }

  @Test func `nothing reads a clock or rolls dice`() throws {
    try expectAbsent("Date()", "ContinuousClock", ".random(", "SystemRandomNumberGenerator", in: Self.swift)
  }

  @Test func `nothing stops the program on purpose`() throws {
    try expectAbsent("fatalError(", "try!", "preconditionFailure(", in: Self.swift)
  }

  @Test func `no regular expression and no format string`() throws {
    try expectAbsent("Regex", "NSRegularExpression", "DateFormatter", "String(format:", in: Self.swift)
  }
}
