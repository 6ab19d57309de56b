/// Whether bytes are UTF-8, at a few instructions for sixteen bytes where they are letters of one or two bytes, as those of
/// nearly every page are.
package enum UTF8Check {
  /// Whether bytes are valid UTF-8 (Unicode 3.9, D92).
  package static func isValid(_ bytes: Swift.Span<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let plain = plainLength(bytes, from: index)
      index += plain
      if plain > 0 { continue }
      var end = min(index + 4 * Lanes.width, bytes.count)
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      guard (try? UTF8Span(validating: bytes.extracting(index..<end))) != nil else { return false }
      index = end
    }
    return true
  }

  /// How many of the next sixteen bytes are whole characters of one or two bytes; 0 where others are among them.
  @inline(__always)
  private static func plainLength(_ bytes: Swift.Span<UInt8>, from index: Int) -> Int {
    guard index + Lanes.width <= bytes.count else { return 0 }
    let lanes = Lanes(bytes, at: index)
    if lanes.ones(0x80, mask: 0x80).isZero { return Lanes.width }
    // What begins longer characters, and what begins none.
    guard (lanes.ones(0xE0, mask: 0xE0) | lanes.ones(0xC0, mask: 0xFE)).isZero else { return 0 }
    let leads = lanes.ones(0xC0, mask: 0xE0).halves
    let trails = lanes.ones(0x80, mask: 0xC0).halves
    // Right behind each byte that begins one, and nowhere else, stands one that ends it.
    guard trails.first == leads.first << 8, trails.last == leads.last << 8 | leads.first >> 56 else { return 0 }
    return Lanes.width - Int(leads.last >> 56)
  }
}
