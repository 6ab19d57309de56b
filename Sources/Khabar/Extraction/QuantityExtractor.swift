/// Finds numbers that count or measure.
enum QuantityExtractor {
  /// The quantities of a run of tokens in order, without overlaps and outside the given times.
  static func quantities(in words: Words, _ range: Range<Int>, outside times: [TimeMatch]) -> [QuantityMatch] { [] }
}
