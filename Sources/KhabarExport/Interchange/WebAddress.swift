/// Addresses as the formats of others demand them (RFC 3986).
enum WebAddress {
  /// The address of a report.
  static func report(_ id: String) -> String { "urn:khabar:report:\(id)" }

  /// The address of an article: its own, else one made of its digest.
  static func article(_ url: String?, sha256: String) -> String {
    url.flatMap(encoded) ?? "urn:khabar:article:\(sha256)"
  }

  /// An address with everything percent-encoded that must be; nil if it has no scheme.
  static func encoded(_ url: String) -> String? {
    let scheme = url.utf8.prefix { $0 != UInt8(ascii: ":") }
    guard scheme.count < url.utf8.count, let first = scheme.first, isLetter(first), scheme.allSatisfy(isOfScheme) else {
      return nil
    }
    let digits = Array("0123456789ABCDEF".utf8)
    let bytes = url.utf8.flatMap { byte -> [UInt8] in
      isPlain(byte) ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isOfScheme(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || "+-.".utf8.contains(byte)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || "-._~:/?#@!$&'()*+,;=%".utf8.contains(byte)
  }
}
