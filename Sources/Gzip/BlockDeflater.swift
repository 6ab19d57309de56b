internal import CZlib

/// Compresses one block after the other, each for itself.
///
/// A block is worked on by one thread at a time; the compressor sees to that.
final class BlockDeflater: @unchecked Sendable {
  private let stream: UnsafeMutablePointer<z_stream>
  private var space: [UInt8]
  private var count = 0
  /// CRC-32 of the last block.
  private(set) var checksum: UInt = 0
  /// Number of bytes of the last block.
  private(set) var size = 0
  /// The code with which zlib failed.
  private(set) var failure: Int32?

  /// The compressed bytes of the last block.
  var output: ArraySlice<UInt8> { space[..<count] }

  init(level: Int, blockSize: Int) throws(GzipError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // Negative bits of window ask for bare deflate.
    let code = khabar_deflateInit2(stream, Int32(level), -15)
    // An empty stored block marks the end of each block but the last.
    space = [UInt8](repeating: 0, count: Int(deflateBound(stream, UInt(blockSize))) + 64)
    guard code == Z_OK else { throw .zlib(code: code) }
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  /// Compresses a block that stands behind a window of at most 32 KiB.
  func deflate(_ block: UnsafeBufferPointer<UInt8>, after window: UnsafeBufferPointer<UInt8>, isLast: Bool) {
    size = block.count
    checksum = crc32(0, block.baseAddress, UInt32(block.count))
    deflateReset(stream)
    if window.count > 0 { deflateSetDictionary(stream, window.baseAddress, UInt32(window.count)) }
    let code = space.withUnsafeMutableBufferPointer { free in
      stream.pointee.next_in = UnsafeMutablePointer(mutating: block.baseAddress)
      stream.pointee.avail_in = UInt32(block.count)
      stream.pointee.next_out = free.baseAddress
      stream.pointee.avail_out = UInt32(free.count)
      let code = CZlib.deflate(stream, isLast ? Z_FINISH : Z_SYNC_FLUSH)
      count = free.count - Int(stream.pointee.avail_out)
      stream.pointee.next_in = nil
      return code
    }
    if code != (isLast ? Z_STREAM_END : Z_OK) || stream.pointee.avail_in > 0 { failure = code }
  }
}
