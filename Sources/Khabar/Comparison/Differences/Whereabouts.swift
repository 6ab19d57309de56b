/// Where something is, goes to or comes from, as far as the words right behind a preposition name places: "في كهف بجبل شمس",
/// "at a farm near Vacaria".
struct Whereabouts {
  /// The tokens from the first place to the last one, without the preposition.
  private(set) var tokens: Range<Int>
  /// Whether it tells where, to where or from where (the second field of a preposition).
  let role: UInt8
  /// The places, the narrowest first.
  private(set) var names: [Name]
  /// Whether a direction stands before the first of them: "شمال المغرب".
  let isDirected: Bool

  /// A place by what lists say of it and by its words.
  struct Name {
    let tokens: Range<Int>
    /// The code of a listed place.
    var code: String?
    /// The provinces that it lies in or is.
    var regions: [Region] = []
  }

  /// How two sides tell where one thing is in words for different places.
  static func difference(_ pair: Pair) -> Difference? {
    guard isOfOneThing(pair) else { return nil }
    let a = pair.a.whereabouts
    if a.isEmpty { return nil }
    let b = pair.b.whereabouts
    if b.isEmpty { return nil }
    let openA = a.filter { x in !b.contains { x.isLike($0, pair) } }
    let openB = b.filter { y in !a.contains { $0.isLike(y, pair) } }
    guard openA.count == 1, openB.count == 1, let x = openA.first, let y = openB.first, x.role == y.role,
      let rule = x.rule(against: y, pair)
    else { return nil }
    return rule.difference(pair.a.detail(tokens: x.tokens), pair.b.detail(tokens: y.tokens))
  }

  /// Whether the other words of two sides say much the same.
  private static func isOfOneThing(_ pair: Pair) -> Bool {
    let (x, y) = (pair.alignment.coverageOfA, pair.alignment.coverageOfB)
    return pair.alignment.isBetweenLanguages ? max(x, y) >= 0.3 : max(x, y) >= 0.4 && min(x, y) >= 0.2
  }

  /// Whether the other one tells the same place.
  private func isLike(_ other: Whereabouts, _ pair: Pair) -> Bool {
    shares(other, pair) && (names.count == other.names.count || isDirected != other.isDirected)
  }

  private func shares(_ other: Whereabouts, _ pair: Pair) -> Bool { open(other, pair).count < names.count }

  /// The names that the other one has not.
  private func open(_ other: Whereabouts, _ pair: Pair) -> [Name] {
    names.filter { x in !other.names.contains { x.isSame($0, pair) } }
  }

  /// Whether the other side has a word of some names in another part.
  private func isMet(_ names: [Name], _ pair: Pair) -> Bool {
    let (words, others) = (pair.a.report.words, pair.b.report.words)
    return names.contains { name in
      let last = words[name.tokens.upperBound - 1].core
      return pair.b.sentence.contains { others[$0].core == last }
    }
  }

  private func rule(against other: Whereabouts, _ pair: Pair) -> DifferenceRule? {
    let (ownOpen, otherOpen) = (open(other, pair), other.open(self, pair.mirrored))
    if isMet(ownOpen, pair) || other.isMet(otherOpen, pair.mirrored) { return nil }
    if ownOpen.count < names.count { return PlaceRules.contained }
    let (own, others) = (names.flatMap(\.regions), other.names.flatMap(\.regions))
    let areExact = !isDirected && !other.isDirected && !(own + others).contains { $0.kind == Region.area }
    if own.contains(where: { x in others.contains { $0.name == x.name } }) {
      let areTowns = own.allSatisfy { $0.kind == Region.town } && others.allSatisfy { $0.kind == Region.town }
      return areTowns && areExact ? PlaceRules.other : PlaceRules.contained
    }
    if lies(in: other) || other.lies(in: self) { return PlaceRules.contained }
    if !own.isEmpty, !others.isEmpty, areExact { return PlaceRules.other }
    // What no list has may lie anywhere, but two such names of one kind are two places.
    let areUnlisted = [self, other].allSatisfy { $0.names.count == 1 && $0.names[0].isUnlisted }
    return areUnlisted && areExact && !pair.alignment.isBetweenLanguages ? PlaceRules.other : PlaceRules.otherwise
  }

  /// Whether the other one is the country of this one: "في مكناس", "في المغرب".
  private func lies(in other: Whereabouts) -> Bool {
    other.names.contains { whole in
      guard let country = whole.code, !country.utf8.contains(0x3A) else { return false }
      return names.contains { name in
        name.regions.contains { $0.country == country } || name.code.map { PlaceRules.country($0) == country } ?? false
      }
    }
  }
}

extension Whereabouts.Name {
  /// Whether both are one place: by their codes, by what the list of provinces says, by their words or how they sound.
  fileprivate func isSame(_ other: Self, _ pair: Pair) -> Bool {
    if let code, code == other.code { return true }
    if regions.contains(where: { x in other.regions.contains { $0 == x } }) { return true }
    let (words, others) = (pair.a.report.words, pair.b.report.words)
    let (own, theirs) = (NameKey(words.coreText(tokens)), NameKey(others.coreText(other.tokens)))
    if own.matches(theirs) || own.mayShorten(theirs) || theirs.mayShorten(own) { return true }
    let coverage = pair.coverage(words.span(tokens), others.span(other.tokens))
    return min(coverage.a, coverage.b) >= 0.8
  }

  /// Whether only a capital says that it is a name.
  fileprivate var isUnlisted: Bool { code == nil && regions.isEmpty }
}

extension Whereabouts {
  /// All that the facts of a side tell, in reading order.
  static func all(_ side: Side) -> [Whereabouts] {
    let words = side.report.words
    var all: [Whereabouts] = []
    for range in side.ranges {
      var token = range.lowerBound
      while token < range.upperBound {
        guard let (role, start) = opener(side, token), let found = Whereabouts(side, role, start, range.upperBound)
        else {
          token += 1
          continue
        }
        // "في كهف بجبل شمس": what follows at once is where that lies.
        if let last = all.last, found.role == somewhere, last.tokens.upperBound > range.lowerBound,
          token - last.tokens.upperBound <= 1, (last.tokens.upperBound..<token).allSatisfy({ words[$0].isWordLike })
        {
          all[all.count - 1].join(found)
        } else {
          all.append(found)
        }
        token = max(found.tokens.upperBound, token + 1)
      }
    }
    return all
  }

  private mutating func join(_ other: Whereabouts) {
    tokens = tokens.lowerBound..<other.tokens.upperBound
    names += other.names
  }

  /// The letters of the second field of a preposition.
  private static let somewhere: UInt8 = 0x77

  /// The role of a preposition, or of one that is written onto a word, and the word that follows.
  private static func opener(_ side: Side, _ token: Int) -> (role: UInt8, start: Int)? {
    let words = side.report.words
    if let value = words.match(.function, at: token)?.value, value.first == 0x70 {
      return value.field(1).first.map { ($0, token + 1) }
    }
    if words[token].kind == .word, words[token].clitics.contains(.ba) { return (somewhere, token) }
    // "شمال المغرب", "قبالة الحديدة" need no preposition.
    let isNoun = words.code(.sites, at: token) == Places.spot && words[token].script == .arabic
    return isNoun || isDirection(words, token) ? (somewhere, token) : nil
  }

  private static func isDirection(_ words: Words, _ token: Int) -> Bool {
    words.match(.opposites, at: token).map { Poles($0.value.bytes).has(.direction) } ?? false
  }

  /// The places that the words from a token on name, as long as each is one or belongs to one.
  private init?(_ side: Side, _ role: UInt8, _ start: Int, _ end: Int) {
    let words = side.report.words
    var names: [Name] = []
    var (at, last, isDirected) = (start, start, false)
    while at < min(end, last + 4) {
      guard words[at].isWordLike, !side.timeRanges.contains(where: { $0.contains(at) }) else { break }
      if let name = Name(side, at, end) {
        names.append(name)
        (at, last) = (name.tokens.upperBound, name.tokens.upperBound)
        continue
      }
      if names.isEmpty, Self.isDirection(words, at) { isDirected = true }
      // "في أحد فنادق إسطنبول", "at a farm near the town of": no other preposition and no verb of saying stands between.
      guard names.isEmpty, words[at].kind == .word, !words.has(.reporting, at: at),
        at == start || words.match(.function, at: at)?.value.first != 0x70
      else { break }
      at += 1
    }
    guard let first = names.first, let final = names.last else { return nil }
    self.init(
      tokens: min(first.tokens.lowerBound, isDirected ? start : first.tokens.lowerBound)..<final.tokens.upperBound,
      role: role, names: names, isDirected: isDirected)
  }
}

extension Whereabouts.Name {
  /// The place that a token begins: a listed one, one of the list of provinces, or in English words with capitals that no other
  /// list has.
  fileprivate init?(_ side: Side, _ token: Int, _ end: Int) {
    let words = side.report.words
    let place = side.placeRanges.firstIndex { $0.lowerBound == token }
    let region = words.region(at: token)
    let isDemonym = place.map { PlaceRules.isDemonym(side, side.places[$0]) } ?? false
    if let place, !isDemonym {
      let length = max(side.placeRanges[place].count, region?.length ?? 0)
      self.init(tokens: token..<min(end, token + length), code: side.places[place].name, regions: region?.regions ?? [])
    } else if let region, !isDemonym {
      self.init(tokens: token..<min(end, token + region.length), regions: region.regions)
    } else if words[token].script == .latin, words[token].isCapitalized, words[token].entry < 0 {
      var next = token + 1
      while next < end, words[next].script == .latin, words[next].isCapitalized, words[next].kind == .word { next += 1 }
      // "a Tasmanian zinc mine"
      if next == token + 1, Self.adjectives.contains(where: words.foldedText(token).suffix(3).elementsEqual) {
        return nil
      }
      self.init(tokens: token..<next)
    } else {
      return nil
    }
  }

  /// Endings of English adjectives of places.
  private static let adjectives = ["ian", "ese", "ish"].map { Array($0.utf8) }
}
