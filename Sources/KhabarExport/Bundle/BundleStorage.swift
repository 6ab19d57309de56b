/// Where the documents of a bundle wait until all are there and their order is known.
///
/// A file makes the memory that a bundle takes independent of its size; the bytes themselves serve a small one.
public protocol BundleStorage: AnyObject {
  /// Keeps some bytes and answers where they are.
  func append(_ bytes: [UInt8]) throws -> Range<Int>
  /// Gives bytes back that were kept.
  func read(_ range: Range<Int>) throws -> [UInt8]
}

/// Keeps the documents of a bundle in memory.
public final class MemoryStorage: BundleStorage {
  private var bytes: [UInt8] = []

  /// Makes an empty storage.
  public init() {}

  /// Keeps some bytes and answers where they are.
  public func append(_ more: [UInt8]) -> Range<Int> {
    let start = bytes.count
    bytes += more
    return start..<bytes.count
  }

  /// Gives bytes back that were kept.
  public func read(_ range: Range<Int>) -> [UInt8] { Array(bytes[range]) }
}
