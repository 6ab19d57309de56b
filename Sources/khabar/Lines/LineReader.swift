/// Cuts a stream into lines without ever holding more than one line and one block of it.
struct LineReader {
  /// One line, without its end.
  enum Line: Equatable {
    case bytes([UInt8])
    /// The line had more bytes than allowed and was skipped.
    case tooLong(Int)
  }

  private let source: Descriptor
  private let limit: Int
  private var block: [UInt8]
  private var start = 0
  private var end = 0
  private var isAtEnd = false

  init(_ source: Descriptor, limit: Int, blockSize: Int = 1 << 20) {
    self.source = source
    self.limit = limit
    block = [UInt8](repeating: 0, count: blockSize)
  }

  /// The next line, or nil at the end; `beforeWaiting` runs whenever more has to be read.
  mutating func next(beforeWaiting: () throws -> Void) throws -> Line? {
    var searched = start
    while true {
      if let lineFeed = POSIX.lineFeed(in: block, searched..<end) {
        defer { start = lineFeed + 1 }
        return line(start..<lineFeed)
      }
      if isAtEnd {
        defer { start = end }
        return start == end ? nil : line(start..<end)
      }
      if end - start > limit { return try skipLine(beforeWaiting) }
      let kept = end - start
      try beforeWaiting()
      try fill()
      searched = start + kept
    }
  }

  private func line(_ range: Range<Int>) -> Line {
    let range = range.last.map { block[$0] == 0x0D } == true ? range.dropLast() : range
    return range.count > limit ? .tooLong(range.count) : .bytes(Array(block[range]))
  }

  /// Moves the unfinished line to the front, makes room, and reads once.
  private mutating func fill() throws {
    if start > 0 {
      block.replaceSubrange(0..<end - start, with: Array(block[start..<end]))
      (start, end) = (0, end - start)
    }
    if end == block.count { block.append(contentsOf: repeatElement(0, count: block.count)) }
    let count = try source.read(into: &block, from: end)
    end += count
    isAtEnd = count == 0
  }

  /// Reads on to the line feed and forgets what it read.
  private mutating func skipLine(_ beforeWaiting: () throws -> Void) throws -> Line {
    var count = 0
    while true {
      if let lineFeed = POSIX.lineFeed(in: block, start..<end) {
        count += lineFeed - start
        start = lineFeed + 1
        return .tooLong(count)
      }
      count += end - start
      start = end
      if isAtEnd { return .tooLong(count) }
      try beforeWaiting()
      try fill()
    }
  }
}
