import Khabar

/// Where the lines of a text begin, so that a span becomes lines and columns without counting from the start each time.
struct LineMap {
  /// The first code point of each line.
  private var starts = [0]

  init(_ utf8: [UInt8]) {
    var point = 0
    for byte in utf8 where byte & 0xC0 != 0x80 {
      point += 1
      if byte == 10 { starts.append(point) }
    }
  }

  /// Lines and columns of a span, from 1; the end is one past the last code point.
  func region(_ span: Span) -> Spot.Region {
    let (line, endLine) = (line(span.start), line(max(span.start, span.end - 1)))
    return .init(
      line: line + 1, column: span.start - starts[line] + 1, endLine: endLine + 1,
      endColumn: span.end - starts[endLine] + 1)
  }

  /// Index of the line that a code point is on.
  private func line(_ point: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= point { low = middle } else { high = middle }
    }
    return low
  }
}
