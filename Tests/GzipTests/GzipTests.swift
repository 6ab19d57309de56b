import Gzip
import Testing

@Suite struct GzipTests {
  @Test(arguments: [0, 1, 1000, 262_143, 262_144, 262_145, 524_288, 1_000_003])
  func `what was compressed comes back`(count: Int) throws {
    let bytes = sample(count)
    #expect(try inflate(deflate(bytes)) == bytes)
  }

  @Test func `the output does not depend on how the input is cut or on the threads`() throws {
    let bytes = sample(1_300_000)
    let whole = try deflate(bytes)
    for (size, jobs) in [(1 << 16, 2), (999, 3), (100_000, 1), (1 << 20, 8)] {
      let compressor = try GzipCompressor(jobs: jobs)
      var output: [UInt8] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        output += try compressor.compress(Array(bytes[start..<min(start + size, bytes.count)]))
      }
      #expect(try output + compressor.finish() == whole)
    }
  }

  @Test func `the header names no time and no system`() throws {
    #expect(try deflate([1]).prefix(10) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255])
  }

  @Test func `members follow one another`() throws {
    let members = try deflate([1, 2]) + deflate([]) + deflate([3])
    #expect(try inflate(members) == [1, 2, 3])
    #expect(try inflate(members, by: 1) == [1, 2, 3])
  }

  @Test func `every truncation is found`() throws {
    let bytes = try deflate(sample(5000))
    for count in 0..<bytes.count {
      #expect(throws: GzipError.truncated) { try inflate(Array(bytes[..<count])) }
    }
  }

  @Test func `other bytes are not gzip`() throws {
    #expect(throws: GzipError.notGzip) { try inflate(Array("khabar".utf8)) }
    #expect(throws: GzipError.trailingBytes) { try inflate(try deflate([1]) + [0, 0, 0]) }
  }

  @Test func `a wrong checksum is damage`() throws {
    var bytes = try deflate(sample(5000))
    bytes[bytes.count - 5] ^= 1
    #expect(throws: GzipError.damaged) { try inflate(bytes) }
  }

  @Test func `bombs stop at the limits`() throws {
    let bomb = try deflate([UInt8](repeating: 0, count: 20 << 20))
    #expect(throws: GzipError.tooLarge(limit: 1000)) { try inflate(bomb, limits: .init(size: 1000)) }
    #expect(throws: GzipError.ratioTooHigh(limit: 250)) { try inflate(bomb) }
    #expect(try inflate(bomb, limits: .init(ratio: 2000)).count == 20 << 20)
  }

  private func sample(_ count: Int) -> [UInt8] {
    var state: UInt32 = 1
    return (0..<count).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(state >> 28) + 0x61
    }
  }

  private func deflate(_ bytes: [UInt8]) throws -> [UInt8] {
    let compressor = try GzipCompressor()
    return try compressor.compress(bytes) + compressor.finish()
  }

  private func inflate(
    _ bytes: [UInt8], by size: Int = 7919, limits: GzipDecompressor.Limits = .init()
  ) throws -> [UInt8] {
    let decompressor = try GzipDecompressor(limits: limits)
    var output: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      try decompressor.decompress(Array(bytes[start..<min(start + size, bytes.count)])) { output += $0 }
    }
    try decompressor.finish()
    return output
  }
}
