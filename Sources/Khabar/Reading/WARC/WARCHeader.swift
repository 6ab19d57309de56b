/// The header of a record of a web archive, or of the HTTP answer in it.
struct WARCHeader {
  /// Names in lower case, and values.
  private var fields: [String: String] = [:]
  private let firstLine: String

  /// Reads lines of "Name: value" up to an empty one; longer values may go on in lines that begin with white space.
  init(_ bytes: ArraySlice<UInt8>) {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      $0.last == 0x0D ? $0.dropLast() : $0
    }
    firstLine = lines.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
    var last: String?
    for line in lines.dropFirst() {
      if line.isEmpty { break }
      if let name = last, line.first == 0x20 || line.first == 0x09 {
        fields[name, default: ""] += " " + String(decoding: line.trimmed, as: UTF8.self)
        continue
      }
      guard let colon = line.firstIndex(of: 0x3A) else { continue }
      let name = String(decoding: line[..<colon].trimmed, as: UTF8.self).lowercased()
      if fields[name] == nil { fields[name] = String(decoding: line[(colon + 1)...].trimmed, as: UTF8.self) }
      last = name
    }
  }

  subscript(name: String) -> String? { fields[name] }

  /// Bytes of the body; nil if there is no length that can be true.
  var length: Int? { self["content-length"].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil } }

  /// Whether the record is an answer or a resource that may be a page.
  var canBePage: Bool {
    let type = self["content-type"]?.lowercased() ?? ""
    return switch self["warc-type"] {
    case "response": type.hasPrefix("application/http") || type.isEmpty
    case "resource": Self.isPage(type)
    default: false
    }
  }

  static func isPage(_ type: String) -> Bool { type.hasPrefix("text/html") || type.hasPrefix("application/xhtml+xml") }

  /// The page of a body, or nil if it is something else.
  func page(_ body: [UInt8]) -> WARCReader.Page? {
    guard self["warc-type"] == "response" else { return page(body, type: self["content-type"] ?? "", encoding: nil) }
    guard let end = Self.headerEnd(body) else { return nil }
    let http = WARCHeader(body[..<end])
    let status = http.firstLine.split(separator: " ").dropFirst().first
    guard http.firstLine.hasPrefix("HTTP/"), status?.first == "2", status?.utf8.count == 3 else { return nil }
    let type = http["content-type"] ?? ""
    guard Self.isPage(type.lowercased()) else { return nil }
    let isChunked = http["transfer-encoding"]?.lowercased().contains("chunked") == true
    let payload = isChunked ? Self.joined(chunks: body[end...]) : Array(body[end...])
    return page(payload, type: type, encoding: http["content-encoding"]?.lowercased())
  }

  private func page(_ bytes: [UInt8], type: String, encoding: String?) -> WARCReader.Page {
    let url = self["warc-target-uri"].map {
      $0.hasPrefix("<") && $0.hasSuffix(">") ? String($0.dropFirst().dropLast()) : $0
    }
    let id = self["warc-record-id"].map { String($0.drop { $0 == "<" }.prefix { $0 != ">" }) } ?? ""
    // The name is shown and written; a path in it must not lead anywhere.
    let name = url?.split { "/?#".unicodeScalars.contains($0.unicodeScalars.first ?? " ") }.last.map(String.init) ?? id
    var article = Article(
      bytes, name: name == ".." || name == "." ? id : name, mediaType: "text/html",
      charset: CharsetLabel.parameter(of: type),
      url: url)
    article.record = ArchiveRecord(
      id: id, date: self["warc-date"], digest: self["warc-payload-digest"] ?? self["warc-block-digest"])
    return .init(article: article, encoding: encoding == "identity" ? nil : encoding)
  }

  /// Index after the empty line that ends the header of an HTTP answer.
  private static func headerEnd(_ bytes: [UInt8]) -> Int? {
    var at = 1
    while at < min(bytes.count, 1 << 16) {
      if bytes[at] == 0x0A, bytes[at - 1] == 0x0A || at > 1 && bytes[at - 1] == 0x0D && bytes[at - 2] == 0x0A {
        return at + 1
      }
      at += 1
    }
    return nil
  }

  /// The payload of an answer that was sent in chunks (RFC 9112, 7.1); bytes that are no chunks are taken as they are.
  private static func joined(chunks bytes: ArraySlice<UInt8>) -> [UInt8] {
    var payload: [UInt8] = []
    var rest = bytes
    while let line = rest.firstIndex(of: 0x0A) {
      let digits = rest[..<line].prefix { $0 != 0x0D && $0 != 0x3B }.trimmed
      guard !digits.isEmpty, digits.count <= 8, let size = Int(String(decoding: digits, as: UTF8.self), radix: 16),
        size >= 0
      else { return payload.isEmpty ? Array(bytes) : payload + rest }
      if size == 0 { return payload }
      payload += rest[(line + 1)...].prefix(size)
      rest = rest[(line + 1)...].dropFirst(size)
      rest = rest.drop { $0 == 0x0D || $0 == 0x0A }
    }
    return payload
  }
}
