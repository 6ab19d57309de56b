/// The charset that a document says it is in, by its first bytes.
enum CharsetLabel {
  /// How far a declaration is looked for; the HTML standard asks for 1024 bytes, and pages break that.
  private static let window = 4096

  /// The label of a `<meta>` element or an XML declaration, in lower case.
  static func declared(in bytes: [UInt8]) -> String? {
    let head = Array(bytes.prefix(window))
    if head.starts(with: "<?xml".utf8), let end = head.firstIndex(of: 0x3E),
      let label = value(after: "encoding", in: head, 0..<end)
    {
      return label
    }
    var from = 0
    while let meta = find("<meta", in: head, from..<head.count) {
      let end = head[meta...].firstIndex(of: 0x3E) ?? head.count
      if let label = value(after: "charset", in: head, meta..<end) { return label }
      from = meta + 5
    }
    return nil
  }

  /// The label in a media type ("text/html; charset=windows-1256").
  static func parameter(of mediaType: String) -> String? {
    let bytes = Array(mediaType.utf8)
    return value(after: "charset", in: bytes, bytes.indices)
  }

  /// Where a name in lower case occurs, whatever case it is written in.
  private static func find(_ name: String, in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    let name = Array(name.utf8)
    guard range.count >= name.count else { return nil }
    return (range.lowerBound...range.upperBound - name.count).first { at in
      name.indices.allSatisfy { bytes[at + $0] == name[$0] || bytes[at + $0] | 0x20 == name[$0] }
    }
  }

  /// The value behind a name and "=", with or without quotation marks.
  private static func value(after name: String, in bytes: [UInt8], _ range: Range<Int>) -> String? {
    guard let start = find(name, in: bytes, range) else { return nil }
    var at = start + name.utf8.count
    while at < range.upperBound, bytes[at] <= 0x20 { at += 1 }
    guard at < range.upperBound, bytes[at] == 0x3D else { return nil }
    at += 1
    while at < range.upperBound, bytes[at] <= 0x20 || bytes[at] == 0x22 || bytes[at] == 0x27 { at += 1 }
    let label = bytes[at..<range.upperBound].prefix {
      $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x3B && $0 != 0x2F && $0 != 0x3E
    }
    return label.isEmpty ? nil : String(decoding: label, as: UTF8.self).lowercased()
  }
}
