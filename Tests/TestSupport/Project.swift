import Foundation

/// The files of the project, found from where the tests were compiled.
public enum Project {
  /// The folder with Package.swift.
  public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The path of a file of the project.
  public static func path(_ relative: String) -> String { root.appendingPathComponent(relative).path }

  /// The text of a file of the project.
  public static func text(_ relative: String) throws -> String {
    String(decoding: try Data(contentsOf: root.appendingPathComponent(relative)), as: UTF8.self)
  }

  /// All files under a folder whose names end in one of the extensions, as paths from the root, sorted.
  public static func files(under folder: String, _ extensions: String...) -> [String] {
    let base = root.appendingPathComponent(folder)
    let names = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
    return names.filter { name in extensions.contains { name.hasSuffix(".\($0)") } }.map { "\(folder)/\($0)" }.sorted()
  }

  /// The two articles the project began with.
  public static let seeds = ["seeds/000_52b912b0584e463f.txt", "seeds/004_76ffc98cad9dc6a4.txt"].map(path)
}
