internal import CZlib

/// The version of zlib that this program was built with.
public let zlibVersion = ZLIB_VERSION

/// Why bytes could not be compressed or decompressed.
public enum GzipError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The bytes do not begin like a gzip member.
  case notGzip
  /// A checksum, a length or the compressed data is wrong.
  case damaged
  /// The bytes end inside a member.
  case truncated
  /// Bytes follow the last member that do not begin another one.
  case trailingBytes
  /// The output would be larger than allowed.
  case tooLarge(limit: Int)
  /// The output is more times as large as the input than allowed: a decompression bomb.
  case ratioTooHigh(limit: Int)
  /// zlib refused its arguments or had no memory.
  case zlib(code: Int32)

  /// One sentence for people.
  public var description: String {
    switch self {
    case .notGzip: "This is not gzip data."
    case .damaged: "The gzip data is damaged."
    case .truncated: "The gzip data ends too early."
    case .trailingBytes: "Other bytes follow the gzip data."
    case .tooLarge(let limit): "The data inflates to more than \(limit) bytes."
    case .ratioTooHigh(let limit): "The data inflates to more than \(limit) times its size."
    case .zlib(let code): "zlib failed with code \(code)."
    }
  }
}
