/// How persons, organisations and states are named.
enum NameRules {
  static let other = DifferenceRule(
    "name.other", .conflict, "The two sides name different persons.", arabic: "يسمّي كل طرف شخصا مختلفا.",
    good: [
      .init("عين المجلس حسن الكناني رئيسا للهيئة.", "عين المجلس ماجد الساعدي رئيسا للهيئة."),
      .init("The council appointed Anna Berg as its director.", "The council appointed Paul Lindt as its director."),
    ],
    bad: [.init("التقى الرئيس بريت ماكغورك.", "التقى الرئيس ماكغورك.")])

  static let metonym = DifferenceRule(
    "name.metonym", .compatible, "One side names the state, the other its capital.",
    arabic: "يسمّي أحد الطرفين الدولة والآخر عاصمتها.",
    good: [.init("نفت بغداد تلقي الطلب.", "نفى العراق تلقي الطلب.")],
    bad: [.init("وصل الوفد إلى مسقط.", "وصل الوفد إلى العاصمة العمانية.")])

  static let fuller = DifferenceRule(
    "name.fuller", .compatible, "One side gives the name in full or names whom the other only describes.",
    arabic: "يذكر أحد الطرفين الاسم كاملا أو يسمّي من اكتفى الآخر بوصفه.",
    good: [
      .init("قدم وزير الصحة نبيل الشعلان استقالته.", "قدم الشعلان استقالته."),
      .init(
        "Detectives arrested Kurt Hallam over the poisoned reservoir.", "Detectives arrested Hallam over the reservoir."
      ),
    ],
    bad: [.init("قدم نبيل الشعلان استقالته.", "قدم نبيل الشعلان استقالته.")])

  static let all = [other, metonym, fuller]

  static func differences(_ pair: Pair) -> [Difference] {
    let (a, b) = (Person.all(pair.a), Person.all(pair.b))
    if let fuller = pair.eitherWay({ Self.fuller($0) }) { return [fuller] }
    return others(pair, a, b)
  }

  /// One named person on each side, not the same, in the same part of the statement.
  private static func others(_ pair: Pair, _ a: [Person], _ b: [Person]) -> [Difference] {
    let onlyA = a.filter { x in !b.contains { $0.key.matches(x.key) } }
    let onlyB = b.filter { y in !a.contains { $0.key.matches(y.key) } }
    guard onlyA.count == 1, onlyB.count == 1, let x = onlyA.first, let y = onlyB.first else { return [] }
    return [
      other.difference(
        pair.a.detail(x.mention.span, value: x.mention.name), pair.b.detail(y.mention.span, value: y.mention.name))
    ]
  }

  /// A person of A with the full name whom B has by family name or office alone.
  private static func fuller(_ pair: Pair) -> Difference? {
    let (words, others) = (pair.a.report.words, pair.b.report.words)
    for x in Person.all(pair.a) {
      let length = words.range(x.mention.span).count { words[$0].isWordLike }
      for y in pair.b.mentions where y.kind == .person && pair.a.report.language == pair.b.report.language {
        let short = others.range(y.span).count { others[$0].isWordLike }
        let isNamed = y.name != nil && y.roleSpan != y.span
        let isSame =
          isNamed
          ? short < length && short == 1 && y.name.map { x.key.matches(NameKey($0)) } ?? false
          : x.mention.roleSpan.map { sharesHead(pair, $0, y.span) } ?? false
        guard isSame else { continue }
        return fuller.difference(
          pair.a.detail(x.whole, value: x.mention.name), pair.b.detail(Person(y, NameKey("")).whole))
      }
    }
    return nil
  }

  private static func sharesHead(_ pair: Pair, _ role: Span, _ other: Span) -> Bool {
    pair.likeness(other, role) > 0.8 || pair.mirrored.likeness(other, role) > 0.9
  }
}

/// A person of one side: the first mention of a name.
struct Person {
  let mention: Mention
  let key: NameKey

  init(_ mention: Mention, _ key: NameKey) {
    self.mention = mention
    self.key = key
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

  /// The named persons of a side.
  static func all(_ side: Side) -> [Person] {
    var seen: Set<String> = []
    return side.mentions.compactMap { mention in
      guard mention.kind == .person, let name = mention.name, seen.insert(name).inserted else { return nil }
      return Person(mention, NameKey(name))
    }
  }
}
