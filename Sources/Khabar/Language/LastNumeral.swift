/// The numerals of a run of tokens, of which the last one is remembered: who looks for a century, a length and a date asks for the same
/// one in turn.
final class LastNumeral {
  private let reader: NumeralReader
  private var start: Int?
  private var last: Numeral?

  init(_ reader: NumeralReader) { self.reader = reader }

  /// The longest numeral that begins at a token.
  func numeral(at start: Int) -> Numeral? {
    if self.start != start { (last, self.start) = (reader.numeral(at: start), start) }
    return last
  }
}
