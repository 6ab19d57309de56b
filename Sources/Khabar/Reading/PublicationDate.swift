/// The day an article says it was published on.
enum PublicationDate {
  /// The first full day in a byline or dateline, as an EDTF day.
  static func find(in words: Words, _ blocks: [Block], _ ranges: [Range<Int>]) -> String? {
    for (block, range) in zip(blocks, ranges) where block.kind == .byline || block.kind == .dateline {
      for time in TimeExtractor.times(in: words, range, published: nil) where time.anchor == .text {
        if let day = time.edtf.flatMap(day) { return day }
      }
    }
    return nil
  }

  /// The day of "2025-01-14" and "2025-01-14T19:40"; nil for anything less exact.
  private static func day(_ edtf: String) -> String? {
    let utf8 = Array(edtf.utf8)
    guard utf8.count == 10 || utf8.count > 10 && utf8[10] == 0x54 else { return nil }
    let isDay = utf8.prefix(10).enumerated().allSatisfy { index, byte in
      index == 4 || index == 7 ? byte == 0x2D : (0x30...0x39).contains(byte)
    }
    return isDay ? String(decoding: utf8.prefix(10), as: UTF8.self) : nil
  }
}
