package import Khabar
internal import Markup

/// A document of Khabar that somebody stored: which articles it is of, and whether it follows its schema.
package struct StoredDocument: Sendable, Hashable {
  /// An article that the document was made of.
  package struct Source: Sendable, Hashable {
    /// Its file name.
    package var name: String
    /// Its SHA-256.
    package var sha256: String

    /// Makes a source.
    package init(name: String, sha256: String) {
      self.name = name
      self.sha256 = sha256
    }
  }

  /// What it is: "report", "comparison", "baseline" …
  package var kind: String
  /// Its articles.
  package var sources: [Source]
  /// Whether it follows the schema of its kind; true of kinds that have none.
  package var isValid: Bool

  /// Makes a document of values that were read back.
  package init(kind: String, sources: [Source], isValid: Bool) {
    self.kind = kind
    self.sources = sources
    self.isValid = isValid
  }

  /// Looks at JSON that was read already; nil if it is none of Khabar's.
  package init?(json bytes: [UInt8], _ value: JSONValue) {
    guard let format = value["format"]?.text, format.hasPrefix("khabar.") else { return nil }
    kind = String(format.dropFirst("khabar.".count).prefix { $0 != "/" })
    let origins = kind == "comparison" ? [value["a"], value["b"]] : [value["source"]]
    sources = origins.compactMap { Self.source($0?["name"]?.text, $0?["sha256"]?.text) }
    isValid = Self.schema("\(kind).schema.json").map { JSONSchema($0)?.accepts(bytes) == true } ?? true
  }

  /// Looks at XML; nil if it is none of Khabar's.
  package init?(xml bytes: [UInt8]) {
    let head = String(decoding: bytes.prefix(1024), as: UTF8.self)
    guard let kind = ["report", "comparison"].first(where: { head.contains("\"urn:khabar:\($0):") }) else { return nil }
    self.kind = kind
    isValid = Self.schema("\(kind).xsd").map { XMLSchema($0)?.accepts(bytes) == true } ?? true
    guard let root = try? XMLElement(parsing: bytes) else {
      sources = []
      return
    }
    let origins = kind == "comparison" ? [root.child("a"), root.child("b")] : [root.child("source")]
    sources = origins.compactMap { element in
      let name = (element?.child("name")).map { String(decoding: $0.text, as: UTF8.self) }
      return Self.source(name ?? element?.attributes["name"], element?.attributes["sha256"])
    }
  }

  private static func source(_ name: String?, _ sha256: String?) -> Source? {
    guard let name, let sha256 else { return nil }
    return Source(name: name, sha256: sha256)
  }

  private static func schema(_ name: String) -> [UInt8]? { Schemas.files.first { $0.name == name }?.bytes }
}
