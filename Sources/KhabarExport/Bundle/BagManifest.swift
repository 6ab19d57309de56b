/// A BagIt manifest: the digests of files, by their paths. Ours is a `sha256sum -c` file too.
struct BagManifest {
  /// A line that was read.
  struct Line {
    /// Lower-case hex.
    let digest: String
    /// The path from the folder of the bag.
    let path: String
    /// What is odd about it, though it can be read.
    let oddity: String?
  }

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

  /// Reads a line of a manifest; nil if it is none.
  ///
  /// Line breaks in paths are written as %0A and %0D, and since 1.0 the percent sign as %25. The star of md5sum and "./"
  /// before the path are no part of it.
  static func line(_ line: ArraySlice<UInt8>, isStrict: Bool) -> Line? {
    let digest = line.prefix { $0 != 0x20 && $0 != 0x09 }
    var rest = line[digest.endIndex...].drop { $0 == 0x20 || $0 == 0x09 }
    guard !digest.isEmpty, digest.allSatisfy(isHex), !rest.isEmpty, rest.startIndex > digest.endIndex else {
      return nil
    }
    var oddity: String?
    if rest.first == UInt8(ascii: "*") {
      rest = rest.dropFirst()
      oddity = "It is listed with the star of md5sum."
    }
    if rest.starts(with: "./".utf8) {
      rest = rest.dropFirst(2)
      oddity = "It is listed with \"./\" before its path."
    }
    return Line(
      digest: String(decoding: digest, as: UTF8.self).lowercased(),
      path: String(decoding: decoded(rest, percentToo: isStrict), as: UTF8.self), oddity: oddity)
  }

  private static func decoded(_ path: ArraySlice<UInt8>, percentToo: Bool) -> [UInt8] {
    guard path.contains(UInt8(ascii: "%")) else { return Array(path) }
    var decoded: [UInt8] = []
    var rest = path
    while let first = rest.first {
      let code = first == UInt8(ascii: "%") ? String(decoding: rest.prefix(3), as: UTF8.self).uppercased() : ""
      let byte: UInt8? =
        switch code {
        case "%0A": 0x0A
        case "%0D": 0x0D
        case "%25" where percentToo: UInt8(ascii: "%")
        default: nil
        }
      decoded.append(byte ?? first)
      rest = rest.dropFirst(byte == nil ? 1 : 3)
    }
    return decoded
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
  }
}
