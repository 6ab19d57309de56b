internal import CZlib

/// Compresses a stream of bytes to one gzip member.
///
/// The header holds no time, no name and no operating system (RFC 1952: MTIME 0, OS 255), and the output does not depend
/// on how the input is cut, so that one version of zlib makes the same bytes of the same input, always.
public final class GzipCompressor {
  private let stream: UnsafeMutablePointer<z_stream>
  private let header: UnsafeMutablePointer<gz_header>
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)

  /// Makes a compressor; levels go from 1 (fast) to 9 (small).
  public init(level: Int = 9) throws(GzipError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    header = .allocate(capacity: 1)
    header.initialize(to: gz_header())
    header.pointee.os = 255
    // 15 bits of window, and 16 to ask for a gzip header.
    var code = khabar_deflateInit2(stream, Int32(level), 15 + 16)
    if code == Z_OK { code = deflateSetHeader(stream, header) }
    guard code == Z_OK else { throw .zlib(code: code) }
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
    header.deallocate()
  }

  /// Takes some input and answers the output that is ready.
  public func compress(_ bytes: [UInt8]) throws(GzipError) -> [UInt8] { try run(bytes, Z_NO_FLUSH) }

  /// Ends the member and answers the rest of the output. Nothing can be compressed afterwards.
  public func finish() throws(GzipError) -> [UInt8] { try run([], Z_FINISH) }

  private func run(_ bytes: [UInt8], _ flush: Int32) throws(GzipError) -> [UInt8] {
    var output: [UInt8] = []
    var code = Z_OK
    bytes.withUnsafeBufferPointer { input in
      // zlib counts in 32 bits.
      for start in stride(from: 0, through: input.count, by: 1 << 30) {
        let part = UnsafeBufferPointer(rebasing: input[start..<min(start + 1 << 30, input.count)])
        stream.pointee.next_in = UnsafeMutablePointer(mutating: part.baseAddress)
        stream.pointee.avail_in = UInt32(part.count)
        repeat { code = deflateChunk(flush, &output) } while code == Z_OK && stream.pointee.avail_out == 0
      }
      stream.pointee.next_in = nil
    }
    // Z_BUF_ERROR only says that nothing was left to do.
    guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else { throw .zlib(code: code) }
    return output
  }

  private func deflateChunk(_ flush: Int32, _ output: inout [UInt8]) -> Int32 {
    let (code, count) = chunk.withUnsafeMutableBufferPointer { buffer in
      stream.pointee.next_out = buffer.baseAddress
      stream.pointee.avail_out = UInt32(buffer.count)
      let code = deflate(stream, flush)
      return (code, buffer.count - Int(stream.pointee.avail_out))
    }
    output.append(contentsOf: chunk[..<count])
    return code
  }
}
