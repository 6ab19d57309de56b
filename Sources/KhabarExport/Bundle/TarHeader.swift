/// A header that was read from a tar archive: ustar, GNU or the old form of Unix V7.
struct TarHeader {
  /// What follows a header.
  enum Kind {
    /// A file or folder.
    case member(TarMember.Kind)
    /// The path of the next member (GNU).
    case longPath
    /// Keys and values for the next member (POSIX.1-2001, "pax").
    case extended
    /// Keys and values for all members behind.
    case globalExtended
  }

  /// What follows.
  let kind: Kind
  /// The path, as it stands there.
  let path: [UInt8]
  /// Number of bytes that follow.
  let size: Int
  /// Its time in seconds since 1970, if this is the very header that `TarMember.header` would write.
  let canonicalTime: Int?

  /// Reads a block of 512 bytes.
  init(_ block: [UInt8]) throws(TarReader.Refusal) {
    path = Self.path(block)
    let name = String(decoding: path, as: UTF8.self)
    func refuse(_ message: String) -> TarReader.Refusal { TarReader.Refusal(path: name, message: message) }
    guard Self.number(block[148..<156]) == Self.sumWithoutChecksum(block) else {
      throw refuse("The checksum of its header is wrong.")
    }
    guard let size = Self.number(block[124..<136]) else { throw refuse("Its header is damaged.") }
    self.size = size
    switch block[156] {
    case 0x30, 0x37, 0: kind = .member(path.last == UInt8(ascii: "/") ? .folder : .file)
    case 0x35: kind = .member(.folder)
    case UInt8(ascii: "L"): kind = .longPath
    case UInt8(ascii: "x"): kind = .extended
    case UInt8(ascii: "g"): kind = .globalExtended
    case 0x31, 0x32, UInt8(ascii: "K"): throw refuse("It is a link.")
    case 0x33, 0x34, 0x36: throw refuse("It is a device.")
    default: throw refuse("It is neither a file nor a folder.")
    }
    if case .member(.folder) = kind, size > 0 { throw refuse("It is a folder with a size.") }
    guard case .member(let kind) = kind, let modified = Self.number(block[136..<148]) else {
      canonicalTime = nil
      return
    }
    let written = TarMember(path: name, kind: kind, size: size).header(modified: modified)
    canonicalTime = written == block ? modified : nil
  }

  private static func path(_ block: [UInt8]) -> [UInt8] {
    let name = block[..<100].prefix { $0 != 0 }
    // GNU's own form has times where ustar has the front of the path.
    let prefix = block[257..<263].elementsEqual("ustar\u{0}".utf8) ? block[345..<500].prefix { $0 != 0 } : []
    return prefix.isEmpty ? Array(name) : Array(prefix) + [UInt8(ascii: "/")] + Array(name)
  }

  private static func sumWithoutChecksum(_ block: [UInt8]) -> Int {
    var sum = 8 * 0x20
    for (index, byte) in block.enumerated() where !(148..<156).contains(index) { sum += Int(byte) }
    return sum
  }

  /// Reads octal digits between blanks, or the binary numbers of GNU; nil if there is anything else.
  private static func number(_ field: ArraySlice<UInt8>) -> Int? {
    if field.first == 0x80 {
      let bytes = field.dropFirst()
      guard bytes.dropLast(7).allSatisfy({ $0 == 0 }) else { return nil }
      return bytes.suffix(7).reduce(0) { $0 << 8 | Int($1) }
    }
    let digits = field.drop { $0 == 0x20 }.prefix { $0 != 0 && $0 != 0x20 }
    guard field[digits.endIndex...].allSatisfy({ $0 == 0 || $0 == 0x20 }),
      digits.allSatisfy({ (0x30...0x37).contains($0) })
    else { return nil }
    return digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }
  }
}
