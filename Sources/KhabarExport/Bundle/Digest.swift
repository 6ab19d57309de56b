internal import Crypto

/// SHA-256 of a stream of bytes.
package struct Digest {
  private var hash = SHA256()

  /// No bytes yet.
  package init() {}

  /// Takes some bytes.
  package mutating func update(_ bytes: ArraySlice<UInt8>) { hash.update(data: bytes) }

  /// The digest of all bytes so far, as lower-case hex.
  package var hex: String { Self.hex(of: hash.finalize()) }

  /// The digest of some bytes, as lower-case hex.
  package static func hex(_ bytes: [UInt8]) -> String {
    var digest = Digest()
    digest.update(bytes[...])
    return digest.hex
  }

  /// The bytes of a digest as lower-case hex.
  static func hex(of digest: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
