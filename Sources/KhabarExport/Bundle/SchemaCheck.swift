internal import Markup

/// Holds the documents of a bundle against the schemas of this version of Khabar.
final class SchemaCheck {
  /// The documents that do not follow their schema, by their paths.
  private(set) var failures: [String] = []

  private var json: [String: JSONSchema] = [:]
  private var xml: [String: XMLSchema] = [:]
  private var document: (path: String, kind: String, bytes: [UInt8])?

  /// Documents larger than this are not held in memory, and fail.
  private static let limit = 512 << 20
  private static let maximum = 10_000

  init() {
    for (name, bytes) in Schemas.files {
      let kind = String(name.prefix { $0 != "." })
      if name.hasSuffix(".xsd") { xml[kind] = XMLSchema(bytes) }
      if name.hasSuffix(".schema.json") { json[kind] = JSONSchema(bytes) }
    }
  }

  /// A file begins, by its path from the folder of the bag.
  func begin(_ path: String, size: Int) {
    document = nil
    guard let kind = Self.kind(path) else { return }
    guard size <= Self.limit else { return fail(path) }
    document = (path, kind, [])
  }

  /// Which schema a file follows.
  private static func kind(_ path: String) -> String? {
    if path == "data/summary.ndjson" { return "summary" }
    guard path.hasSuffix(".json") || path.hasSuffix(".xml") else { return nil }
    return ["report", "comparison"].first { path.hasPrefix("data/\($0)s/") }
  }

  /// Takes some bytes of the file.
  func take(_ bytes: ArraySlice<UInt8>) { document?.bytes.append(contentsOf: bytes) }

  /// The file is complete.
  func end() {
    guard let (path, kind, bytes) = document else { return }
    document = nil
    let isValid =
      if path.hasSuffix(".xml") {
        xml[kind]?.accepts(bytes) == true
      } else if kind == "summary" {
        bytes.split(separator: 10).allSatisfy { json[kind]?.accepts(Array($0)) == true }
      } else {
        json[kind]?.accepts(bytes) == true
      }
    if !isValid { fail(path) }
  }

  private func fail(_ path: String) { if failures.count < Self.maximum { failures.append(path) } }
}
