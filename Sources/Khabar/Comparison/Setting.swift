/// Whether a statement tells today's event, an older one, or only leads to another article.
enum Setting {
  /// Whether a side is a link or a caption from the archive ("اقرأ أيضا: …", "(أرشيف)").
  static func isLink(_ side: Side) -> Bool {
    let words = side.report.words
    if side.report.blocks.contains(where: { $0.kind == .related || $0.kind == .caption }) { return true }
    return side.sentence.contains { token in
      switch words.lineRole(at: token) {
      case .related, .caption, .credit: true
      default: false
      }
    }
  }

  /// Whether a side tells what had happened before: "كانت … قد", "had …ed", "last year".
  static func isBackground(_ side: Side) -> Bool {
    let words = side.report.words
    for token in side.sentence {
      if words.timeWord(at: token)?.kind == .past { return true }
      if words[token].script == .latin {
        if words[token].key == had { return true }
      } else if words[token].key == qad, (max(0, token - 6)..<token).contains(where: { isWas(words, $0) }) {
        return true
      }
    }
    return false
  }

  private static let (had, qad) = (Key.of("had".utf8), Key.of("قد".utf8))

  /// Whether the sides tell of two events of one series: two rounds, the first leg and the second one.
  static func areOtherEvents(_ pair: Pair) -> Bool {
    if Opposites.first(pair, on: .series, where: { _, _ in true }) != nil || haveOtherLabels(pair) { return true }
    return NumberRules.otherOrdinals(pair).map { !$0.isRank } ?? false
  }

  /// "القرار 242" against "القرار 338", "Flight 17": each side has one number that counts nothing behind the same word.
  private static func haveOtherLabels(_ pair: Pair) -> Bool {
    guard let a = label(pair.a), let b = label(pair.b) else { return false }
    let (words, others) = (pair.a.report.words, pair.b.report.words)
    return words[a].key != others[b].key && words[a - 1].core == others[b - 1].core
  }

  /// The only number of a side that is neither quantity nor time and stands right behind a word that measures nothing.
  private static func label(_ side: Side) -> Int? {
    let words = side.report.words
    let labels = side.ranges.joined().filter { token in
      guard token > 0, words[token - 1].kind == .word, !words.has(.function, at: token - 1) else { return false }
      let kind = words.unitKind(at: token - 1)
      return words[token].kind == .number && kind != .measure || kind?.isLabel == true && words.isFigure(token)
    }
    guard !labels.isEmpty else { return nil }
    // "السفينة «أمل 3»"
    if let inName = labels.first(where: { endsName(side, $0) }) { return inName }
    let known = side.quantities.map { words.range($0.span) } + side.timeRanges
    let open = labels.filter { token in !known.contains { $0.contains(token) } }
    return open.count == 1 ? open.first : nil
  }

  /// Whether a number is the end of a name between quotation marks.
  private static func endsName(_ side: Side, _ token: Int) -> Bool {
    side.quotations.contains { $0.upperBound == token + 2 && (4...6).contains($0.count) }
  }

  /// Whether a side puts an earlier report right: "تصويب: …", "Correction: …", "14، لا 34".
  static func isCorrection(_ side: Side) -> Bool {
    let words = side.report.words
    if words.indices.contains(where: { Negation.code(words, $0) == Negation.correction }) { return true }
    return side.ranges.contains { range in
      range.contains {
        Negation.code(words, $0) == Negation.negator && PolarityRules.isContrast(words, $0, within: range)
          && !words.has(.function, at: $0 + 1)
      }
    }
  }

  /// "كان", "كانت", with or without "و".
  private static func isWas(_ words: Words, _ token: Int) -> Bool {
    let form = words.foldedText(token)
    let bare = form.starts(with: "و".utf8) ? form.dropFirst(2) : form
    return bare.starts(with: "كان".utf8) && bare.count <= 10
  }

  /// 1 where both sides number something and no number is common ("the 26th edition"), -1 where one is.
  static func editions(_ pair: Pair) -> Float {
    let (a, b) = (ordinals(pair.a), ordinals(pair.b))
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    return a.isDisjoint(with: b) ? 1 : -1
  }

  private static func ordinals(_ side: Side) -> Set<String> {
    Set(side.quantities.lazy.filter { $0.unit == "{ordinal}" }.compactMap(\.value))
  }

  /// Days between the nearest times of both sides, as the number of binary digits; -1 without times.
  static func daysApart(_ pair: Pair) -> Float {
    guard let days = DateRules.daysApart(pair) else { return -1 }
    return Float(Int.bitWidth - days.leadingZeroBitCount)
  }
}
