/// What ties words of two reports together beyond their letters: equal values, equal times, one entity.
struct Anchors: Sendable {
  /// Those of the tokens that are tied to anything, which few are, behind an empty one.
  private var all = [Anchor()]
  /// The place of each token among them; none at all where no token is tied to anything, as in many a statement.
  private var places: [Int32] = []
  /// The number of tokens.
  private let count: Int
  /// Whether a word has the key of a name that both reports have.
  private(set) var areLinked = false

  /// What a token is of a figure, of which only the first one is a term.
  private enum Part { case none, first, rest }

  private struct Anchor {
    /// The key of what the token stands for, or 0.
    var key: UInt64 = 0
    /// What a figure counts, where that is one kind of people or things, or the noun is of which there is none.
    var unit: UInt64 = 0
    /// What the token is of a figure.
    var part = Part.none
  }

  /// The key of what a token stands for, or 0.
  subscript(token: Int) -> UInt64 { places.isEmpty ? 0 : all[Int(places[token])].key }

  /// The key of what a token counts or what there is none of, or 0.
  func unit(_ token: Int) -> UInt64 { places.isEmpty ? 0 : all[Int(places[token])].unit }

  /// Whether a figure begins at a token.
  func beginsFigure(_ token: Int) -> Bool { part(token) == .first }

  /// Whether a token goes on with a figure.
  func continuesFigure(_ token: Int) -> Bool { part(token) == .rest }

  private func part(_ token: Int) -> Part { places.isEmpty ? .none : all[Int(places[token])].part }

  /// The values and times of a report.
  init(_ words: Words, _ times: [TimeExpression], _ quantities: [Quantity]) {
    count = words.count
    for time in times {
      guard let edtf = time.edtf else { continue }
      let key = Key.finish(edtf.utf8.reduce(Self.time) { Key.add($1, to: $0) })
      for token in words.range(time.span) { change(token) { $0.key = key } }
    }
    for quantity in quantities where quantity.unit != "{ordinal}" {
      guard let value = quantity.value else { continue }
      let figure = words.range(quantity.span).filter { words.isFigure($0) }
      guard let first = figure.first else { continue }
      let key = Key.finish(value.utf8.reduce(Self.value) { Key.add($1, to: $0) })
      change(first) { anchor in
        if let unit = quantity.unit, unit.hasPrefix("{"), unit != "{person}" { anchor.unit = Key.of(unit.utf8) }
        anchor.key = key
        if anchor.part == .none { anchor.part = .first }
      }
      for token in figure.dropFirst() { change(token) { $0.part = .rest } }
    }
    for token in words.tokens(showing: Cues(.units), in: words.indices) {
      // "no casualties" stands beside "four casualties" as another figure would.
      if words.has(.units, at: token), part(token) == .none,
        words.unitKind(at: token)?.isNoun ?? false,
        Negation.isNegated(words, token, within: max(0, token - 5)..<token),
        let unit = words.unitWord(at: token), unit.code != "{person}"
      {
        change(token) { $0.unit = Key.of(unit.code.utf8) }
      }
    }
  }

  /// No anchors, for words outside of facts.
  init() { count = 0 }

  /// The hashes that the keys of times and values go on from.
  private static let (time, value) = (
    "time ".utf8.reduce(Key.seed) { Key.add($1, to: $0) }, "value ".utf8.reduce(Key.seed) { Key.add($1, to: $0) }
  )
  /// The same of entities.
  private static let entity = Key.of("entity".utf8)

  private mutating func change(_ token: Int, _ change: (inout Anchor) -> Void) {
    if places.isEmpty {
      places = Array(0, times: count)
      all.reserveCapacity(8)
    }
    if places[token] == 0 {
      places[token] = Int32(all.count)
      all.append(Anchor())
    }
    change(&all[Int(places[token])])
  }

  /// The anchors of two reports, with one key for each person or organisation that both name.
  static func linked(_ a: ComparedReport, _ b: ComparedReport) -> (a: Anchors, b: Anchors) {
    var anchors = (a: a.anchors, b: b.anchors)
    // Before longer names that have such a word in them.
    if a.report.language != b.report.language { link(&anchors, a.sounds, b.sounds) }
    let (known, others) = (a.entities, b.entities)
    if known.isEmpty || others.isEmpty { return anchors }
    // Names that match are one, and so are all that match one of them, so that the order of the reports does not matter.
    var numbers = Array(known.indices)
    var matches: [[Int]] = []
    for entity in others {
      let same = known.indices.filter { known[$0].kind == entity.kind && known[$0].key.matches(entity.key) }
      matches.append(same)
      guard let first = same.map({ numbers[$0] }).min() else { continue }
      let merged = same.map { numbers[$0] }
      for index in numbers.indices where merged.contains(numbers[index]) { numbers[index] = first }
    }
    // A name of one side alone would take words that a name of both has in it.
    var areCommon = Array(false, times: known.count)
    for index in matches.joined() { areCommon[numbers[index]] = true }
    for (entity, number) in zip(known, numbers) where areCommon[number] {
      anchors.a.mark(entity, a.report, number)
    }
    for (entity, same) in zip(others, matches) {
      if let first = same.first { anchors.b.mark(entity, b.report, numbers[first]) }
    }
    return anchors
  }

  /// Ties words of no list that sound alike in two scripts: "تابلاط", "Tablat".
  private static func link(_ anchors: inout (a: Anchors, b: Anchors), _ a: NamesBySound, _ b: NamesBySound) {
    // A word has two sounds where its first letter may be a preposition; in one order, whichever side is A.
    for sound in a.tokens.keys.filter({ b.tokens[$0] != nil }).sorted() {
      for token in a.tokens[sound] ?? [] { anchors.a.mark(token, sound) }
      for token in b.tokens[sound] ?? [] { anchors.b.mark(token, sound) }
    }
  }

  private mutating func mark(_ entity: Entity, _ report: Report, _ number: Int) {
    let key = Key.join(Self.entity, UInt64(number))
    for span in entity.spans { for token in report.words.range(span) { mark(token, key) } }
  }

  /// Ties a word to one of the other report, where nothing else does.
  private mutating func mark(_ token: Int, _ key: UInt64) {
    guard self[token] == 0 else { return }
    change(token) { $0.key = key }
    areLinked = true
  }
}

/// One person or organisation of a report with all its mentions.
struct Entity: Sendable {
  let kind: Mention.Kind
  let key: NameKey
  var spans: [Span]
}

extension Report {
  /// The named persons and organisations.
  func entities(_ known: KnownTerms) -> [Entity] {
    var result: [Entity] = []
    var places = KeyTable()
    for index in mentions.indices where mentions[index].kind == .person || mentions[index].kind == .organisation {
      let span = mentions[index].span
      if let first = mentions[index].sameAs, let place = places[UInt64(bitPattern: Int64(first))] {
        result[place].spans.append(span)
      } else if let name = mentions[index].name {
        places[UInt64(bitPattern: Int64(mentions[index].id))] = result.count
        result.append(Entity(kind: mentions[index].kind, key: known.name(name), spans: [span]))
      }
    }
    return result
  }
}
