/// Who acts for a state: the state itself, its capital, the seat or a body of its government.
extension NameRules {
  /// A state of one side as it acts, not where something is.
  struct Actor {
    let span: Span
    /// The code of what is named, which begins with that of its country.
    let code: String
    let form: Form
    /// Whether a preposition stands before it, so that it is rather where something is.
    var isLocated = false

    var country: Substring { PlaceRules.country(code) }
  }

  enum Form { case state, capital, seat, body }

  /// The states that both sides have, each in another form: "روما" and "الحكومة الإيطالية", "the White House" and "Washington".
  static func metonyms(_ pair: Pair) -> [Difference] {
    let own = pair.a.actors
    if own.isEmpty { return [] }
    let others = pair.b.actors
    if others.isEmpty { return [] }
    var found: [Difference] = []
    // "طلبت عمّان من دمشق", "يستفسر الأردن من سوريا": where one state has two forms, so may the other one that it deals with.
    for isLocated in [false, true] where !isLocated || !found.isEmpty {
      found += metonyms(pair, own.filter { $0.isLocated == isLocated }, others.filter { $0.isLocated == isLocated })
    }
    return found
  }

  private static func metonyms(_ pair: Pair, _ own: [Actor], _ others: [Actor]) -> [Difference] {
    var found: [Difference] = []
    for x in own where !others.contains(where: { $0.country == x.country && $0.form == x.form }) {
      guard let y = others.first(where: { $0.country == x.country }),
        !own.contains(where: { $0.country == x.country && $0.form == y.form }),
        // Of one state, one form of each side is enough.
        !found.contains(where: { $0.b.span == y.span }),
        !NameKey(pair.a.report.words.text(x.span)).matches(NameKey(pair.b.report.words.text(y.span)))
      else { continue }
      found.append(metonym.difference(pair.a.detail(x.span, value: x.code), pair.b.detail(y.span, value: y.code)))
    }
    return found
  }

  /// The states that the facts of a side and their sources name as those who act.
  static func actors(_ side: Side) -> [Actor] {
    let words = side.report.words
    let (mentions, hull) = (side.report.mentions, side.facts.hull)
    var actors: [Actor] = []
    let near = mentions.partitioningIndex { $0.span.start >= hull.start }
    for mention in mentions[near...].prefix(while: { $0.span.start < hull.end }) where mention.kind == .place {
      guard let code = mention.name, PlaceRules.isListed(code), side.tells(mention.span) else { continue }
      if let body = body(side, mention) {
        actors.append(Actor(span: body, code: code, form: .body))
      } else if let form = form(side, mention) {
        let start = words.range(mention.span).lowerBound
        // "between Muscat and Tehran": two who deal with each other.
        let isBetween = (max(0, start - 4)..<start).contains { between.contains(words[$0].key) }
        let isLocated = !isBetween && PlaceRules.isLocated(words, mention.span)
        actors.append(Actor(span: mention.span, code: code, form: form, isLocated: isLocated))
      }
    }
    return actors
  }

  private static let between = ["بين", "between"].map { Key.of($0.utf8) }

  private static func form(_ side: Side, _ mention: Mention) -> Form? {
    if PlaceRules.isOf("capital", side, mention) { return .capital }
    if PlaceRules.isOf("metonym", side, mention) { return .seat }
    return PlaceRules.isOf("country", side, mention) ? .state : nil
  }

  /// A body of a government beside the name or adjective of its state: "وزارة الصحة الكويتية", "the German government".
  private static func body(_ side: Side, _ mention: Mention) -> Span? {
    let words = side.report.words
    let state = words.range(mention.span)
    let isArabic = words[state.lowerBound].script == .arabic
    // The body stands before the state in Arabic, behind it in English.
    for step in 0..<(isArabic ? 3 : 4) {
      let token = isArabic ? state.lowerBound - 1 - step : state.upperBound + step
      guard words.indices.contains(token) else { return nil }
      guard words[token].kind == .word || words[token].mark == 0x27 || words[token].mark == 0x2019 else { return nil }
      if words.has(.function, at: token) || words.has(.reporting, at: token) { return nil }
      if bodies.contains(Lexicon.concept(words[token].core).concept) {
        return words.coreSpan(min(token, state.lowerBound)..<max(token + 1, state.upperBound))
      }
    }
    return nil
  }

  /// The concepts of bodies that speak and act for a state.
  private static let bodies = Set(
    ["government", "ministry", "foreign-ministry", "parliament", "presidency", "central-bank", "authorities"].map {
      Key.of($0.utf8)
    })
}
