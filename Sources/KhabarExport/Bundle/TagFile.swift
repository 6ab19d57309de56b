/// The text of a tag file of a bag, decoded and cut into lines.
enum TagFile {
  /// The encodings that tag files are read in.
  enum Encoding {
    case utf8, latin1, utf16

    /// An encoding by its name in `bagit.txt`; nil for one that is not known.
    init?(name: String) {
      switch name.uppercased() {
      case "UTF-8", "US-ASCII", "ASCII": self = .utf8
      case "ISO-8859-1": self = .latin1
      case "UTF-16": self = .utf16
      default: return nil
      }
    }
  }

  /// The lines of a tag file, ended by LF, CR or CRLF; nil if the bytes are not of the encoding.
  static func lines(_ bytes: [UInt8], _ encoding: Encoding) -> [ArraySlice<UInt8>]? {
    guard let text = utf8(bytes, encoding) else { return nil }
    var lines: [ArraySlice<UInt8>] = []
    var rest = text[...]
    while let end = rest.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
      lines.append(rest[..<end])
      let isPair = rest[end] == 0x0D && end + 1 < rest.endIndex && rest[end + 1] == 0x0A
      rest = rest[(isPair ? end + 2 : end + 1)...]
    }
    if !rest.isEmpty { lines.append(rest) }
    return lines
  }

  private static func utf8(_ bytes: [UInt8], _ encoding: Encoding) -> [UInt8]? {
    switch encoding {
    case .utf8: return String(validating: bytes, as: UTF8.self) == nil ? nil : bytes
    case .latin1: return Array(String(decoding: bytes.map(UInt16.init), as: UTF16.self).utf8)
    case .utf16:
      guard bytes.count % 2 == 0 else { return nil }
      let isLittle = bytes.starts(with: [0xFF, 0xFE])
      let units = stride(from: 0, to: bytes.count, by: 2).map { index in
        UInt16(bytes[index + (isLittle ? 1 : 0)]) << 8 | UInt16(bytes[index + (isLittle ? 0 : 1)])
      }
      let text = units.drop { $0 == 0xFEFF }
      return String(validating: text, as: UTF16.self).map { Array($0.utf8) }
    }
  }

  /// The values of a label of `bag-info.txt`; labels do not differ by case, and values may go on in indented lines.
  static func values(of label: String, in lines: [ArraySlice<UInt8>]) -> [String] {
    var values: [String] = []
    var isOpen = false
    for line in lines {
      if let first = line.first, first == 0x20 || first == 0x09 {
        if isOpen { values[values.count - 1] += " " + trimmed(line) }
        continue
      }
      let name = trimmed(line.prefix { $0 != UInt8(ascii: ":") })
      isOpen = name.lowercased() == label.lowercased() && line.contains(UInt8(ascii: ":"))
      if isOpen { values.append(trimmed(line.drop { $0 != UInt8(ascii: ":") }.dropFirst())) }
    }
    return values
  }

  /// A stretch without blanks around it.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    var rest = bytes.drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest = rest.dropLast() }
    return String(decoding: rest, as: UTF8.self)
  }
}
