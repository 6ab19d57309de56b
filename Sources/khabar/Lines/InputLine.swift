import Khabar
import KhabarCorpus

/// One line of a line mode, read as far as it can be.
struct InputLine {
  private let bytes: [UInt8]
  private var object = JSONObject()

  /// The id as written, if the line has one.
  private(set) var id: [UInt8]?
  /// What is wrong with the line as a whole.
  private(set) var failure: LineFailure?

  init(_ line: LineReader.Line) {
    switch line {
    case .tooLong(let count):
      bytes = []
      failure = LineFailure(
        code: .lineTooLong, message: "the line has \(count) bytes; raise the limit with --max-bytes")
    case .bytes(let bytes):
      self.bytes = bytes
      do { try read() } catch { failure = error }
    }
  }

  private mutating func read() throws(LineFailure) {
    guard bytes.contains(where: { $0 > 0x20 }) else {
      throw LineFailure(code: .emptyLine, message: "the line is empty")
    }
    guard UTF8Check.isValid(bytes.span) else {
      throw LineFailure(code: .invalidUTF8, message: "the line is not UTF-8")
    }
    var reader = JSONObjectReader(bytes)
    defer { object = reader.object }
    do { try reader.read() } catch {
      id = try? rawID(reader.object)
      throw error
    }
    id = try rawID(reader.object)
  }

  private func rawID(_ object: JSONObject) throws(LineFailure) -> [UInt8]? {
    switch object["id"] {
    case .none: nil
    case .string(let range): JSONString.safeInLine(bytes[range.lowerBound - 1..<range.upperBound + 1])
    case .number(let range): Array(bytes[range])
    default: throw LineFailure(code: .wrongType, message: "\"id\" must be a string or a number")
    }
  }

  /// The article that the line is.
  func article() throws(LineFailure) -> LineArticle {
    try article(object, path: "", name: try name(object) ?? "line")
  }

  /// What pair finding needs of the article that the line is, or has a sketch of.
  func sketch() throws(LineFailure) -> ArticleSketch {
    guard let runs = try string("runs", in: object, path: "") else { return try article().sketch }
    let words = try text(try required("words", in: object, path: ""), "words", path: "")
    let script = try string("script", in: object, path: "") ?? ""
    let published = try string("published", in: object, path: "")
    guard let sketch = ArticleSketch(runs: runs, script: script, words: words, published: published) else {
      throw LineFailure(code: .wrongType, message: "\"runs\" and \"script\" must be those of khabar pairs --sketches")
    }
    return sketch
  }

  /// The article under a member of the line.
  func article(_ member: String) throws(LineFailure) -> LineArticle {
    guard case .object(let inner) = try required(member, in: object, path: "") else {
      throw LineFailure(code: .wrongType, message: "\"\(member)\" must be an object")
    }
    return try article(inner, path: "\(member).", name: try name(inner) ?? member)
  }

  /// The statement under a member of the line.
  ///
  /// Corpora of statement pairs write their keys as "published_a" and "lang_a"; these are taken as well.
  func statement(_ member: String) throws(LineFailure) -> LineArticle {
    let (language, published) =
      member == "a"
      ? (["languageA", "lang_a"], ["publishedA", "published_a"])
      : (["languageB", "lang_b"], ["publishedB", "published_b"])
    return LineArticle(
      try text(try required(member, in: object, path: ""), member, path: ""), isHTML: false, name: member, url: nil,
      outlet: nil,
      language: try string(language), published: try string(published))
  }

  /// The first of some keys that the line has.
  private func string(_ keys: [String]) throws(LineFailure) -> String? {
    for key in keys {
      if let value = try string(key, in: object, path: "") { return value }
    }
    return nil
  }

  private func article(_ object: JSONObject, path: String, name: String) throws(LineFailure) -> LineArticle {
    let isHTML = object["text"] == nil && object["html"] != nil
    let member = isHTML ? "html" : "text"
    return LineArticle(
      try text(try required(member, in: object, path: path), member, path: path), isHTML: isHTML, name: name,
      url: try string("url", in: object, path: path), outlet: try string("outlet", in: object, path: path),
      language: try string("language", in: object, path: path),
      published: try string("published", in: object, path: path))
  }

  /// What a report is called: its name, else its id.
  private func name(_ object: JSONObject) throws(LineFailure) -> String? {
    if let name = try string("name", in: object, path: "") { return name }
    return switch object["id"] {
    case .string(let range): String(decoding: JSONString.decoded(bytes, range), as: UTF8.self)
    case .number(let range): String(decoding: bytes[range], as: UTF8.self)
    default: nil
    }
  }

  private func required(_ member: String, in object: JSONObject, path: String) throws(LineFailure)
    -> JSONObject.Value
  {
    guard let value = object[member] else {
      throw LineFailure(code: .missingField, message: "\"\(path)\(member)\" is missing")
    }
    return value
  }

  private func string(_ member: String, in object: JSONObject, path: String) throws(LineFailure) -> String? {
    guard let value = object[member] else { return nil }
    return String(decoding: try text(value, member, path: path), as: UTF8.self)
  }

  private func text(_ value: JSONObject.Value, _ member: String, path: String) throws(LineFailure) -> [UInt8] {
    guard case .string(let range) = value else {
      throw LineFailure(code: .wrongType, message: "\"\(path)\(member)\" must be a string")
    }
    return JSONString.decoded(bytes, range)
  }
}
