/// A header that was read, and is the one that `TarMember.header` would write.
struct TarHeader {
  /// The member that follows.
  let member: TarMember
  /// Its time, in seconds since 1970.
  let modified: Int

  /// Reads a block of 512 bytes.
  init(_ block: [UInt8]) throws(TarReader.Refusal) {
    let path = Self.path(block)
    func refuse(_ message: String) -> TarReader.Refusal { TarReader.Refusal(path: path, message: message) }
    guard Self.number(block[148..<154]) == Self.sumWithoutChecksum(block) else {
      throw refuse("The checksum of its header is wrong.")
    }
    guard block[257..<265].elementsEqual("ustar\u{0}00".utf8) else {
      throw refuse("Its header is not of the ustar format.")
    }
    if let reason = Self.refusedKind(block[156]) { throw refuse(reason) }
    if let reason = Self.refusedPath(path) { throw refuse(reason) }
    guard let kind = TarMember.Kind(rawValue: block[156]), let size = Self.number(block[124..<135]),
      let modified = Self.number(block[136..<147])
    else { throw refuse("Its header is damaged.") }
    guard (kind == .folder) == path.hasSuffix("/"), kind == .file || size == 0 else {
      throw refuse("It is neither a file nor a folder.")
    }
    member = TarMember(path: path, kind: kind, size: size)
    self.modified = modified
    guard member.header(modified: modified) == block else {
      throw refuse("Its header holds an owner, mode or other detail that bundles do not have.")
    }
  }

  private static func refusedKind(_ kind: UInt8) -> String? {
    switch kind {
    case 0x30, 0x35: nil
    case 0x31, 0x32: "It is a link."
    case 0x33, 0x34, 0x36: "It is a device."
    default: "It is of a kind that bundles do not have."
    }
  }

  /// Why a path is refused, or nil.
  private static func refusedPath(_ path: String) -> String? {
    if path.utf8.contains(where: { $0 < 0x21 || $0 > 0x7E || $0 == UInt8(ascii: "\\") }) {
      return "Its path holds other characters than printable ASCII."
    }
    if path.hasPrefix("/") { return "Its path is absolute." }
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if parts.last == "" { parts.removeLast() }
    if parts.contains("..") { return "Its path leads out of the bundle." }
    return parts.isEmpty || parts.contains("") || parts.contains(".") ? "Its path has an empty part." : nil
  }

  private static func path(_ block: [UInt8]) -> String {
    let name = String(decoding: block[..<100].prefix { $0 != 0 }, as: UTF8.self)
    let prefix = String(decoding: block[345..<500].prefix { $0 != 0 }, as: UTF8.self)
    return prefix.isEmpty ? name : prefix + "/" + name
  }

  private static func sumWithoutChecksum(_ block: [UInt8]) -> Int {
    var blank = block
    blank.replaceSubrange(148..<156, with: repeatElement(0x20, count: 8))
    return TarMember.checksum(blank)
  }

  /// Reads octal digits; nil if there is anything else.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (0x30...0x37).contains(digit) else { return nil }
      value = value << 3 | Int(digit - 0x30)
    }
    return value
  }
}
