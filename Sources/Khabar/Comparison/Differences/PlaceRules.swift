/// Places that differ: one inside the other is compatible, two of one kind conflict.
enum PlaceRules {
  static let other = DifferenceRule(
    "place.other", .conflict, "The two sides name different places.", arabic: "يسمّي كل طرف مكانا مختلفا.",
    good: [
      .init("وقع الانفجار في مدينة صفاقس.", "وقع الانفجار في مدينة سوسة."),
      .init("The summit opens in Lisbon.", "The summit opens in Madrid."),
      .init("توفي الجريح في مستشفى أروما.", "توفي الجريح في مستشفى شندي."),
    ],
    bad: [.init("The summit opens in Lisbon.", "The summit opens in Portugal.")])

  static let contained = DifferenceRule(
    "place.contained", .compatible, "One place lies in the other.", arabic: "أحد المكانين يقع في الآخر.",
    good: [
      .init("وقع الانفجار في مدينة صفاقس.", "وقع انفجار في تونس."),
      .init("The summit opens in Lisbon.", "The summit opens in Portugal."),
      .init("هبطت الطائرة في مطار بنينا ببنغازي.", "هبطت الطائرة في بنغازي."),
      .init("The outbreak was found at a farm in Lisbon.", "The outbreak was found in Lisbon."),
    ],
    bad: [.init("وصل الوفد إلى مدينة صفاقس.", "وصل الوفد إلى صفاقس.")])

  static let direction = DifferenceRule(
    "place.direction", .conflict, "The two sides name opposite directions.", arabic: "يذكر الطرفان جهتين متعاكستين.",
    good: [.init("قصفت الطائرات شمال المدينة.", "قصفت الطائرات جنوب المدينة.")])

  static let otherwise = DifferenceRule(
    "place.otherwise", .compatible, "Each side tells where it is in words of its own, and both can be true.",
    arabic: "يصف كل طرف المكان بكلمات أخرى، ويصح القولان معا.",
    good: [
      .init("عُثر على النيزك في جبل شمس.", "عُثر على النيزك قرب مسقط."),
      .init("The meteorite fell near Skarholm.", "The meteorite fell near Oslo."),
    ],
    bad: [.init("غرقت السفينة قبالة سواحل المهرة.", "غرقت السفينة قبالة سواحل المهرة أمس.")])

  static let all = [other, contained, direction, otherwise]

  static func differences(_ pair: Pair) -> [Difference] {
    let named = named(pair)
    let found = named.isEmpty ? Whereabouts.difference(pair).list : named
    // A state under another name is told as such.
    return found.filter { place in !pair.metonyms.contains { $0.a.span.overlaps(place.a.span) } }
  }

  private static func named(_ pair: Pair) -> [Difference] {
    if let direction = pair.eitherWay(otherDirection) { return [direction] }
    if let site = otherSite(pair) { return [site] }
    let (a, b) = (pair.a.places, pair.b.places)
    let onlyA = a.filter { x in !b.contains { $0.name == x.name } }
    let onlyB = b.filter { y in !a.contains { $0.name == y.name } }
    guard let x = onlyA.first, let y = onlyB.first else { return pair.eitherWay(narrower).list }
    if onlyA.allSatisfy({ $0.name == x.name }), onlyB.allSatisfy({ $0.name == y.name }) {
      return difference(pair, x, y).list
    }
    // Several names that each have one of its country on the other side: "Rome and Tirana", "Italy and Albania".
    let others = firsts(onlyB)
    let named = firsts(onlyA).compactMap { x in
      others.first { country($0.name ?? "") == country(x.name ?? "") }.flatMap { difference(pair, x, $0) }
    }
    return named.filter { $0.verdict == .compatible }
  }

  /// Opposite directions that are told of one thing.
  private static func otherDirection(_ pair: Pair) -> Difference? {
    // Any two directions are alike, so that one of several may have another one for its partner.
    let found = Opposites.first(pair, on: .direction) { Opposites.haveOneNeighbour(pair.alignment, $0, $1) }
    return found.map {
      direction.difference(
        pair.a.detail(token: pair.alignment.a.all[$0.a].token), pair.b.detail(token: pair.alignment.b.all[$0.b].token))
    }
  }

  /// Two sites of one kind with different names: "في مستشفى أروما", "في مستشفى خشم القربة".
  private static func otherSite(_ pair: Pair) -> Difference? {
    guard !pair.alignment.isBetweenLanguages, let (x, y) = NamedSite.others(pair) else { return nil }
    return other.difference(
      pair.a.detail(tokens: x.head..<x.name.upperBound), pair.b.detail(tokens: y.head..<y.name.upperBound))
  }

  /// A place that both name, where B says which spot of it is meant: "في مطار بنينا ببنغازي".
  private static func narrower(_ pair: Pair) -> Difference? {
    guard !pair.alignment.isBetweenLanguages else { return nil }
    for y in pair.b.places {
      guard let x = pair.a.places.first(where: { $0.name == y.name }), isLocated(pair.a, x), spot(pair.a, x) == nil,
        let spot = spot(pair.b, y), pair.mirrored.partners(of: spot.prefix(1), likeness: 0.55) == nil
      else { continue }
      return contained.difference(
        pair.a.detail(x.span, value: x.name), pair.b.detail(tokens: spot, value: y.name))
    }
    return nil
  }

  /// The words from a noun for a place, told as where something was, within the four before a place.
  private static func spot(_ side: Side, _ mention: Mention) -> Range<Int>? {
    let words = side.report.words
    let place = words.range(mention.span)
    for token in (max(side.hull.lowerBound, place.lowerBound - 4)..<max(side.hull.lowerBound, place.lowerBound))
      .reversed()
    {
      if words[token].kind == .mark { return nil }
      // "مدينة صفاقس" is Sfax.
      let isHead = Places.isHead(words, token)
      guard isHead && token + 1 < place.lowerBound || words.code(.sites, at: token) == Places.spot else { continue }
      return isBehindPreposition(words, token) ? token..<place.upperBound : nil
    }
    return nil
  }

  /// The first mention of each country.
  private static func firsts(_ places: [Mention]) -> [Mention] {
    places.indices.filter { i in !places[..<i].contains { country($0.name ?? "") == country(places[i].name ?? "") } }
      .map { places[$0] }
  }

  private static func difference(_ pair: Pair, _ x: Mention, _ y: Mention) -> Difference? {
    guard let codeX = x.name, let codeY = y.name else { return nil }
    let details = (pair.a.detail(x.span, value: codeX), pair.b.detail(y.span, value: codeY))
    // Where a place of no list lies is not known, and it may be spelled otherwise.
    guard isListed(codeX) == isListed(codeY), isListed(codeX) || !areOne(NameKey(codeX), NameKey(codeY)) else {
      return nil
    }
    if country(codeX) != country(codeY) {
      // A Frenchman is a European.
      if [codeX, codeY].contains("EU"), isDemonym(pair.a, x) || isDemonym(pair.b, y) { return nil }
      return isCountry(codeX) == isCountry(codeY) && exclude(pair, x, y) ? other.difference(details.0, details.1) : nil
    }
    guard isCountry(codeX) || isCountry(codeY) else {
      return exclude(pair, x, y) ? other.difference(details.0, details.1) : nil
    }
    let (city, nation) = isCountry(codeX) ? ((y, pair.b), (x, pair.a)) : ((x, pair.a), (y, pair.b))
    // "العاصمة العمانية" is Muscat.
    if isOf("capital", city.1, city.0), isPlainCapital(nation.1, nation.0) { return nil }
    // "سفيرها لدى باماكو", "سفيره في مالي"
    if isOf("capital", city.1, city.0), hasEnvoy(city.1, city.0), hasEnvoy(nation.1, nation.0) {
      return NameRules.metonym.difference(details.0, details.1)
    }
    return isLocated(city.1, city.0) && isLocated(nation.1, nation.0)
      ? contained.difference(details.0, details.1) : nil
  }

  /// Whether an ambassador stands close before a place: to a state, wherever its capital lies.
  private static func hasEnvoy(_ side: Side, _ mention: Mention) -> Bool {
    let (words, place) = (side.report.words, side.report.words.range(mention.span).lowerBound)
    return (max(0, place - 3)..<place).contains { envoys.contains(Lexicon.concept(words[$0].core).concept) }
  }

  private static let envoys = Set(["ambassador", "embassy"].map { Key.of($0.utf8) })

  /// Whether two places of no list may be one: "النشيمة" and "النشيمة المطل".
  private static func areOne(_ x: NameKey, _ y: NameKey) -> Bool { x.matches(y) || x.mayShorten(y) }

  /// Whether two places cannot both be meant: each tells where, or stands in the surroundings of the other.
  private static func exclude(_ pair: Pair, _ x: Mention, _ y: Mention) -> Bool {
    // "نظيره المصري" is nowhere.
    guard isDemonym(pair.a, x) == isDemonym(pair.b, y) else { return false }
    // A town may lie in a province.
    guard isRegion(pair.a, x) == isRegion(pair.b, y) else { return false }
    if isLocated(pair.a, x), isLocated(pair.b, y) { return true }
    let (a, b) = (pair.a.report.words.range(x.span), pair.b.report.words.range(y.span))
    let (terms, others) = (pair.alignment.a.all, pair.alignment.b.all)
    guard let i = terms.firstIndex(where: { a.contains($0.token) }),
      let j = others.firstIndex(where: { b.contains($0.token) })
    else { return false }
    return Opposites.standAlike(pair.alignment, i, j)
  }

  /// Whether a word beside a place says that it is a province or another part of a state, or a direction before it that it is a
  /// region.
  private static func isRegion(_ side: Side, _ mention: Mention) -> Bool {
    let words = side.report.words
    let range = words.range(mention.span)
    // "جنوب دارفور"
    if range.lowerBound > side.hull.lowerBound,
      words.match(.opposites, at: range.lowerBound - 1).map({ Poles($0.value.bytes).has(.direction) }) ?? false
    {
      return true
    }
    return (range.lowerBound - 1..<range.upperBound + 1).contains {
      words.indices.contains($0) && isRegion(words, $0)
    }
  }

  /// Whether a word is one for a province or another part of a state.
  static func isRegion(_ words: Words, _ token: Int) -> Bool {
    regions.contains(words[token].core) || regions.contains(words[token].key)
  }

  /// Whether a place lies in a country that the other one is.
  static func lies(_ place: Mention, in other: Mention) -> Bool {
    guard let code = place.name, let whole = other.name, isListed(whole), isCountry(whole) else { return false }
    return !isCountry(code) && country(code) == whole
  }

  private static let regions = Set(
    ["محافظه", "ولايه", "اقليم", "مقاطعه", "منطقه", "جهه", "province", "governorate", "region", "state", "county"].map {
      Key.of($0.utf8)
    })

  /// Whether a place has the code of a country, not only its letters.
  static func isListed(_ code: String) -> Bool { country(code).utf8.allSatisfy { (0x41...0x5A).contains($0) } }
  private static func isCountry(_ code: String) -> Bool { !code.utf8.contains { $0 == 0x2F || $0 == 0x3A } }
  static func country(_ code: String) -> Substring {
    code[..<(code.utf8.firstIndex { $0 == 0x2F || $0 == 0x3A } ?? code.endIndex)]
  }

  static func isDemonym(_ side: Side, _ mention: Mention) -> Bool { isOf("demonym", side, mention) }

  /// Whether the lexicon gives this type of a place.
  static func isOf(_ type: String, _ side: Side, _ mention: Mention) -> Bool {
    let token = side.report.words.range(mention.span).lowerBound
    return side.report.words.match(.places, at: token)?.value.field(1).elementsEqual(type.utf8) ?? false
  }

  /// Whether an adjective of a nation stands beside "the capital".
  private static func isPlainCapital(_ side: Side, _ mention: Mention) -> Bool {
    let words = side.report.words
    let range = words.range(mention.span)
    return [range.lowerBound - 1, range.upperBound].contains {
      words.indices.contains($0) && words.code(.sites, at: $0) == 0x63
    }
  }

  /// Whether a preposition of place stands before a place, so that it is where and not who.
  private static func isLocated(_ side: Side, _ mention: Mention) -> Bool {
    isLocated(side.report.words, mention.span)
  }

  /// The same of any place in a text.
  static func isLocated(_ words: Words, _ place: Span) -> Bool {
    let token = words.range(place).lowerBound
    return isBehindPreposition(words, token) || token > 0 && words.has(.sites, at: token - 1)
  }

  static func isBehindPreposition(_ words: Words, _ token: Int) -> Bool {
    if !words[token].clitics.isDisjoint(with: [.ba, .la]) { return true }
    // "at the old farm"
    return (max(0, token - 3)..<token).reversed().prefix { words[$0].kind != .mark && words.has(.function, at: $0) }
      .contains { words.match(.function, at: $0)?.value.first == 0x70 }
  }
}
