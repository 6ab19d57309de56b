/// The paths of members that may be unpacked.
enum TarPath {
  /// The path in its plain form: UTF-8, no "./" at the front, a slash at the end of folders; empty for the folder that
  /// the archive itself is. Throws a refusal if it could lead out of the folder that it is unpacked to.
  static func checked(_ bytes: [UInt8], isFolder: Bool) throws(TarReader.Refusal) -> String {
    var rest = bytes[...]
    while rest.starts(with: "./".utf8) { rest = rest.dropFirst(2) }
    if isFolder {
      while rest.last == UInt8(ascii: "/"), rest.count > 1 { rest = rest.dropLast() }
      if rest.isEmpty || rest.elementsEqual(".".utf8) { return "" }
    }
    if let reason = reason(rest) {
      throw TarReader.Refusal(path: String(decoding: bytes, as: UTF8.self), message: reason)
    }
    return String(decoding: rest, as: UTF8.self) + (isFolder ? "/" : "")
  }

  /// Why a path is refused, or nil.
  private static func reason(_ path: ArraySlice<UInt8>) -> String? {
    guard String(validating: path, as: UTF8.self) != nil else { return "Its path is not UTF-8." }
    if path.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x0D || $0 == 0x7F }) {
      return "Its path holds a control character."
    }
    if path.contains(UInt8(ascii: "\\")) { return "Its path holds a backslash." }
    if path.first == UInt8(ascii: "/") { return "Its path is absolute." }
    for part in path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if part.elementsEqual("..".utf8) { return "Its path leads out of the bundle." }
      if part.isEmpty || part.elementsEqual(".".utf8) { return "Its path has an empty part." }
      if part.count > 255 { return "A part of its path is longer than 255 bytes." }
    }
    return path.count > 4000 ? "Its path is longer than 4,000 bytes." : nil
  }
}
