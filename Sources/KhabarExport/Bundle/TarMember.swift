/// A file or folder of a tar archive.
struct TarMember: Sendable, Hashable {
  /// What it is.
  enum Kind: UInt8, Sendable { case file = 0x30, folder = 0x35 }

  /// Its path; that of a folder ends with a slash.
  var path: String
  /// What it is.
  var kind: Kind
  /// Number of bytes; 0 for folders.
  var size: Int

  /// Size of a header and unit of all sizes.
  static let blockSize = 512
  /// Archives are filled up to a multiple of this size, as GNU tar does by default.
  static let recordSize = 10_240

  /// Number of zero bytes behind its bytes.
  var padding: Int { (Self.blockSize - size % Self.blockSize) % Self.blockSize }

  /// Its header as GNU tar writes it in the ustar format for owner 0 without names (POSIX.1-1988); nil if the path or the
  /// size does not fit.
  func header(modified: Int) -> [UInt8]? {
    guard let (prefix, name) = splitPath, size >> 33 == 0, modified >> 33 == 0, modified >= 0 else { return nil }
    var block = [UInt8](repeating: 0, count: Self.blockSize)
    func put(_ bytes: some Collection<UInt8>, at offset: Int) {
      block.replaceSubrange(offset..<offset + bytes.count, with: bytes)
    }
    put(name, at: 0)
    put(octal(kind == .file ? 0o644 : 0o755, 7), at: 100)
    put(octal(0, 7), at: 108)
    put(octal(0, 7), at: 116)
    put(octal(size, 11), at: 124)
    put(octal(modified, 11), at: 136)
    put(repeatElement(0x20, count: 8), at: 148)
    block[156] = kind.rawValue
    put("ustar\u{0}00".utf8, at: 257)
    put(octal(0, 7), at: 329)
    put(octal(0, 7), at: 337)
    put(prefix, at: 345)
    put(octal(Self.checksum(block), 6) + [0], at: 148)
    return block
  }

  /// The sum of all bytes of a header whose checksum field is blank.
  static func checksum(_ block: [UInt8]) -> Int { block.reduce(0) { $0 + Int($1) } }

  /// The path in the two fields of the header, cut as GNU tar cuts it: at the last slash that leaves the prefix short
  /// enough.
  private var splitPath: (prefix: ArraySlice<UInt8>, name: ArraySlice<UInt8>)? {
    let bytes = Array(path.utf8)
    if bytes.count <= 100 { return bytes.isEmpty ? nil : ([], bytes[...]) }
    let end = bytes.count > 156 ? 156 : bytes.last == UInt8(ascii: "/") ? bytes.count - 1 : bytes.count
    guard let slash = bytes[..<end].lastIndex(of: UInt8(ascii: "/")), slash > 0 else { return nil }
    let name = bytes[(slash + 1)...]
    return name.isEmpty || name.count > 100 ? nil : (bytes[..<slash], name)
  }

  private func octal(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(ascii: "0") + UInt8(value >> (3 * (width - 1 - $0)) & 7) }
  }
}
