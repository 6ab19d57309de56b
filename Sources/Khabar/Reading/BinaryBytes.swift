/// Tells data from text: text has no NUL and hardly a control character.
enum BinaryBytes {
  /// Whether bytes cannot be text.
  ///
  /// Only U+0000...U+0007 and U+0010...U+0017 are counted: those beside them are white space and what terminals and old
  /// encodings use, and one comparison of sixteen bytes leaves all of them out.
  static func areBinary(_ bytes: Swift.Span<UInt8>) -> Bool {
    var controls = 0
    var index = 0
    while index + Lanes.width <= bytes.count {
      // As many steps as a lane can count.
      let end = min(bytes.count - Lanes.width + 1, index + 255 * Lanes.width)
      var (counts, nulls) = (Lanes(), Lanes())
      while index < end {
        let lanes = Lanes(bytes, at: index)
        counts &+= lanes.ones(0, mask: 0xE8)
        nulls |= lanes.ones(0)
        index += Lanes.width
      }
      if !nulls.isZero { return true }
      controls += counts.total
    }
    while index < bytes.count {
      if bytes[index] == 0 { return true }
      if bytes[index] & 0xE8 == 0 { controls += 1 }
      index += 1
    }
    return controls > 3 && controls * 50 > bytes.count
  }
}
