/// Finds persons, organisations and places.
enum NameExtractor {
  /// The names of a run of tokens in order.
  static func names(in words: Words, _ range: Range<Int>) -> [NameMatch] { [] }
}
