/// How persons, organisations and states are named.
enum NameRules {
  static let other = DifferenceRule(
    "name.other", .conflict, "The two sides name different people.", arabic: "يسمّي كل طرف شخصا مختلفا.",
    good: [
      .init("عين المجلس حسن الكناني رئيسا للهيئة.", "عين المجلس ماجد الساعدي رئيسا للهيئة."),
      .init("The council appointed Anna Berg as its director.", "The council appointed Paul Lindt as its director."),
      .init("سلم حسين الراوي نفسه إلى شرطة الميناء.", "سلم محسن الراوي نفسه إلى شرطة الميناء."),
      .init("سجل خالد البطاشي الهدف الأول.", "جاء الهدف الأول بفضل خلفان البطاشي."),
      .init("الفائز بالجائزة هو كمال الزغبي.", "الفائز بالجائزة هو وليد مراد لا كمال الزغبي."),
    ],
    bad: [.init("التقى الرئيس بريت ماكغورك.", "التقى الرئيس ماكغورك.")])

  static let metonym = DifferenceRule(
    "name.metonym", .compatible,
    "One side names the state, the other its capital, or the seat or a body of its government.",
    arabic: "يسمّي أحد الطرفين الدولة والآخر عاصمتها أو مقر حكومتها أو هيئة منها.",
    good: [
      .init("نفت بغداد تلقي الطلب.", "نفى العراق تلقي الطلب."),
      .init("وقعت روما وتيرانا اتفاقا بحريا.", "وقعت إيطاليا وألبانيا اتفاقا بحريا."),
      .init("وافقت برلين على تمويل المحطة.", "The German government approved funds for the station."),
      .init("رفض الإليزيه طلب السفير.", "رفضت الرئاسة الفرنسية طلب السفير."),
    ],
    bad: [
      .init("وصل الوفد إلى مسقط.", "وصل الوفد إلى العاصمة العمانية."),
      .init("The talks open in Berlin.", "The German government opened the talks."),
    ])

  static let fuller = DifferenceRule(
    "name.fuller", .compatible, "One side gives the full name, or names a person whom the other only describes.",
    arabic: "يذكر أحد الطرفين الاسم كاملا أو يسمّي من اكتفى الآخر بوصفه.",
    good: [
      .init("قدم وزير الصحة نبيل الشعلان استقالته.", "قدم الشعلان استقالته."),
      .init(
        "Detectives arrested Kurt Hallam over the poisoned reservoir.", "Detectives arrested Hallam over the reservoir."
      ),
      .init("ضرب إعصار «نورس» سواحل المهرة.", "ضرب إعصار قوي سواحل المهرة."),
      .init("ترأس اللجنة وزير النقل سعيد بلحداد.", "ترأس اللجنة الوزير بلحداد."),
    ],
    bad: [.init("قدم نبيل الشعلان استقالته.", "قدم نبيل الشعلان استقالته.")])

  static let described = DifferenceRule(
    "name.described", .compatible, "One side names the place, the other only says what it is.",
    arabic: "يسمّي أحد الطرفين المكان ويكتفي الآخر بوصفه.",
    good: [
      .init("سحب القارب إلى ميناء نشطون.", "سحب القارب إلى ميناء عماني."),
      .init("The driver was taken to Velmar General Hospital.", "The driver was taken to a hospital in the city."),
    ],
    bad: [
      .init("سحب القارب إلى ميناء نشطون.", "سحب القارب إلى ميناء نشطون العماني."),
      .init("The driver was taken to Velmar Hospital.", "The driver was taken to the hospital in Velmar."),
    ])

  static let all = [other, metonym, fuller, described]

  static func differences(_ pair: Pair) -> [Difference] {
    let (a, b) = (pair.a.persons.filter { !$0.isSpeaker }, pair.b.persons.filter { !$0.isSpeaker })
    return pair.metonyms + persons(pair, a, b)
  }

  private static func persons(_ pair: Pair, _ a: [Person], _ b: [Person]) -> [Difference] {
    if let namesake = pair.eitherWay(namesake) ?? quotedNames(pair) { return [namesake] }
    let site = pair.eitherWay(site).list
    if let fuller = pair.eitherWay({ Self.fuller($0) }) ?? pair.eitherWay(quotedName) { return [fuller] + site }
    return others(pair, a, b) + site
  }

  /// A site that A names and B only describes: "ميناء خصب", "ميناء عماني".
  private static func site(_ pair: Pair) -> Difference? {
    let others = pair.b.report.words
    for site in pair.a.sites {
      let heads = pair.b.ranges.joined().filter { site.isOfKind(pair, $0) }
      guard heads.count == 1, let head = heads.first, !NamedSite.isNamed(pair.b, head),
        PlaceRules.isBehindPreposition(others, head),
        !site.name.contains(where: { isTold(pair, $0) })
      else { continue }
      let described = others[head].script == .latin ? max(head - 1, pair.b.hull.lowerBound)..<head + 1 : head..<head + 2
      return Self.described.difference(
        pair.a.detail(tokens: site.whole), pair.b.detail(tokens: described.clamped(to: pair.b.hull)))
    }
    return nil
  }

  /// Whether B has a word of A, however it is spelled.
  private static func isTold(_ pair: Pair, _ token: Int) -> Bool {
    let index = pair.alignment.a.all.firstIndex { $0.token == token }
    return index.map { pair.alignment.fromA[$0].similarity >= 0.75 } ?? false
  }

  /// One named person on each side, not the same, in the same part of the statement.
  private static func others(_ pair: Pair, _ a: [Person], _ b: [Person]) -> [Difference] {
    let onlyA = a.filter { x in !b.contains { $0.key.matches(x.key) } }
    let onlyB = b.filter { y in !a.contains { $0.key.matches(y.key) } }
    guard onlyA.count == 1, onlyB.count == 1, let x = onlyA.first, let y = onlyB.first, !x.key.mayShorten(y.key),
      !x.key.endsLike(y.key)
    else {
      return []
    }
    return [
      other.difference(
        pair.a.detail(x.mention.span, value: x.mention.name), pair.b.detail(y.mention.span, value: y.mention.name))
    ]
  }

  /// A person of A with whose family name B has another given name: "حسن" and "محسن" are two.
  private static func namesake(_ pair: Pair) -> Difference? {
    let (words, others) = (pair.a.report.words, pair.b.report.words)
    for x in pair.a.persons where !x.isSpeaker && !pair.b.persons.contains(where: { $0.key.matches(x.key) }) {
      let range = words.range(x.mention.span)
      guard range.count > 1, let last = range.last, !particles.contains(words[last].core),
        let token = pair.b.hull.first(where: { others[$0].key == words[last].key }), token > pair.b.hull.lowerBound,
        isGivenName(others, token - 1), !range.contains(where: { words[$0].key == others[token - 1].key })
      else { continue }
      let name = others.coreSpan(token - 1..<token + 1)
      guard !NameKey(others.text(name)).matches(x.key) else { continue }
      let namesake = pair.b.persons.first { $0.mention.span == name }
      return other.difference(
        pair.a.detail(x.mention.span, value: x.mention.name), pair.b.detail(name, value: namesake?.mention.name))
    }
    return nil
  }

  /// Words that a name goes on with.
  private static let particles = Set(["ولد", "بن", "بنت", "منت", "ال", "ابو", "عبد"].map { Key.of($0.utf8) })

  /// Whether a difference is of two names that end in one family name.
  static func areNamesakes(_ difference: Difference) -> Bool {
    guard difference.dimension == .name,
      let x = (difference.a.value ?? difference.a.text).split(separator: " ").last,
      let y = (difference.b.value ?? difference.b.text).split(separator: " ").last
    else { return false }
    return x == y
  }

  /// Whether a word before a family name may be a given name: it is a listed one, or of no list and likely.
  private static func isGivenName(_ words: Words, _ token: Int) -> Bool {
    words.has(.names, at: token)
      || words[token].kind == .word && words[token].clitics.isEmpty && !words.isKnownOtherwise(token)
        && NameLikeness.isLikely(words, token)
  }

  /// A person of A with the full name whom B has by family name or office alone.
  private static func fuller(_ pair: Pair) -> Difference? {
    guard !pair.alignment.isBetweenLanguages else { return translated(pair) }
    let named = pair.b.persons
    for x in pair.a.persons {
      // A bare role of B that is the role of the person.
      let role = pair.b.people.first { y in
        y.name == nil && x.mention.roleSpan.map { sharesHead(pair, $0, y.span) } ?? false
      }
      let family = familyName(pair, x, named)
      // Two titles are told as such.
      if let family, let role = x.mention.roleSpan, let title = RoleRules.title(before: family, pair.b),
        !RoleRules.isShorter(title, of: role, pair)
      {
        continue
      }
      guard let other = family ?? role?.span ?? described(pair, x) else { continue }
      return fuller.difference(pair.a.detail(x.whole, value: x.mention.name), pair.b.detail(other))
    }
    return nil
  }

  /// Two names in quotation marks behind one noun: "شركة «ينابيع الأرز»", "شركة «ينابيع الجرد»".
  private static func quotedNames(_ pair: Pair) -> Difference? {
    guard pair.a.report.language == pair.b.report.language else { return nil }
    func names(_ side: Side) -> [Range<Int>] {
      side.quotations.filter { run in
        let inside = run.filter { side.report.words[$0].isWordLike }
        return !inside.isEmpty && inside.count <= 3
          && !inside.contains { side.report.words.has(.function, at: $0) || Negation.negates(side.report.words, $0) }
          && side.hull.contains(run.lowerBound) && run.lowerBound > side.hull.lowerBound
      }
    }
    let (a, b) = (names(pair.a), names(pair.b))
    guard a.count == 1, b.count == 1 else { return nil }
    let (words, others) = (pair.a.report.words, pair.b.report.words)
    let (noun, partner) = (a[0].lowerBound - 1, b[0].lowerBound - 1)
    guard words[noun].kind == .word, !words.has(.function, at: noun), !words.has(.reporting, at: noun),
      words[noun].core == others[partner].core
        || pair.partners(of: noun..<noun + 1, likeness: 0.9) == partner..<partner + 1
    else { return nil }
    func name(_ words: Words, _ run: Range<Int>) -> NameKey {
      NameKey(words.text(words.span(run.dropFirst().dropLast())))
    }
    let (x, y) = (name(words, a[0]), name(others, b[0]))
    guard !x.matches(y), !y.matches(x) else { return nil }
    return other.difference(pair.a.detail(tokens: a[0]), pair.b.detail(tokens: b[0]))
  }

  /// A name in quotation marks behind a noun that B has without one: "إعصار «سدرة»" against "إعصار قادم من الجنوب".
  private static func quotedName(_ pair: Pair) -> Difference? {
    let words = pair.a.report.words
    guard pair.a.report.language == pair.b.report.language,
      !pair.b.hasQuotedWords
    else { return nil }
    for quote in pair.a.quotations where quote.count <= 6 && quote.lowerBound > 0 {
      let noun = quote.lowerBound - 1..<quote.lowerBound
      guard let partner = pair.partners(of: noun, likeness: 0.9), partner.count == 1,
        !words.has(.function, at: noun.lowerBound), pair.partners(of: quote, likeness: 0.75) == nil
      else { continue }
      return fuller.difference(
        pair.a.detail(tokens: noun.lowerBound..<quote.upperBound),
        pair.b.detail(tokens: withComplement(partner, pair.b)))
    }
    return nil
  }

  /// Where B has the family name of a person and no other part of the name.
  private static func familyName(_ pair: Pair, _ person: Person, _ named: [Person]) -> Span? {
    let (words, others) = (pair.a.report.words, pair.b.report.words)
    let range = words.range(person.mention.span)
    guard range.count(where: { words[$0].isWordLike }) > 1, let last = range.last, let first = range.first else {
      return nil
    }
    if let y = named.first(where: { $0.key.matches(person.key) }) {
      let count = others.range(y.mention.span).count { others[$0].isWordLike }
      return count < range.count { words[$0].isWordLike } ? y.whole : nil
    }
    guard !pair.b.sentence.contains(where: { others[$0].key == words[first].key }) else { return nil }
    // In the full name of somebody else it is no name of this person.
    let rest = named.map { others.range($0.mention.span) }.filter { $0.count > 1 }
    return pair.b.sentence.first { token in
      others[token].key == words[last].key && !rest.contains { $0.contains(token) }
    }.map { others.span($0..<$0 + 1) }
  }

  private static func sharesHead(_ pair: Pair, _ role: Span, _ other: Span) -> Bool {
    pair.coverage(role, other).b > 0.9
  }
}

/// A person of one side: the first mention of a name.
///
/// It is a reference, since each rule looks through all of them.
final class Person: Sendable {
  let mention: Mention
  let key: NameKey
  /// Whether only a source names the person.
  let isSpeaker: Bool

  init(_ mention: Mention, _ key: NameKey, isSpeaker: Bool) {
    self.mention = mention
    self.key = key
    self.isSpeaker = isSpeaker
  }

  /// The name with the role that stands beside it.
  var whole: Span {
    guard let role = mention.roleSpan, role.start <= mention.span.end + 2, mention.span.start <= role.end + 2 else {
      return mention.span
    }
    return Span(
      start: min(role.start, mention.span.start), end: max(role.end, mention.span.end),
      bytes: min(
        role.bytes.lowerBound, mention.span.bytes.lowerBound)..<max(
          role.bytes.upperBound, mention.span.bytes.upperBound))
  }

  /// The named persons of some facts and of their sources.
  static func all(_ report: ComparedReport, _ facts: [Fact]) -> [Person] {
    var persons: [Person] = []
    let hull = facts.hull
    // Most persons of an article stand elsewhere.
    for index in report.persons.indices where hull.contains(report.persons[index].span) {
      let span = report.persons[index].span
      let isTold = facts.contains { $0.span.contains(span) }
      guard isTold || facts.contains(where: { $0.sources.contains { $0.span.contains(span) } }),
        let name = report.persons[index].name, !persons.contains(where: { $0.mention.name == name.text })
      else { continue }
      if persons.isEmpty { persons.reserveCapacity(4) }
      persons.append(
        Person(report.report.mentions[report.persons[index].mention], name.key, isSpeaker: !isTold))
    }
    return persons
  }
}

extension [Fact] {
  /// From where the first of the facts and of their sources begins to where the last one ends.
  var hull: Span {
    var (start, end) = (Int.max, 0)
    func note(_ span: Span) { (start, end) = (Swift.min(start, span.start), Swift.max(end, span.end)) }
    for index in indices {
      note(self[index].span)
      for source in self[index].sources.indices { note(self[index].sources[source].span) }
    }
    return Span(start: Swift.min(start, end), end: end, bytes: 0..<0)
  }
}
