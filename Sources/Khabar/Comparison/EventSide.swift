/// What one report names, as far as it says which event it tells.
final class EventSide {
  /// Names of one kind: those at the beginning, and all.
  struct Names {
    /// A name as it is written and as it is known.
    struct Name {
      var text: String
      var code: String
      /// The key of the code, which is compared at once.
      var id: UInt64
      var key: NameKey?
      /// Of a place in a country the code of the country.
      var country: String?

      /// Of a name that no list knows the key of its stem.
      var stem: UInt64 = 0

      /// The code of the country that a place is or lies in.
      var countryCode: String { country ?? code }
    }

    var lead: [Name] = []
    var all: [Name] = []

    /// Whether a name is among all.
    func has(_ name: Name) -> Bool {
      all.indices.contains { index in
        if all[index].id == name.id, all[index].stem == name.stem { return true }
        guard let key = name.key else { return false }
        return all[index].key?.matches(key) ?? false
      }
    }
  }

  /// The number of a round, a session or an edition.
  struct Edition {
    var noun: UInt64
    var value: String
    var text: String
  }

  private let compared: ComparedReport
  /// The facts that restate no other one.
  let originals: [Fact]
  let script: Word.Script
  private(set) var places = Names()
  private(set) var persons = Names()
  /// Names in Latin letters that no list knows.
  private(set) var unknown = Names()
  private(set) var editions: [Edition] = []
  /// Days that the beginning tells of.
  private(set) var days: [ClosedRange<Day>] = []
  let published: ClosedRange<Day>?
  /// Whether its paragraphs tell one event each.
  let isDigest: Bool
  /// The telling words of the beginning by their stems, in the order in which they are found by `leadStems`.
  private var lead: [(stem: UInt64, mark: Mark)] = []
  private var leadStems = KeyTable(capacity: 64)
  /// Stems, and what the words stand for, of all that is told.
  private var all: KeyTable
  /// Whether each token is one of a time, which counts as days, or of a person or organisation.
  private let times: [Bool]
  private let names: [Bool]

  /// How telling a word is.
  private struct Mark {
    var weight: Float
    /// The key of the person, organisation or place that it stands for, or 0.
    var referent: UInt64 = 0
    /// Whether another language can have the same: names, places, figures.
    var isKnown = true
  }

  /// How telling something is.
  private enum Weight {
    static let place: Float = 150
    static let name: Float = 75
    static let unknown: Float = 100
    /// An Arabic word without a vector may be a rare form of any word.
    static let form: Float = 60
    static let figure: Float = 60
    static let country: Float = 20
    /// From which rarity on a word says something of which event it is.
    static let rare: Float = 100
    /// From which on two paragraphs that have it may tell of one thing.
    static let telling: Float = 50
    /// What a rare word that is no name counts of that.
    static let word: Float = 0.5
  }

  /// Takes the facts of a report that restate no other one, and the terms of those that are compared.
  init(_ compared: ComparedReport, _ originals: [Fact], _ terms: [Terms]) {
    (self.compared, self.originals) = (compared, originals)
    let (words, mentions, dated) = (compared.report.words, compared.report.mentions, compared.report.times)
    script = terms.first?.script ?? .none
    times = words.marks(dated.indices.lazy.map { dated[$0].span })
    names = words.marks(
      mentions.indices.lazy.filter { mentions[$0].kind == .person || mentions[$0].kind == .organisation }
        .map { mentions[$0].span })
    published = compared.report.published.flatMap(EDTF.bounds).map { $0.first...max($0.first, $0.last) }
    isDigest = Self.isDigest(originals, terms)
    all = KeyTable(capacity: terms.reduce(0) { $0 + $1.all.count })
    let leadFacts = originals.prefix(min(8, max(3, originals.count / 3)))
    let spans = leadFacts.map(\.span) + leadFacts.flatMap { $0.sources.map(\.span) }
    for (index, terms) in terms.enumerated() { add(terms, isLead: index < leadFacts.count) }
    readNames(spans)
    readDays(spans)
    readEditions(spans)
  }

  private var report: Report { compared.report }

  /// Whether there are several paragraphs, of which few have a telling word or a name in common with another.
  private static func isDigest(_ facts: [Fact], _ terms: [Terms]) -> Bool {
    var blocks: [Int] = []
    for index in facts.indices where !blocks.contains(facts[index].block) { blocks.append(facts[index].block) }
    guard blocks.count >= 5 else { return false }
    var (first, linked) = (KeyTable(capacity: terms.reduce(0) { $0 + $1.all.count }), [Int]())
    func note(_ key: UInt64, _ block: Int) {
      guard key != 0 else { return }
      let other = first.index(of: key, orNew: block)
      if other != block { for one in [other, block] where !linked.contains(one) { linked.append(one) } }
    }
    for (index, terms) in zip(facts.indices, terms) {
      for term in terms.all where term.weight > Weight.telling && !term.isNumber {
        note(term.stem, facts[index].block)
        note(term.anchor, facts[index].block)
        if linked.count * 3 > blocks.count { return false }
      }
    }
    return true
  }

  // MARK: - Words

  private func add(_ terms: Terms, isLead: Bool) {
    let terms = terms.all.span
    for index in terms.indices {
      guard let mark = mark(terms[index]) else { continue }
      let stem = terms[index].stem
      all[stem] = 0
      if mark.referent != 0 { all[mark.referent] = 0 }
      if !mark.isKnown, isUnknownName(terms[index]) {
        unknown.add(Names.Name(text: report.words.text(terms[index].token), code: "", id: 0, stem: stem), isLead)
      }
      if isLead { note(mark, stem) }
    }
  }

  /// Notes how telling a word of the beginning is, as it is where it is most so.
  private func note(_ mark: Mark, _ stem: UInt64) {
    if let known = leadStems[stem] {
      if mark.weight > lead[known].mark.weight { lead[known].mark = mark }
    } else if mark.weight > 0 {
      leadStems[stem] = lead.count
      lead.append((stem, mark))
    }
  }

  /// How telling a term is; nil for words of no weight.
  private func mark(_ term: Term) -> Mark? {
    if term.isNumber { return isSmall(term) ? nil : Mark(weight: Weight.figure) }
    if times[term.token] { return nil }
    if term.place != 0 {
      return Mark(weight: term.place == term.country ? Weight.country : Weight.place, referent: term.place)
    }
    if names[term.token] { return Mark(weight: Weight.name, referent: term.anchor) }
    if isUnknownName(term) { return Mark(weight: Weight.unknown, isKnown: false) }
    if term.vector < 0 { return Mark(weight: Weight.form, isKnown: false) }
    guard term.weight > Weight.rare else { return nil }
    return Mark(weight: (term.weight - Weight.rare) * Weight.word, isKnown: false)
  }

  private func isUnknownName(_ term: Term) -> Bool {
    report.words[term.token].kind == .word && report.words[term.token].isCapitalized && !startsSentence(term.token)
      && !report.words[term.token].categories.has(anyOf: Self.otherCapitals)
  }

  /// Counts that most reports have: one, two.
  private func isSmall(_ term: Term) -> Bool { term.base == Self.one || term.base == Self.two }

  private static let (one, two) = (Key.of("value 1".utf8), Key.of("value 2".utf8))

  private func startsSentence(_ token: Int) -> Bool {
    guard token > 0 else { return true }
    let before = report.words[token - 1]
    return before.newlines > 0 || [0x2E, 0x21, 0x3F, 0x22, 0x201C].contains(before.mark)
  }

  /// Words with a capital that are no names.
  private static var otherCapitals: Lexicon.Categories {
    .init(.function, .months, .weekdays, .negators, .numbers, .roles)
  }

  /// How much of what the beginning names the other report names too, 0...1; of two languages only what both can have.
  func share(in other: EventSide, _ isCrossLingual: Bool) -> Float {
    var (sum, found) = (Float(0), Float(0))
    for (stem, mark) in lead.sorted(by: { $0.stem < $1.stem }) where !isCrossLingual || mark.isKnown {
      sum += mark.weight
      let isFound = other.tells(stem) || mark.referent != 0 && other.tells(mark.referent)
      if isFound { found += mark.weight }
    }
    return sum > 0 ? found / sum : 0
  }

  /// Whether a stem or what a word stands for is told anywhere.
  private func tells(_ key: UInt64) -> Bool { all[key] != nil }

  /// Whether it is a digest that tells all that was matched in one of its paragraphs, by the ids of facts.
  func tellsAmongOthers(_ ids: [Int]) -> Bool {
    guard isDigest else { return false }
    let blocks = originals.lazy.filter { ids.contains($0.id) }.map(\.block)
    return Set(blocks).count <= 1
  }

  // MARK: - Names

  private func readNames(_ spans: [Span]) {
    let (words, mentions) = (compared.report.words, compared.report.mentions)
    for index in mentions.indices {
      let kind = mentions[index].kind
      guard kind == .place || kind == .person, let code = mentions[index].name else { continue }
      let span = mentions[index].span
      let isLead = spans.contains { $0.contains(span) }
      if kind == .person {
        persons.add(code, isLead) { Names.Name(text: code, code: code, id: $0, key: compared.known.name(code)) }
      } else {
        // A country says where something happens only behind a preposition ("to Oman", not "Omani").
        let isCity = code.utf8.contains { $0 == 0x2F || $0 == 0x3A }
        places.add(code, isLead && (isCity || PlaceRules.isLocated(words, span))) {
          Names.Name(
            text: words.text(placeName(index)), code: code, id: $0,
            country: isCity ? String(decoding: code.utf8.prefix { $0 != 0x2F && $0 != 0x3A }, as: UTF8.self) : nil)
        }
      }
    }
  }

  /// The first name of the beginning that no list knows, if the other report has none of them anywhere.
  func unknownName(besides other: EventSide) -> String? {
    unknown.lead.contains { other.tells($0.stem) } ? nil : unknown.lead.first?.text
  }

  /// How many persons and places that the beginnings of both name are the same.
  func commonLeads(with other: EventSide) -> Int {
    (persons.lead.filter(other.persons.has) + places.lead.filter { $0.country != nil && other.places.has($0) })
      .map(\.code).different().count
  }

  /// What both name, persons and places first, at most four.
  func common(with other: EventSide) -> [String] {
    lazy var parts = persons.all.flatMap { $0.text.utf8.split(separator: 0x20) }
    let names =
      persons.all.filter(other.persons.has)
      + places.all.filter { place in
        other.places.all.indices.contains { other.places.all[$0].id == place.id }
      }
      + unknown.all.filter { name in
        // No word of a longer name.
        other.unknown.has(name) && !parts.contains { $0.elementsEqual(name.text.utf8) }
      }
    let known = names.map { $0.code.isEmpty ? $0.text : $0.code }
    return known.different().prefix(4).map { names[$0].text }
  }

  // MARK: - Days and series

  private func readDays(_ spans: [Span]) {
    for time in report.times where spans.contains(where: { $0.contains(time.span) }) {
      guard let bounds = time.edtf.flatMap(EDTF.bounds), bounds.first <= bounds.last, bounds.last - bounds.first <= 1
      else { continue }
      days.append(bounds.first...bounds.last)
    }
  }

  private func readEditions(_ spans: [Span]) {
    let words = report.words
    for quantity in report.quantities where quantity.unit == "{ordinal}" {
      guard let value = quantity.value, spans.contains(where: { $0.contains(quantity.span) }) else { continue }
      let range = words.range(quantity.span)
      guard !range.isEmpty else { continue }
      // The noun stands before an Arabic ordinal and behind an English one.
      let isLatin = words[range.lowerBound].script == .latin || words[range.upperBound].script == .latin
      let noun = isLatin ? range.upperBound : range.lowerBound - 1
      // "The 31st minute" numbers no event.
      guard words.indices.contains(noun), words[noun].kind == .word, !words.has(.times, at: noun),
        words.unitWord(at: noun)?.code.hasPrefix("{") ?? true
      else { continue }
      let key = Stem.key(words.foldedText(noun), words[noun].script)
      editions.append(
        Edition(
          noun: key, value: value,
          text: words.coreText(min(noun, range.lowerBound)..<max(noun + 1, range.upperBound))))
    }
  }
}

extension [String] {
  /// The indices of those that stand for the first time; of a few names, hashing would cost more than looking.
  fileprivate func different() -> [Int] { indices.filter { !self[..<$0].contains(self[$0]) } }
}

extension Words {
  /// Whether each token stands in one of some spans.
  fileprivate func marks(_ spans: some Sequence<Span>) -> [Bool] {
    var marks = Array(repeating: false, count: count)
    for span in spans { for token in range(span) { marks[token] = true } }
    return marks
  }
}

extension EventSide {
  /// The words for a place that is mentioned for the first time, rather its name than the adjective of its nation.
  private func placeName(_ first: Int) -> Span {
    let mentions = compared.report.mentions
    guard isDemonym(mentions[first].span) else { return mentions[first].span }
    let name = mentions[first].name
    let named = mentions.indices.first { index in
      mentions[index].kind == .place && mentions[index].name == name && !isDemonym(mentions[index].span)
    }
    return mentions[named ?? first].span
  }

  private func isDemonym(_ span: Span) -> Bool {
    let words = compared.report.words
    return words.isDemonym(at: words.range(span).lowerBound)
  }
}

extension EventSide.Names {
  fileprivate mutating func add(_ name: Name, _ isLead: Bool) {
    if isLead { lead.append(name) }
    all.append(name)
  }

  /// Adds a person or place, which is made once.
  fileprivate mutating func add(_ code: String, _ isLead: Bool, _ make: (UInt64) -> Name) {
    let id = Key.of(code.utf8)
    guard let known = all.indices.first(where: { all[$0].id == id }) else { return add(make(id), isLead) }
    if isLead, !lead.indices.contains(where: { lead[$0].id == id }) { lead.append(all[known]) }
  }
}
