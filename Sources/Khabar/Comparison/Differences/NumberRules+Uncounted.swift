/// A figure against the noun that it counts, which stands without one on the other side.
extension NumberRules {
  /// "14 restaurants" against "restaurants": the counted noun stands on the other side in the plural and without a figure.
  static func uncounted(_ pair: Pair) -> Difference? {
    let words = pair.a.report.words
    let others = pair.b.counted
    for quantity in pair.a.counted
    where quantity.unit.map({ $0.hasPrefix("{") || Deadlines.minutes[$0] != nil }) ?? true {
      guard let low = quantity.low.flatMap({ Decimal($0) }), Decimal(1) < low,
        !others.contains(where: { $0.value == quantity.value || kinship(pair, quantity, $0) > 0 }),
        // "ثلاثة مشتبه بهم"
        let noun = words.range(quantity.span).last(where: { !words.has(.function, at: $0) && words[$0].key != of }),
        !words.isFigure(noun),
        let partner = pair.partners(of: noun..<noun + 1, likeness: 0.6), partner.count == 1
      else { continue }
      let (found, other) = (pair.b.report.words, partner.lowerBound)
      let vague = vague(found, other)
      guard
        vague != nil
          || !isMeasured(found, other)
            && isPlural(found, other, beside: words, noun, isFew: Decimal(2) < low && low < Decimal(11))
            && !(low == Decimal(2) && isDual(found, other, of: words, noun))
            && Deadlines.minutes[quantity.unit ?? ""] == nil
      else { continue }
      return uncounted.difference(
        pair.a.detail(quantity.span, value: quantity.value), pair.b.detail(tokens: vague ?? partner))
    }
    return nil
  }

  private static let of = Key.of("بهم".utf8)

  /// A noun with the word that only says that there are several: "عدد من الجنود", "ساعات عدة", "a handful of diplomats".
  private static func vague(_ words: Words, _ noun: Int) -> Range<Int>? {
    let before = (max(0, noun - 3)..<noun).first { token in
      guard let (length, value) = words.aside(.quantifiers, at: token),
        value.first == Quantifier.several || value.first == Quantifier.some
      else { return false }
      // "most of them teenagers" counts no teenagers.
      return token + length == noun
    }
    if let before { return before..<noun + 1 }
    return noun + 1 < words.count && words.aside(.quantifiers, at: noun + 1)?.value.first == Quantifier.several
      ? noun..<noun + 2 : nil
  }

  /// Whether a noun may be the dual that is counted in another case or before a genitive: "طائرتين", "طائرتا الشركة".
  private static func isDual(_ words: Words, _ noun: Int, of others: Words, _ counted: Int) -> Bool {
    // "الحافلتين" are the "حافلتين" of the other side.
    let form = words.foldedText(noun).dropFirst(words[noun].clitics.contains(.article) ? 4 : 0)
    let dual = others.foldedText(counted)
    return words[noun].script != .arabic || others[counted].script != .arabic
      || dual.count > 4 && form.starts(with: dual.dropLast(4))
  }

  /// Whether "all", "any of" or a figure stands before a noun.
  private static func isMeasured(_ words: Words, _ noun: Int) -> Bool {
    (max(0, noun - 2)..<noun).contains {
      words.aside(.quantifiers, at: $0).map { !Quantifier.measuresNothing.contains($0.value.first) } ?? false
        || words.isFigure($0) || Negation.negates(words, $0)
    }
  }

  /// Whether a noun stands in the plural: by its ending, or because it has another form than the singular that is counted.
  /// Arabic counts in the plural from three to ten (`isFew`), and in the singular from eleven.
  private static func isPlural(_ words: Words, _ noun: Int, beside others: Words, _ counted: Int, isFew: Bool) -> Bool {
    let form = words.foldedText(noun)
    guard words[noun].script == .arabic else { return form.last == 0x73 || words[noun].key != others[counted].key }
    let endings = ["ون".utf8, "ين".utf8, "ات".utf8]
    if endings.contains(where: { form.suffix(4).elementsEqual($0) }) { return true }
    let stem = Stem.key(form, .arabic)
    if others[counted].script == .arabic, Stem.key(others.foldedText(counted), .arabic) == stem { return isFew }
    return others[counted].script == .arabic
  }

  // MARK: - Two by its ending

  /// "لوحتين" against "ثلاث لوحات": a noun that no list has tells two by its ending, where the other side counts the same noun.
  static func dual(_ pair: Pair) -> Difference? {
    let (words, others) = (pair.a.report.words, pair.b.report.words)
    for quantity in pair.a.counted where quantity.unit.map({ $0.hasPrefix("{") }) ?? true {
      guard let bounds = Interval(quantity), bounds.excludesTwo,
        let noun = nounBeforeOne(pair.a, quantity) ?? words.range(quantity.span).last, words[noun].script == .arabic,
        !words.isFigure(noun), !words[noun].clitics.contains(.article)
      else { continue }
      let bare = singular(words.foldedText(noun))
      let found = pair.b.ranges.lazy.joined().first { token in
        others[token].script == .arabic && others[token].kind == .word && !others[token].clitics.contains(.article)
          && !pair.b.quantities.contains { others.range($0.span).contains(token) }
          && ofDual(others.foldedText(token)).map { $0.elementsEqual(bare) } ?? false
      }
      guard let found else { continue }
      return disjoint.difference(
        pair.a.detail(quantity.span, value: quantity.value), pair.b.detail(tokens: found..<found + 1, value: "2"))
    }
    return nil
  }

  /// What a noun has before its dual ending; nil where it has none. "-ين" may be the plural, so that only "-تين" tells two.
  private static func ofDual(_ form: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    for ending in ["تان", "تين", "ان"] where form.count > ending.utf8.count + 4 && form.hasSuffix(ending) {
      return form.dropLast(ending.utf8.count)
    }
    return nil
  }

  /// A counted noun without the ending of its number, gender and case: "لوحات", "لوحة", "مدرسين", "مدرسا".
  private static func singular(_ form: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    for ending in ["ات", "ين", "ون", "ه", "ا"] where form.count > ending.utf8.count + 4 && form.hasSuffix(ending) {
      return form.dropLast(ending.utf8.count)
    }
    return form
  }
}

extension Interval {
  /// Whether it holds no two, and nothing that two may be counted as.
  fileprivate var excludesTwo: Bool {
    let two = Decimal(2)
    return low.map { two < $0 } ?? false || high.map { $0 < two } ?? false
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ ending: String) -> Bool { suffix(ending.utf8.count).elementsEqual(ending.utf8) }
}
