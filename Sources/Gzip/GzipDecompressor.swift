internal import CZlib

/// Decompresses a stream of one or more gzip members, within limits.
public final class GzipDecompressor {
  /// How much output is accepted.
  public struct Limits: Sendable, Hashable {
    /// Largest number of bytes in all.
    public var size: Int
    /// Largest number of output bytes for one input byte; asked only beyond 16 MiB of output, since small inputs of one
    /// letter shrink a thousand times without harm.
    public var ratio: Int

    /// Makes limits; by default 64 GiB and 250 times the input.
    public init(size: Int = 64 << 30, ratio: Int = 250) {
      self.size = size
      self.ratio = ratio
    }
  }

  private enum State { case betweenMembers, insideMember }

  private let limits: Limits
  private let stream: UnsafeMutablePointer<z_stream>
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  private var state = State.betweenMembers
  /// Members that came to their end.
  public private(set) var memberCount = 0
  /// Bytes taken.
  public private(set) var inputCount = 0
  /// Bytes given.
  public private(set) var outputCount = 0

  /// Makes a decompressor.
  public init(limits: Limits = Limits()) throws(GzipError) {
    self.limits = limits
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let code = khabar_inflateInit2(stream, 15 + 16)
    guard code == Z_OK else { throw .zlib(code: code) }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Takes some input and hands its output on in pieces of at most 64 KiB.
  ///
  /// Throws a `GzipError`, or what the sink throws; nothing can be decompressed afterwards.
  public func decompress(_ bytes: [UInt8], to sink: (ArraySlice<UInt8>) throws -> Void) throws {
    try bytes.withUnsafeBufferPointer { input in
      defer { stream.pointee.next_in = nil }
      // zlib counts in 32 bits.
      for start in stride(from: 0, to: input.count, by: 1 << 30) {
        try inflate(UnsafeBufferPointer(rebasing: input[start..<min(start + 1 << 30, input.count)]), to: sink)
      }
    }
  }

  /// Says that the input is at its end.
  public func finish() throws(GzipError) {
    if state == .insideMember || memberCount == 0 { throw .truncated }
  }

  private func inflate(_ input: UnsafeBufferPointer<UInt8>, to sink: (ArraySlice<UInt8>) throws -> Void) throws {
    stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    stream.pointee.avail_in = UInt32(input.count)
    var isFull = false
    while stream.pointee.avail_in > 0 || isFull {
      let count = try inflateChunk()
      isFull = stream.pointee.avail_out == 0
      if count > 0 { try sink(chunk[..<count]) }
    }
  }

  private func inflateChunk() throws(GzipError) -> Int {
    if state == .betweenMembers, memberCount > 0, stream.pointee.avail_in > 0 { inflateReset(stream) }
    let before = stream.pointee.avail_in
    let (code, count) = chunk.withUnsafeMutableBufferPointer { buffer in
      stream.pointee.next_out = buffer.baseAddress
      stream.pointee.avail_out = UInt32(buffer.count)
      let code = CZlib.inflate(stream, Z_NO_FLUSH)
      return (code, buffer.count - Int(stream.pointee.avail_out))
    }
    inputCount += Int(before - stream.pointee.avail_in)
    outputCount += count
    try check(code)
    return count
  }

  private func check(_ code: Int32) throws(GzipError) {
    switch code {
    case Z_OK, Z_BUF_ERROR: if inputCount > 0 { state = .insideMember }
    case Z_STREAM_END:
      state = .betweenMembers
      memberCount += 1
    case Z_DATA_ERROR: throw headerError ?? .damaged
    default: throw .zlib(code: code)
    }
    if outputCount > limits.size { throw .tooLarge(limit: limits.size) }
    if outputCount > 16 << 20, outputCount / limits.ratio > inputCount { throw .ratioTooHigh(limit: limits.ratio) }
  }

  /// What a data error means when the first bytes of a member are wrong.
  private var headerError: GzipError? {
    guard stream.pointee.total_out == 0, stream.pointee.total_in <= 2 else { return nil }
    return memberCount == 0 ? .notGzip : .trailingBytes
  }
}
