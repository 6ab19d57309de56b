/// Finds dates, periods and clock times.
enum TimeExtractor {
  /// The expressions of a run of tokens in order, without overlaps, resolved against a publication date (EDTF day).
  static func times(in words: Words, _ range: Range<Int>, published: String?) -> [TimeMatch] { [] }
}
