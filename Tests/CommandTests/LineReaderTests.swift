import TestSupport
import Testing

@testable import khabar

@Suite struct LineReaderTests {
  private func lines(_ text: String, block: Int, limit: Int = 100) throws -> [LineReader.Line] {
    let folder = try TemporaryFolder()
    var reader = LineReader(
      try Descriptor(reading: try folder.write(text, to: "lines")), limit: limit, blockSize: block)
    var lines: [LineReader.Line] = []
    while let line = try reader.next(beforeWaiting: {}) { lines.append(line) }
    return lines
  }

  @Test(arguments: [1, 2, 3, 7, 64]) func `blocks of any size give the same lines`(block: Int) throws {
    let expected = ["one", "", "two and more", "", "last"].map { LineReader.Line.bytes(Array($0.utf8)) }
    #expect(try lines("one\n\ntwo and more\r\n\nlast", block: block) == expected)
    #expect(try lines("one\n\ntwo and more\n\nlast\n", block: block) == expected)
    #expect(try lines("", block: block) == [])
  }

  @Test(arguments: [1, 3, 64]) func `a line over the limit is counted and skipped`(block: Int) throws {
    let expected: [LineReader.Line] = [.bytes(Array("12345".utf8)), .tooLong(6), .bytes([]), .tooLong(30)]
    #expect(try lines("12345\n123456\n\n" + String(repeating: "x", count: 30), block: block, limit: 5) == expected)
  }
}
