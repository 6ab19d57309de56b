internal import CZlib
internal import Dispatch

/// Compresses a stream of bytes to one gzip member, in blocks of a fixed size that can be compressed at one time.
///
/// Each block is a deflate stream of its own that is primed with the 32 KiB before it and ends on a byte (as pigz does it),
/// so the output depends neither on how the input is cut nor on the number of threads. The header holds no time, no name
/// and no operating system (RFC 1952: MTIME 0, OS 255): one version of zlib makes the same bytes of the same input, always.
public final class GzipCompressor {
  /// Number of bytes that are compressed together.
  public static let blockSize = 256 << 10
  private static let windowSize = 32 << 10

  private let deflaters: [BlockDeflater]
  private let level: Int
  /// The window before the bytes that wait, then those.
  private var buffer: [UInt8] = []
  private var windowCount = 0
  private var checksum: UInt = 0
  private var size: UInt32 = 0
  private var hasBegun = false

  /// Makes a compressor; levels go from 1 (fast) to 9 (small), `jobs` is the number of blocks compressed at one time.
  public init(level: Int = 6, jobs: Int = 1) throws(GzipError) {
    self.level = level
    var deflaters: [BlockDeflater] = []
    for _ in 0..<max(1, jobs) { deflaters.append(try BlockDeflater(level: level, blockSize: Self.blockSize)) }
    self.deflaters = deflaters
  }

  /// Takes some input and answers the output that is ready.
  public func compress(_ bytes: [UInt8]) throws(GzipError) -> [UInt8] {
    buffer += bytes
    var output: [UInt8] = []
    while buffer.count - windowCount >= Self.blockSize * deflaters.count {
      output += try run(blocks: deflaters.count, isLast: false)
    }
    return output
  }

  /// Ends the member and answers the rest of the output. Nothing can be compressed afterwards.
  public func finish() throws(GzipError) -> [UInt8] {
    var output: [UInt8] = []
    let whole = (buffer.count - windowCount) / Self.blockSize
    if whole > 0 { output += try run(blocks: whole, isLast: false) }
    output += try run(blocks: 1, isLast: true)
    for word in [UInt32(truncatingIfNeeded: checksum), size] {
      for shift in stride(from: 0, to: 32, by: 8) { output.append(UInt8(truncatingIfNeeded: word >> UInt32(shift))) }
    }
    return output
  }

  /// Compresses that many blocks, the last one of which may be shorter than the others, and drops them from the buffer.
  private func run(blocks: Int, isLast: Bool) throws(GzipError) -> [UInt8] {
    let (start, end) = (windowCount, isLast ? buffer.count : windowCount + blocks * Self.blockSize)
    let deflaters = deflaters
    buffer.withUnsafeBufferPointer { buffer in
      // The threads only read it, and are done before it is let go.
      nonisolated(unsafe) let bytes = buffer
      DispatchQueue.concurrentPerform(iterations: blocks) { index in
        let from = start + index * Self.blockSize
        let block = UnsafeBufferPointer(rebasing: bytes[from..<min(from + Self.blockSize, end)])
        let window = UnsafeBufferPointer(rebasing: bytes[max(0, from - Self.windowSize)..<from])
        deflaters[index].deflate(block, after: window, isLast: isLast)
      }
    }
    var output = hasBegun ? [] : header
    hasBegun = true
    for deflater in deflaters[..<blocks] {
      if let code = deflater.failure { throw .zlib(code: code) }
      output += deflater.output
      checksum = crc32_combine(checksum, deflater.checksum, deflater.size)
      size &+= UInt32(truncatingIfNeeded: deflater.size)
    }
    windowCount = min(Self.windowSize, end)
    buffer.removeFirst(end - windowCount)
    return output
  }

  /// RFC 1952, with the extra flags that zlib would write.
  private var header: [UInt8] { [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, level == 9 ? 2 : level == 1 ? 4 : 0, 255] }
}
