/// Titles and offices, and who did what to whom.
enum RoleRules {
  static let twoTitles = DifferenceRule(
    "role.two-titles", .compatible, "The same person is given two different titles.",
    arabic: "يُذكر الشخص نفسه بصفتين مختلفتين.",
    good: [
      .init("وصل وزير البيئة جمال الكناني إلى الميناء.", "وصل رئيس البلدية جمال الكناني إلى الميناء.")
    ],
    bad: [.init("وصل وزير البيئة جمال الكناني إلى الميناء.", "وصل وزير البيئة جمال الكناني إلى الميناء.")])

  static let twoOffices = DifferenceRule(
    "role.two-offices", .conflict, "The same person is said to hold two different offices.",
    arabic: "يُنسب إلى الشخص نفسه منصبان مختلفان.",
    good: [
      .init("أعلن وزير الصحة نبيل الشعلان إغلاق المسبح.", "أعلن وزير السياحة نبيل الشعلان إغلاق المسبح."),
      .init("Interior Minister Radka Molnar opened the pool.", "Finance Minister Radka Molnar opened the pool."),
    ],
    bad: [.init("أعلن وزير الصحة نبيل الشعلان إغلاق المسبح.", "أعلن الوزير نبيل الشعلان إغلاق المسبح.")])

  static let exchanged = DifferenceRule(
    "role.exchanged", .conflict, "Who did it on one side is the one it was done to on the other.",
    arabic: "الفاعل عند أحد الطرفين هو المفعول به عند الآخر.",
    good: [
      .init("قصف الجيش مواقع الفصائل في ريف حماة.", "قصفت الفصائل مواقع الجيش في ريف حماة."),
      .init("صفعت النائبة وزير التموين في المجلس.", "وزير التموين صفع النائبة في المجلس."),
      .init("سلمت أنغولا المهربين إلى ناميبيا.", "سلمت ناميبيا المهربين إلى أنغولا."),
      .init("The Blues beat the Reds in the final.", "The Reds beat the Blues in the final."),
      .init("طلب جديد من كوريا الجنوبية لإسبانيا.", "طلب جديد من إسبانيا لكوريا الجنوبية."),
      .init("رفعت الكويت دعوى على شركة السلاح أمام محكمة التحكيم.", "شركة السلاح تقاضي الكويت أمام محكمة التحكيم."),
      .init("Tarsk has lent Ovland two icebreakers.", "Ovland is lending two of its icebreakers to Tarsk."),
    ],
    bad: [
      .init("أزمة بين فرنسا وإيطاليا.", "أزمة بين إيطاليا وفرنسا."),
      .init("The Blues met the Reds in the final.", "The final saw the Reds meet the Blues."),
      .init("The mayor sued the company over the dam.", "Over the dam, the company was sued by the mayor."),
      .init("تبادل قطر والأردن السفراء.", "تبادل الأردن وقطر السفراء."),
      .init("Qatar and Jordan exchanged ambassadors.", "Jordan and Qatar exchanged ambassadors."),
    ])

  static let all = [twoTitles, twoOffices, exchanged]

  static func differences(_ pair: Pair) -> [Difference] {
    // Seen from one side alone it may be a turn of phrase.
    let words = exchanged(pair.mirrored) == nil ? nil : exchanged(pair)
    return titles(pair) + (words ?? names(pair) ?? actors(pair) ?? turned(pair)).list
  }

  /// The title that stands before a bare name of a side: "الشيخ السوسي", "رئيس خلية الأزمة الكناني".
  static func title(before name: Span, _ side: Side) -> Range<Int>? {
    let words = side.report.words
    let range = words.range(name)
    // A span may have its title already.
    if range.count > 1, words.has(.roles, at: range.lowerBound) { return range.dropLast() }
    let run = (max(side.sentence.lowerBound, range.lowerBound - 4)..<max(side.sentence.lowerBound, range.lowerBound))
      .reversed().prefix {
        words[$0].kind == .word && !words.has(.function, at: $0) && words[$0].clitics.isDisjoint(with: [.ba, .la])
          && !Tagger(words, $0).tag().isVerb
      }
    return run.last { words.has(.roles, at: $0) }.map { $0..<range.lowerBound }
  }

  private static func titles(_ pair: Pair) -> [Difference] {
    let b = pair.b.persons
    guard pair.a.report.language == pair.b.report.language else {
      return pair.a.persons.compactMap { x in b.first { $0.key.matches(x.key) }.flatMap { translated(pair, x, $0) } }
    }
    let matched = pair.a.persons.compactMap { x in
      b.first { $0.key.matches(x.key) }.flatMap { titles(pair, x, $0) }
    }
    return matched.isEmpty ? pair.eitherWay(bareName).list : matched
  }

  private static func titles(_ pair: Pair, _ x: Person, _ y: Person) -> Difference? {
    guard let roleX = role(x, pair.a), let roleY = role(y, pair.b), words(roleX, pair.a) != words(roleY, pair.b) else {
      return nil
    }
    let rule = areOffices(pair, roleX, roleY) ? twoOffices : twoTitles
    let coverage = pair.coverage(roleX, roleY)
    guard rule.name == twoOffices.name || min(coverage.a, coverage.b) < 0.9 else { return nil }
    return rule.difference(pair.a.detail(roleX, value: x.mention.name), pair.b.detail(roleY, value: y.mention.name))
  }

  /// The titles of one person in two languages: with other complements, or one longer than the other.
  private static func translated(_ pair: Pair, _ x: Person, _ y: Person) -> Difference? {
    guard let roleX = role(x, pair.a), let roleY = role(y, pair.b) else { return nil }
    let details = (pair.a.detail(roleX, value: x.mention.name), pair.b.detail(roleY, value: y.mention.name))
    let (a, b) = (content(pair.a, roleX), content(pair.b, roleY))
    if areOffices(pair, a, b) { return twoOffices.difference(details.0, details.1) }
    return a.count == b.count ? nil : twoTitles.difference(details.0, details.1)
  }

  /// Whether two titles in two languages have one head, "وزير" and "Minister", and complements that are not alike.
  private static func areOffices(_ pair: Pair, _ a: [Int], _ b: [Int]) -> Bool {
    let (words, others) = (pair.a.report.words, pair.b.report.words)
    guard a.count > 1, b.count > 1 else { return false }
    func likeness(_ x: Int, _ y: Int) -> Float { pair.coverage(words.span(x..<x + 1), others.span(y..<y + 1)).a }
    let isArabic = words[a[0]].script == .arabic
    // The head stands first in Arabic and behind its complement in English.
    let heads = a.flatMap { x in b.map { (x: x, y: $0, likeness: likeness(x, $0)) } }
      .filter { isArabic ? $0.x == a[0] : $0.y == b[0] }
    guard let head = heads.max(by: { $0.likeness < $1.likeness }), head.likeness >= 0.45 else { return false }
    let (x, y) = isArabic ? (a.dropFirst(), b.prefix { $0 < head.y }) : (a.prefix { $0 < head.x }, b.dropFirst())
    return !x.isEmpty && !y.isEmpty && x.allSatisfy { x in y.allSatisfy { likeness(x, $0) < 0.4 } }
  }

  private static func content(_ side: Side, _ span: Span) -> [Int] {
    let words = side.report.words
    return words.range(span).filter { words[$0].kind == .word && !words.has(.function, at: $0) }
  }

  /// The title of a person of A where B, which does not know the person, has the bare family name behind another title.
  private static func bareName(_ pair: Pair) -> Difference? {
    let strangers = pair.a.persons.filter { x in !pair.b.persons.contains { $0.key.matches(x.key) } }
    return strangers.lazy.compactMap { bareName(pair, $0) }.first
  }

  private static func bareName(_ pair: Pair, _ person: Person) -> Difference? {
    let (words, others) = (pair.a.report.words, pair.b.report.words)
    guard let role = person.mention.roleSpan, let last = words.range(person.mention.span).last,
      let token = pair.b.sentence.first(where: { others[$0].key == words[last].key }),
      // "المحافظ رعد سوادي الزيادي" is no bare name.
      !pair.b.report.mentions.contains(where: { mention in
        mention.kind == .person && mention.name != nil && others.range(mention.span).count > 1
          && others.range(mention.span).contains(token)
      }),
      let title = title(before: others.span(token..<token + 1), pair.b)
    else { return nil }
    let coverage = pair.coverage(role, others.span(title))
    guard min(coverage.a, coverage.b) < 0.9, !isShorter(title, of: role, pair) else { return nil }
    return twoTitles.difference(
      pair.a.detail(person.whole, value: person.mention.name), pair.b.detail(tokens: title.lowerBound..<token + 1))
  }

  /// Whether a title of B is one word of a title of A: "الوزير", "وزير النقل".
  static func isShorter(_ title: Range<Int>, of role: Span, _ pair: Pair) -> Bool {
    let (words, others) = (pair.a.report.words, pair.b.report.words)
    return title.count == 1 && words.range(role).contains { words[$0].core == others[title.lowerBound].core }
  }

  /// Whether two titles have one head ("وزير", also of a deputy: "نائب وزير") and each another complement.
  private static func areOffices(_ pair: Pair, _ x: Span, _ y: Span) -> Bool {
    let (a, b) = (pair.a.report.words, pair.b.report.words)
    let (rangeX, rangeY) = (a.range(x), b.range(y))
    if areEnglishOffices(pair, rangeX, rangeY) { return true }
    guard let headX = rangeX.first(where: { a.has(.roles, at: $0) && !isDeputy(a, $0) }),
      let headY = rangeY.first(where: { b.has(.roles, at: $0) && !isDeputy(b, $0) }), a[headX].core == b[headY].core,
      headX + 1 < rangeX.upperBound, headY + 1 < rangeY.upperBound
    else { return false }
    // "رئيس سريع البيضاء", "رئيس النادي": a body that is not named may be the one that is.
    if isBody(a, headX + 1..<rangeX.upperBound) || isBody(b, headY + 1..<rangeY.upperBound) { return false }
    let complementX = Set((headX + 1..<rangeX.upperBound).map { a[$0].core })
    let complementY = Set((headY + 1..<rangeY.upperBound).map { b[$0].core })
    let isUnlike = a[headX + 1].core != b[headY + 1].core && pair.partners(of: headX + 1..<headX + 2) == nil
    return complementX.isDisjoint(with: complementY) && isUnlike
  }

  /// "Interior Minister", "Finance Minister": one head, and another word right before it.
  private static func areEnglishOffices(_ pair: Pair, _ x: Range<Int>, _ y: Range<Int>) -> Bool {
    let (a, b) = (pair.a.report.words, pair.b.report.words)
    guard x.count > 1, y.count > 1, let headX = x.last, let headY = y.last, a[headX].script == .latin,
      a[headX].core == b[headY].core, ministers.contains(a[headX].core)
    else { return false }
    let (own, other) = (x.dropLast().map { a[$0].core }, y.dropLast().map { b[$0].core })
    return Set(own).isDisjoint(with: other) && Set(own + other).isDisjoint(with: ranks)
  }

  private static let ministers = Set(["minister", "secretary"].map { Key.of($0.utf8) })
  /// What tells a rank and no department.
  private static let ranks = Set(
    ["prime", "deputy", "former", "first", "junior", "senior", "general", "assistant", "under", "acting", "private"].map
    {
      Key.of($0.utf8)
    })

  /// Whether a complement is one definite word for a kind of body.
  private static func isBody(_ words: Words, _ complement: Range<Int>) -> Bool {
    complement.count == 1 && bodies.contains(words[complement.lowerBound].core)
  }

  private static let bodies = Set(
    [
      "نادي", "فريق", "شركه", "وزاره", "حزب", "نقابه", "بلديه", "مجلس", "هييه", "جامعه", "محافظه", "منظمه", "اتحاد",
      "جمعيه", "موسسه", "بنك", "مصرف", "مستشفى", "لجنه", "club", "company", "ministry", "party", "union", "council",
      "board",
    ].map { Key.of($0.utf8) })

  private static func isDeputy(_ words: Words, _ token: Int) -> Bool {
    let code = words.code(.roles, at: token)
    return code == ArabicRole.Code.deputy || code == ArabicRole.Code.prefix
  }

  /// The role beside the name, or one that the report gives to the same person elsewhere.
  private static func role(_ person: Person, _ side: Side) -> Span? {
    if let span = person.mention.roleSpan { return span }
    return side.report.mentions.first {
      $0.kind == .person && $0.roleSpan != nil && $0.name.map { side.known.name($0).matches(person.key) } ?? false
    }?.roleSpan
  }

  private static func words(_ span: Span, _ side: Side) -> KeySet {
    let words = side.report.words
    let range = words.range(span)
    var keys: [UInt64] = []
    keys.reserveCapacity(range.count)
    for token in range where words[token].isWordLike { keys.append(words[token].core) }
    return KeySet(keys)
  }

  // MARK: - Who did what to whom

  /// Two words that stand on both sides, each in the surroundings of the other one.
  private static func exchanged(_ pair: Pair) -> Difference? {
    let (a, links) = (pair.alignment.a.all, pair.alignment.fromA)
    let exact = a.indices.filter { links[$0].similarity >= 0.97 && a[$0].weight > 40 && !a[$0].isNumber }
    guard exact.count > 1, a.count < 40 else { return nil }
    for (at, i) in exact.enumerated() {
      for j in exact[(at + 1)...] where links[i].partner > links[j].partner {
        let b = pair.alignment.b.all
        // "Qatar and Jordan", "Jordan and Qatar"
        guard !Attachments.isJoined(pair.a.report.words, a[i].token, a[j].token),
          !Attachments.isJoined(pair.b.report.words, b[links[j].partner].token, b[links[i].partner].token),
          isExchanged(pair, i, j), isExchanged(pair, j, i),
          [a[i], a[j]].allSatisfy({ mayAct(pair.a, $0) }),
          [b[links[i].partner], b[links[j].partner]].allSatisfy({ mayAct(pair.b, $0) })
        else { continue }
        return exchanged.difference(
          pair.a.detail(token: a[i].token), pair.b.detail(token: b[links[j].partner].token))
      }
    }
    return nil
  }

  /// Two names, each attached to what the other one is attached to on the other side.
  private static func names(_ pair: Pair) -> Difference? {
    // Most statements do not even name two.
    guard let names = Attachments(pair) else { return nil }
    return pair.eitherWay { side in
      (side === pair ? names : names.mirrored).exchanged(side).map {
        exchanged.difference(side.a.detail(token: $0.a), side.b.detail(token: $0.b))
      }
    }
  }

  /// Whether a word may be who does it or whom it is done to, not what it is done with: "أصيبت مدرسة بصاروخ" exchanges nothing.
  static func mayAct(_ side: Side, _ term: Term) -> Bool {
    let words = side.report.words
    let token = term.token
    guard words[token].clitics.isDisjoint(with: [.ba, .la]) else { return false }
    return token == 0 || !words[token - 1].clitics.contains(.ba) && !means.contains(words[token - 1].key)
  }

  private static let means = ["by", "من", "جراء", "نتيجه", "اثر", "بسبب", "بفعل"].map { Key.of($0.utf8) }

  /// Whether the word before i in A stands before j in B, and not before i.
  private static func isExchanged(_ pair: Pair, _ i: Int, _ j: Int) -> Bool {
    let (partnerOfI, partnerOfJ) = (pair.alignment.fromA[i].partner, pair.alignment.fromA[j].partner)
    let (before, other) = (neighbour(pair.alignment.a, i), neighbour(pair.alignment.b, partnerOfJ))
    let own = neighbour(pair.alignment.b, partnerOfI)
    guard let other else { return before == nil }
    guard let before else { return false }
    let likeness = likeness(pair, before, other)
    return likeness >= 0.6 && likeness > (own.map { Self.likeness(pair, before, $0) } ?? 0) + 0.2
  }

  /// How alike a word of A and one of B are; two forms of one verb are ("قصف", "قصفت").
  private static func likeness(_ pair: Pair, _ x: Term, _ y: Term) -> Float {
    let likeness = Alignment.similarity(x, y)
    return likeness < 0.9 && areFormsOfVerb(pair, x, y) ? 0.9 : likeness
  }

  /// Whether a word of A and one of B may be forms of one Arabic verb.
  static func areFormsOfVerb(_ pair: Pair, _ x: Term, _ y: Term) -> Bool {
    let (words, others) = (pair.a.report.words, pair.b.report.words)
    return words[x.token].script == .arabic && others[y.token].script == .arabic
      && Stem.verb(words.foldedText(x.token)) == Stem.verb(others.foldedText(y.token))
  }

  /// The content word before a term; nil at the beginning.
  private static func neighbour(_ terms: Terms, _ index: Int) -> Term? {
    terms.all[..<index].last { $0.weight > 20 }
  }
}
