/// Text of an article as HTML: mark-up is escaped, and what `SafeText` keeps from a terminal is shown by its number here
/// too, since an unbalanced override would reorder our own words.
enum HTMLText {
  /// Appends a slice of valid UTF-8, as content of an element or value of an attribute.
  static func append(_ text: ArraySlice<UInt8>, to out: inout [UInt8]) {
    var (plain, at) = (text.startIndex, text.startIndex)
    while at < text.endIndex {
      guard isSuspect(text[at]), let (length, shown) = replacement(text[at...]) else {
        at += 1
        continue
      }
      out += text[plain..<at]
      out += shown
      at += length
      plain = at
    }
    out += text[plain...]
  }

  /// Whether a byte can begin something to replace.
  private static func isSuspect(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF, 0xF3: true
    default: false
    }
  }

  /// What stands for the first code point of a text, and its length in bytes; nil if it stands for itself.
  private static func replacement(_ text: ArraySlice<UInt8>) -> (length: Int, shown: [UInt8])? {
    switch text.first {
    case UInt8(ascii: "&"): return (1, Array("&amp;".utf8))
    case UInt8(ascii: "<"): return (1, Array("&lt;".utf8))
    case UInt8(ascii: ">"): return (1, Array("&gt;".utf8))
    case UInt8(ascii: "\""): return (1, Array("&quot;".utf8))
    case UInt8(ascii: "'"): return (1, Array("&#39;".utf8))
    default: break
    }
    guard let (length, scalar) = scalar(text), let shown = SafeText.replacement(of: scalar) else { return nil }
    return (length, shown)
  }

  /// The first code point of a text, and its length in bytes.
  private static func scalar(_ text: ArraySlice<UInt8>) -> (length: Int, value: UInt32)? {
    guard let first = text.first else { return nil }
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard text.count >= length else { return nil }
    let lead = UInt32(first) & (length == 1 ? 0x7F : 0xFF >> UInt32(length + 1))
    return (length, text.dropFirst().prefix(length - 1).reduce(lead) { $0 << 6 | UInt32($1 & 0x3F) })
  }
}
