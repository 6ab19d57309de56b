/// Whether bytes are UTF-8, at the speed of memory where they are ASCII, as most of a page is.
package enum UTF8Check {
  /// Whether bytes are valid UTF-8 (Unicode 3.9, D92).
  package static func isValid(_ bytes: Swift.Span<UInt8>) -> Bool {
    var index = 0
    while true {
      index = firstOther(bytes, from: index)
      guard index < bytes.count else { return true }
      let end = firstLane(ofASCII: bytes, from: index)
      guard (try? UTF8Span(validating: bytes.extracting(index..<end))) != nil else { return false }
      index = end
    }
  }

  /// The first byte from an index on that is not ASCII.
  private static func firstOther(_ bytes: Swift.Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index + Lanes.width <= bytes.count {
      if let first = Lanes(bytes, at: index).ones(0x80, mask: 0x80).firstOne { return index + first }
      index += Lanes.width
    }
    while index < bytes.count, bytes[index] < 0x80 { index += 1 }
    return index
  }

  /// Where the first sixteen bytes of ASCII in a row begin that are looked at, in steps of sixteen.
  private static func firstLane(ofASCII bytes: Swift.Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index + Lanes.width <= bytes.count {
      if Lanes(bytes, at: index).ones(0x80, mask: 0x80).isZero { return index }
      index += Lanes.width
    }
    return bytes.count
  }
}
