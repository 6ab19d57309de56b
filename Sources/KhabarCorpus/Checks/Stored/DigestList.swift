/// A line of a list of digests, as `sha256sum` writes it.
struct DigestLine: Sendable, Hashable {
  /// Lower-case hex.
  var sha256: String
  /// The file, from the folder of the list.
  var name: String
}

/// Lists of digests: the file beside a file, `SHA256SUMS`, the manifests of a bag.
enum DigestList {
  /// Whether a file is such a list, by its name.
  static func isList(_ name: some StringProtocol) -> Bool {
    name.hasSuffix(".sha256") || name == "SHA256SUMS" || name == "manifest-sha256.txt"
      || name == "tagmanifest-sha256.txt"
  }

  /// The lines of a list; what is none is passed over.
  static func lines(_ bytes: [UInt8]) -> [DigestLine] {
    bytes.split(separator: 10).compactMap { line in
      let line = line.last == 13 ? line.dropLast() : line
      let digest = line.prefix(64)
      let rest = line.dropFirst(64)
      let isHex = digest.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }
      guard digest.count == 64, isHex, rest.first == 0x20 || rest.first == 0x09 else { return nil }
      let name = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x2A }
      guard !name.isEmpty else { return nil }
      return DigestLine(
        sha256: String(decoding: digest, as: UTF8.self).lowercased(), name: String(decoding: name, as: UTF8.self))
    }
  }
}
