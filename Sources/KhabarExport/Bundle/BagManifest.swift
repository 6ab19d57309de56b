/// A BagIt manifest: the digests of files, by their paths. It is a `sha256sum -c` file too.
struct BagManifest {
  /// The bytes of `bagit.txt`.
  static let declaration = Array("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".utf8)

  /// Its text.
  private(set) var bytes: [UInt8] = []
  /// Number of files.
  private(set) var count = 0

  /// Adds a file; the caller adds them in ascending order of their paths.
  mutating func add(_ path: String, _ digest: String) {
    bytes += digest.utf8
    bytes += "  ".utf8
    bytes += path.utf8
    bytes.append(UInt8(ascii: "\n"))
    count += 1
  }

  /// Reads a manifest: paths with their digests in the order of the lines, nil for a line that is none.
  static func lines(_ bytes: [UInt8]) -> [(path: String, digest: String)?] {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return lines.dropLast(lines.last?.isEmpty == true ? 1 : 0).map { line in
      let digest = line.prefix(64)
      let rest = line.dropFirst(64)
      guard digest.allSatisfy(isHex), rest.count > 2, rest.prefix(2).elementsEqual("  ".utf8) else { return nil }
      return (String(decoding: rest.dropFirst(2), as: UTF8.self), String(decoding: digest, as: UTF8.self))
    }
  }

  private static func isHex(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) }
}
