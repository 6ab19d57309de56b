/// Words that take a stance: loaded labels, words held at a distance, verbs of saying that judge.
enum WordingRules {
  static let label = DifferenceRule(
    "wording.label", .compatible,
    "The two sides use different names for the same thing, and a name here takes a stance.",
    arabic: "يسمّي الطرفان الشيء نفسه باسمين مختلفين، وفي التسمية موقف.",
    good: [.init("هدمت سلطات الاحتلال ستة منازل في سلوان.", "هدمت السلطات الإسرائيلية ستة منازل في سلوان.")])

  static let distanced = DifferenceRule(
    "wording.distanced", .compatible, "One side holds a name at a distance with quotation marks or \"so-called\".",
    arabic: "يتحفظ أحد الطرفين على التسمية بعلامات اقتباس أو بعبارة مثل «ما يسمى».",
    good: [
      .init("سلكت ثماني حافلات «الممر الآمن» شمال المدينة.", "سلكت ثماني حافلات الممر الآمن شمال المدينة."),
      .init("The so-called ghost orchestra played in Varna.", "The ghost orchestra played in Varna."),
    ])

  static let verb = DifferenceRule(
    "wording.verb", .compatible, "One side reports the words neutrally, the other with a verb that judges them.",
    arabic: "ينقل أحد الطرفين الكلام بحياد والآخر بفعل يحمل حكما.",
    good: [
      .init("زعم قائد الفصيل أن رجاله أسقطوا طائرة.", "قال قائد الفصيل إن رجاله أسقطوا طائرة."),
      .init("The mayor claimed that the bridge was safe.", "The mayor said the bridge was safe."),
    ])

  static let all = [label, distanced, verb]

  static func differences(_ pair: Pair) -> [Difference] {
    labels(pair) + pair.eitherWay(distance).list + pair.eitherWay(verbs).list
  }

  // MARK: - Labels

  /// A label of the lexicon: what it names, and the stance it takes ("n" none).
  private struct Label {
    let tokens: Range<Int>
    let concept: [UInt8]
    let stance: UInt8

    func isLike(_ other: Label) -> Bool { concept == other.concept && stance == other.stance }
  }

  /// One difference for each thing that both name.
  private static func labels(_ pair: Pair) -> [Difference] {
    let (a, b) = (labels(pair.a), labels(pair.b))
    var told: [[UInt8]] = []
    return a.compactMap { x in
      guard !told.contains(x.concept), !b.contains(where: { $0.isLike(x) }),
        let y = b.first(where: { $0.concept == x.concept }), !a.contains(where: { $0.isLike(y) })
      else { return nil }
      told.append(x.concept)
      return label.difference(pair.a.detail(tokens: x.tokens), pair.b.detail(tokens: y.tokens))
    }
  }

  private static func labels(_ side: Side) -> [Label] {
    let words = side.report.words
    var result: [Label] = []
    var index = side.hull.lowerBound
    while index < side.hull.upperBound {
      if let (length, value) = words.aside(.labels, at: index), let tab = value.bytes.firstIndex(of: 0x09),
        tab + 1 < value.bytes.endIndex
      {
        result.append(
          Label(tokens: index..<index + length, concept: Array(value.bytes[..<tab]), stance: value.bytes[tab + 1]))
        index += length
      } else {
        index += 1
      }
    }
    return result
  }

  // MARK: - Distance

  /// A name of A in quotation marks, or behind "so-called", that B uses as it is.
  private static func distance(_ pair: Pair) -> Difference? {
    let words = pair.a.report.words
    for quote in pair.a.quotations {
      let count = quote.count { words[$0].isWordLike }
      guard (1...4).contains(count), !isTitle(words, quote), let partner = pair.partners(of: quote, likeness: 0.9),
        covers(pair, quote), !isQuoted(pair.b, partner)
      else { continue }
      return distanced.difference(pair.a.detail(words.span(quote)), pair.b.detail(tokens: partner))
    }
    for token in pair.a.hull {
      guard let (length, value) = words.aside(.labels, at: token), value.first == 0x78 else { continue }
      guard token + length < pair.a.hull.upperBound else { continue }
      let named = token + length..<min(token + length + 5, pair.a.hull.upperBound)
      guard let partner = pair.partners(of: named, likeness: 0.8), partner.count <= 6, !isDistanced(pair.b, partner)
      else { continue }
      return distanced.difference(pair.a.detail(tokens: token..<named.upperBound), pair.b.detail(tokens: partner))
    }
    return nil
  }

  /// Whether a noun that takes a name stands before the marks ("مدرسة «الأمل»"), where they only mark the name.
  private static func isTitle(_ words: Words, _ quote: Range<Int>) -> Bool {
    let before = quote.lowerBound - 1
    guard before >= 0 else { return false }
    if words[before].categories.has(anyOf: Lexicon.Categories(.sites, .organisations, .media)) { return true }
    // A masculine or feminine noun without article before a quoted name, as in "فيلم «وهج»".
    return words[before].script == .latin ? false : words[before].entry < 0 && !words.isDefinite(before)
  }

  private static func covers(_ pair: Pair, _ quote: Range<Int>) -> Bool {
    let terms = pair.terms(in: quote).filter { pair.alignment.a.all[$0].weight > 20 }
    return !terms.isEmpty && terms.allSatisfy { pair.alignment.fromA[$0].similarity >= 0.9 }
  }

  private static func isQuoted(_ side: Side, _ tokens: Range<Int>) -> Bool {
    side.quotations.contains { $0.overlaps(tokens) }
      || isDistanced(side, tokens)
  }

  private static func isDistanced(_ side: Side, _ tokens: Range<Int>) -> Bool {
    let words = side.report.words
    return (max(0, tokens.lowerBound - 4)..<tokens.lowerBound).contains {
      words.aside(.labels, at: $0)?.value.first == 0x78
    }
  }

  // MARK: - Verbs of saying

  private static func verbs(_ pair: Pair) -> Difference? {
    guard let x = pair.a.facts.first?.verb, let y = pair.b.facts.first?.verb, x.force == .claim,
      y.force == .neutral || y.force == .confirm
    else { return nil }
    return verb.difference(pair.a.detail(x.span), pair.b.detail(y.span))
  }
}
