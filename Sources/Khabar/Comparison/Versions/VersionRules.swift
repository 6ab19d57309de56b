/// What the newer of two versions of one article tells otherwise: a change that would be a conflict between two outlets is
/// an update within one.
enum VersionRules {
  static let raised = update(
    "number.raised", "The newer version gives a higher figure.", arabic: "تذكر النسخة الأحدث رقما أعلى.",
    [
      .init("أصيب ثلاثة أشخاص في حادث القطار.", "أصيب سبعة أشخاص في حادث القطار."),
      .init("The strike closed 40 schools.", "The strike closed 70 schools."),
    ], not: [.init("The strike closed 40 schools.", "The strike closed 40 schools.")])

  static let lowered = update(
    "number.lowered", "The newer version gives a lower figure.", arabic: "تذكر النسخة الأحدث رقما أدنى.",
    [
      .init("أصيب سبعة أشخاص في حادث القطار.", "أصيب ثلاثة أشخاص في حادث القطار."),
      .init("The strike closed 70 schools.", "The strike closed 40 schools."),
    ])

  static let number = update(
    "number.updated", "The newer version gives another figure.", arabic: "تذكر النسخة الأحدث رقما آخر.",
    [.init("حل الفريق في المركز الأول.", "حل الفريق في المركز الثالث.")])

  static let date = update(
    "date.updated", "The newer version gives another time.", arabic: "تذكر النسخة الأحدث وقتا آخر.",
    [
      .init("تعقد الجلسة في 8 أيار 2023.", "تعقد الجلسة في 12 أيار 2023."),
      .init("The talks open on 4 March 2024.", "The talks open on 9 March 2024."),
    ])

  static let place = update(
    "place.updated", "The newer version names another place.", arabic: "تسمّي النسخة الأحدث مكانا آخر.",
    [.init("The summit opens in Lisbon.", "The summit opens in Madrid.")])

  static let name = update(
    "name.updated", "The newer version names someone else.", arabic: "تسمّي النسخة الأحدث شخصا آخر.",
    [.init("عين المجلس حسن الكناني رئيسا للهيئة.", "عين المجلس ماجد الساعدي رئيسا للهيئة.")])

  static let role = update(
    "role.updated", "The newer version changes who did what, or in which office.",
    arabic: "تغيّر النسخة الأحدث من فعل ماذا أو بأي منصب.",
    [.init("أعلن وزير الصحة نبيل الشعلان إغلاق المسبح.", "أعلن وزير السياحة نبيل الشعلان إغلاق المسبح.")])

  static let source = update(
    "source.updated", "The newer version names another source for this.",
    arabic: "تنسب النسخة الأحدث هذا إلى مصدر آخر.",
    [
      .init(
        "قال رئيس البلدية: «لن يعود أحد إلى منزله قبل الفجر».", "قال قائد الشرطة: «لن يعود أحد إلى منزله قبل الفجر».")
    ])

  static let attributed = update(
    "source.added", "The newer version says who says it.", arabic: "تذكر النسخة الأحدث من يقول ذلك.",
    [.init("المعبر أغلق أمس.", "قال محافظ البصرة إن المعبر أغلق أمس.")])

  static let unattributed = update(
    "source.removed", "The newer version no longer says who says it.", arabic: "لم تعد النسخة الأحدث تذكر من يقول ذلك.",
    [.init("قال محافظ البصرة إن المعبر أغلق أمس.", "المعبر أغلق أمس.")])

  static let polarity = update(
    "polarity.updated", "The newer version says the opposite of the older one.",
    arabic: "تقول النسخة الأحدث عكس ما قالته النسخة الأقدم.",
    [.init("The convoy reached the town on Saturday.", "The convoy has not reached the town.")])

  static let modality = update(
    "modality.updated", "The newer version changes what must be done into what may be done, or the other way round.",
    arabic: "تجعل النسخة الأحدث الواجب اختياريا أو الاختياري واجبا.",
    [.init("Applicants must pass the language test.", "Applicants may skip the language test.")])

  static let quote = update(
    "quote.updated", "The newer version quotes other words.", arabic: "تقتبس النسخة الأحدث ألفاظا أخرى.",
    [.init("قال الوزير: «لن نوقع الاتفاق هذا العام أبدا».", "قال الوزير: «سوف نوقع الاتفاق هذا العام أبدا».")])

  static let scope = update(
    "scope.updated", "The newer version says it of all of them instead of some, or the other way round.",
    arabic: "تجعل النسخة الأحدث البعض كلا أو الكل بعضا.",
    [.init("The order closed all schools in the county.", "The order closed only some schools in the county.")])

  static let added = update(
    "wording.added", "The newer version adds this.", arabic: "تضيف النسخة الأحدث هذا.",
    [
      .init("أغلقت البلدية السوق القديم.", "أغلقت البلدية السوق القديم ونقلت التجار إلى ساحة مؤقتة."),
      .init("The ferry sank off Velmar.", "The ferry sank off Velmar in heavy fog."),
    ], not: [.init("The ferry sank off Velmar.", "The ferry sank off Velmar.")])

  static let dropped = update(
    "wording.removed", "The newer version leaves this out.", arabic: "تحذف النسخة الأحدث هذا.",
    [
      .init("أغلقت البلدية السوق القديم ونقلت التجار إلى ساحة مؤقتة.", "أغلقت البلدية السوق القديم."),
      .init("The ferry sank off Velmar in heavy fog.", "The ferry sank off Velmar."),
    ])

  static let all = [
    raised, lowered, number, date, place, name, role, source, attributed, unattributed, polarity, modality, quote,
    scope, added, dropped,
  ]

  private static func update(
    _ name: String, _ reason: String, arabic: String, _ good: [DifferenceRule.Example],
    not bad: [DifferenceRule.Example] = []
  ) -> DifferenceRule {
    DifferenceRule(name, .compatible, reason, arabic: arabic, good: good, bad: bad, isOfVersions: true)
  }

  /// What the newer version tells otherwise of one thing: A of the pair is the older one.
  static func differences(_ pair: Pair) -> [Difference] {
    // What says the same in both versions was not changed: "today" of another day, a date out of its year.
    let found = pair.differences().filter { $0.a.text != $0.b.text }.map(updated) + attribution(pair)
    return found + VersionWords(pair, besides: found).differences
  }

  /// A conflict, or another source, as the update that it is within one article.
  private static func updated(_ difference: Difference) -> Difference {
    let isUpdate = difference.verdict == .conflict || difference.rule == SourceRules.other.name
    return isUpdate ? rule(of: difference).difference(difference.a, difference.b) : difference
  }

  private static func rule(of difference: Difference) -> DifferenceRule {
    switch difference.dimension {
    case .number: direction(difference) ?? number
    case .date: date
    case .place: place
    case .name: name
    case .role: role
    case .source: source
    case .polarity, .wording: polarity
    case .modality: modality
    case .quote: quote
    case .scope: scope
    }
  }

  /// Whether a count rose or fell.
  private static func direction(_ difference: Difference) -> DifferenceRule? {
    guard difference.rule == NumberRules.disjoint.name, let old = difference.a.value.flatMap({ Decimal($0) }),
      let new = difference.b.value.flatMap({ Decimal($0) })
    else { return nil }
    return old < new ? raised : lowered
  }

  /// A fact that one version gives to a source and the other tells by itself.
  private static func attribution(_ pair: Pair) -> [Difference] {
    let (old, new) = (pair.a.sources, pair.b.sources)
    guard old.isEmpty != new.isEmpty else { return [] }
    let rule = old.isEmpty ? attributed : unattributed
    return [rule.difference(detail(of: old, pair.a), detail(of: new, pair.b))]
  }

  private static func detail(of sources: [Source], _ side: Side) -> Difference.Detail {
    guard let source = sources.last else { return .nothing(before: side.hull.lowerBound, in: side) }
    return side.detail(source.span, value: source.name)
  }
}

extension Difference.Detail {
  /// The detail of a side that has none: no words, where they would stand.
  static func nothing(before token: Int, in side: Side) -> Difference.Detail {
    let words = side.report.words
    let (start, byte) =
      token < words.count
      ? (Int(words[token].start), Int(words[token].bytes.lowerBound)) : (words.scalarCount, words.utf8.count)
    return Difference.Detail(span: Span(start: start, end: start, bytes: byte..<byte), text: "")
  }
}
