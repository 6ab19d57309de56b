/// Of which time a sentence tells, as its article sees it: two that tell of two eras tell two events, however alike they are.
enum Era {
  /// No time, or several.
  case open
  /// The days around publication.
  case current
  /// A time that had long ended, told as background.
  case past

  /// Days around publication that are current, and after which an ended time is past.
  private static let (near, far): (Day, Day) = (7, 90)

  /// The era of the sentence around some tokens, in a report of these days.
  init(
    _ words: Words, _ times: [TimeExpression], _ sentence: Range<Int>, _ published: (first: Day, last: Day)?
  ) {
    self =
      published.map { Self.dated(words, times, sentence, $0) } ?? Self.undated(words, times, sentence)
    if self == .open, sentence.contains(where: { Self.similar.contains(words[$0].core) }) { self = .past }
  }

  private static func dated(
    _ words: Words, _ times: [TimeExpression], _ sentence: Range<Int>, _ published: (first: Day, last: Day)
  ) -> Era {
    var found: Era = .open
    // Most times are of other sentences, and copying them all would cost more than asking.
    for index in times.indices where words.begins(times[index].span, in: sentence) {
      // "Since 1960" reaches the present, and of a time that nobody can place none is known.
      guard let bounds = times[index].edtf.flatMap(EDTF.bounds), !begins(words, words.range(times[index].span))
      else { return .open }
      let isNear = bounds.last >= published.first - near && bounds.first <= published.last + near
      let era: Era = bounds.last < published.first - far ? .past : isNear ? .current : .open
      guard era != .open, found == .open || found == era else { return .open }
      found = era
    }
    return found
  }

  /// What is said of another event than today's: "حادث مماثل". Asked of every word, and a hash would cost more than five comparisons.
  private static let similar = ["مماثل", "مماثله", "مشابه", "مشابهه", "similar"].map { Key.of($0.utf8) }

  /// The era of a sentence of which nobody knows when it was published: a year or "nine years ago" is background beside a day of
  /// the week or "yesterday", which only news is told by.
  private static func undated(_ words: Words, _ times: [TimeExpression], _ sentence: Range<Int>) -> Era {
    var found: Era = .open
    for index in times.indices where words.begins(times[index].span, in: sentence) {
      let range = words.range(times[index].span)
      let isYear = times[index].edtf?.utf8.count == 4 && !begins(words, range)
      let era: Era = isYear || isYearsAgo(words, range) ? .past : isOfTheseDays(words, range) ? .current : .open
      guard era != .open, found == .open || found == era else { return .open }
      found = era
    }
    return found
  }

  /// "قبل تسعة أعوام", "two decades ago"; "منذ" may say how long something has lasted.
  private static func isYearsAgo(_ words: Words, _ range: Range<Int>) -> Bool {
    let isAgo = range.contains {
      switch words.timeWord(at: $0)?.kind {
      case .ago: true
      case .before: words[$0].core != since
      default: false
      }
    }
    return isAgo
      && range.contains {
        guard let word = words.timeWord(at: $0), word.kind == .units || word.kind == .dualUnit else { return false }
        return word.value == TimeUnit.year.rawValue || word.value == TimeUnit.decade.rawValue
      }
  }

  private static let since = Key.of("منذ".utf8)

  private static func isOfTheseDays(_ words: Words, _ range: Range<Int>) -> Bool {
    range.contains { words.weekday(at: $0) != nil || words.timeWord(at: $0)?.kind == .day }
  }

  /// Whether a time is only the beginning of a longer one.
  private static func begins(_ words: Words, _ range: Range<Int>) -> Bool {
    (max(0, range.lowerBound - 1)..<range.upperBound).contains {
      switch words.timeWord(at: $0)?.kind {
      case .from, .before: true
      default: words.foldedText($0).elementsEqual("since".utf8)
      }
    }
  }

  /// Whether two facts cannot tell one event, since one is of today and one of long ago.
  static func areApart(_ a: Era, _ b: Era) -> Bool {
    a == .past && b == .current || a == .current && b == .past
  }
}

extension Words {
  /// Whether the first token of a span is one of some tokens.
  fileprivate func begins(_ span: Span, in tokens: Range<Int>) -> Bool {
    guard !tokens.isEmpty else { return false }
    let start = span.bytes.lowerBound
    return Int(all[tokens.upperBound - 1].bytes.lowerBound) >= start
      && (tokens.lowerBound == 0 || Int(all[tokens.lowerBound - 1].bytes.lowerBound) < start)
  }
}
