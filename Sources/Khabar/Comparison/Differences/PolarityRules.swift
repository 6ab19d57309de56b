/// One side affirms what the other denies or negates, or says the opposite ("rose", "fell").
enum PolarityRules {
  static let denied = DifferenceRule(
    "polarity.denied", .conflict, "One side reports it, the other reports a denial of it.",
    arabic: "يروي أحد الطرفين الأمر ويروي الآخر نفيه.",
    good: [
      .init("أكد مصدر رسمي أن الوزير استقال.", "نفى مصدر رسمي أن يكون الوزير استقال."),
      .init("The company has sold its port.", "The company denied that it had sold its port."),
      .init(
        "غادر مدرب الفريق المعسكر بعد مشادة مع رئيس النادي.",
        "نفى المتحدث ما نشر عن مغادرة المدرب المعسكر، وقال إنه قاد الحصة الصباحية."),
    ],
    bad: [
      .init("نفى الوزير أنه استقال.", "نفى الوزير أنه استقال."),
      .init("نفى المتحدث أن تكون الأسعار قد ارتفعت.", "انخفضت الأسعار."),
      .init("A doctor denied that all the workers were safe.", "Three workers were injured."),
    ])

  static let negated = DifferenceRule(
    "polarity.negated", .conflict, "One side says that it is so, the other that it is not.",
    arabic: "يثبت أحد الطرفين الأمر وينفيه الآخر.",
    good: [
      .init("وصلت القافلة إلى المدينة مساء السبت.", "لم تصل القافلة إلى المدينة مساء السبت."),
      .init("The convoy reached the town on Saturday.", "The convoy has not reached the town."),
      .init("All the miners were hurt.", "None of the miners was hurt."),
      .init("المصنع مرخص، وخضع لآخر تفتيش في كانون الثاني الماضي.", "The factory was not licensed."),
      .init("أوقفت الشرطة ربان السفينة.", "ربان السفينة لم يوقفه أحد."),
    ],
    bad: [
      .init("انهار السقف من دون وقوع إصابات.", "لا إصابات في انهيار السقف."),
      .init("انسحبت شركتان فقط من العطاء.", "لم تنسحب من العطاء إلا شركتان."),
      .init("Not all fishermen want the new pier.", "Some fishermen want the new pier."),
      .init("لم تعد كل السفن إلى الميناء.", "عادت بعض السفن إلى الميناء."),
      .init("No patient had gone without dinner.", "Every patient had dinner."),
      .init("نفت المفوضية تأجيل الاقتراع.", "أكدت المفوضية أن لا تأجيل للاقتراع."),
      .init("معظم المهاجرين غير الشرعيين من السودان.", "معظم المهاجرين سودانيون."),
      .init("The trams stopped running in March.", "No tram has run since March."),
      .init("لم تتبن أي جهة الهجوم.", "لم يعلن أي طرف مسؤوليته عن الهجوم."),
      .init("أبقت السفارة قسم التأشيرات مفتوحا.", "خرج السفير دون سابق إخطار، ويستمر قسم التأشيرات بالعمل."),
      .init("نقل 47 تلميذا إلى المستشفى.", "استقبل المستشفى ما لا يقل عن أربعين تلميذا."),
      .init("وصلت قافلة منظمة أطباء بلا حدود إلى المدينة.", "وصلت قافلة أطباء إلى المدينة."),
      .init("يرقد سبعة في العناية المركزة.", "لا يزال سبعة غيرهم في العناية المركزة."),
    ])

  static let refused = DifferenceRule(
    "polarity.refused", .conflict,
    "One side says that it was done, the other that it was refused, prevented or not achieved.",
    arabic: "يقول أحد الطرفين إن الأمر تم ويقول الآخر إنه رُفض أو مُنع أو فشل.",
    good: [.init("أعاد المتحف المخطوط إلى بغداد.", "رفض المتحف إعادة المخطوط إلى بغداد.")],
    bad: [
      .init("رفض المتحف إعادة المخطوط.", "رفض المتحف إعادة المخطوط إلى بغداد."),
      .init("The rule bans shops from handing out bags.", "Shops must stop handing out bags."),
    ])

  static let opposite = DifferenceRule(
    "polarity.opposite", .conflict, "The two sides use opposite words for what happened.",
    arabic: "يستعمل الطرفان لفظين متضادين لما حدث.",
    good: [
      .init("ارتفعت أسعار القمح في السوق أمس.", "انخفضت أسعار القمح في السوق أمس."),
      .init("Wheat prices rose on the exchange.", "Wheat prices fell on the exchange."),
      .init("The seaplane landed at dawn.", "The seaplane took off at dawn."),
      .init("The schools of Velmar reopen on Sunday.", "The schools of Velmar stay closed on Sunday."),
      .init("ارتفع سعر القهوة فيما تراجع سعر الشاي.", "تراجع سعر القهوة فيما ارتفع سعر الشاي."),
      .init("Coffee rose on Monday as tea fell.", "Tea rose on Monday as coffee fell."),
      .init("حقق الميناء أعلى عائداته منذ سنوات.", "حقق الميناء أدنى عائداته منذ سنوات."),
      .init("توفي السائق في مكان الحادث.", "نجا السائق من الحادث."),
      .init("علقت الفرق أعمال البحث مساء أمس.", "تتواصل أعمال البحث ولم تتوقف خلال الليل."),
      .init("مباراة الكأس ستجرى السبت كما كان مقررا.", "أرجئت مباراة الكأس إلى أجل غير مسمى."),
    ],
    bad: [
      .init("ظلت المدارس مفتوحة.", "لم تغلق المدارس."),
      .init("ارتفع سعر القهوة فيما تراجع سعر الشاي.", "تراجع سعر الشاي فيما ارتفع سعر القهوة."),
      .init("Coffee rose on Monday as tea fell.", "Tea fell on Monday as coffee rose."),
      .init("فازت القائمة بالانتخابات الطلابية.", "طعن الخاسرون في الانتخابات الطلابية."),
      .init("تساقطت صخور من المرتفعات على الطريق.", "أغلق الطريق بسبب سقوط صخور."),
      .init("نفى المتحدث أن تكون الأسعار قد ارتفعت.", "انخفضت الأسعار."),
    ])

  static let incompatible = DifferenceRule(
    "polarity.incompatible", .conflict, "What the two sides say about the same thing cannot both be true.",
    arabic: "لا يصحّ معا ما يقوله الطرفان عن الأمر نفسه.", good: [])

  static let all = [denied, negated, AbsenceRule.rule, refused, opposite, incompatible]

  static func differences(_ pair: Pair) -> [Difference] {
    if let denial = denial(pair) { return [denial] }
    let found =
      pair.eitherWay(AbsenceRule.difference) ?? pair.eitherWay(negation) ?? pair.eitherWay(refusal) ?? opposition(pair)
      ?? opposedStandings(pair, areMatched: false)
    return found.list
  }

  // MARK: - Negators

  /// A negator of A whose predicate stands in B without one.
  private static func negation(_ pair: Pair) -> Difference? {
    // Who denies it says that it is not so too.
    guard pair.a.mayNegate, pair.b.denial == nil else { return nil }
    let a = pair.alignment.a.all
    let words = pair.a.report.words
    for range in pair.a.ranges {
      for token in range
      where Negation.negates(words, token) && !Negation.isRestricted(words, token, within: range)
        && !isContrast(words, token, within: range) && !isPartial(pair, token, within: range)
      {
        guard let i = predicate(pair, behind: token, within: range),
          !isTakenBack(words, token, a[i].token, within: range),
          Negation.isNegated(words, a[i].token, within: range), let partner = partner(pair, i)
        else { continue }
        if isAgreed(pair, a[i], partner) || isAffirmedToo(pair, i) { continue }
        // "المهاجرين غير الشرعيين" are migrants; only who calls them legal says otherwise.
        if Negation.isOther(words, token), pair.alignment.fromA[i].similarity < 0.8 { continue }
        // "without spectators": a noun that the other side names otherwise is no contradiction.
        let isOfVerb =
          Negation.code(words, token) == Negation.negator && Tagger(words, a[i].token).tag().isVerb
          || isOfPredicate(words, token, a[i].token)
        if !isOfVerb, min(pair.alignment.coverageOfA, pair.alignment.coverageOfB) < leastOfNoun { continue }
        // "بلا زراعة" and "الخطة الزراعية"
        let others = pair.b.report.words
        if others.endsLikeAdjective(partner.token), !words.endsLikeAdjective(a[i].token) { continue }
        return negated.difference(
          pair.a.detail(tokens: token..<a[i].token + 1), pair.b.detail(token: partner.token))
      }
    }
    return nil
  }

  /// "was not licensed": what is said of something behind the copula.
  private static func isOfPredicate(_ words: Words, _ negator: Int, _ token: Int) -> Bool {
    token == negator + 1 && negator > 0 && words[negator].script == .latin
      && [.copula, .auxiliary].contains(Tagger(words, negator - 1).tag().function) && Negation.mayBeVerb(words, token)
  }

  /// How much of each side the other must cover where a noun is negated.
  private static let leastOfNoun: Float = 0.4

  /// How many negations of A the other side contradicts, has too (or tells by an opposite), and says nothing of.
  static func negations(_ pair: Pair) -> (open: Int, agreed: Int, alone: Int) {
    let (words, a) = (pair.a.report.words, pair.alignment.a.all)
    var (open, agreed, alone) = (0, 0, 0)
    for range in pair.a.ranges {
      for token in range
      where Negation.negates(words, token) && !Negation.isRestricted(words, token, within: range)
        && !isContrast(words, token, within: range)
      {
        guard let i = predicate(pair, behind: token, within: range) else { continue }
        if pair.b.denial != nil {
          agreed += 1
        } else if let partner = partner(pair, i) {
          if isAgreed(pair, a[i], partner) { agreed += 1 } else { open += 1 }
        } else if pair.alignment.b.all.contains(where: { $0.poles.opposes(a[i].poles) }) {
          agreed += 1
        } else {
          alone += 1
        }
      }
    }
    return (open, agreed, alone)
  }

  /// "مصري وليس سوريا", "14, not 34": what is put right is told by the rule of its own dimension.
  static func isContrast(_ words: Words, _ token: Int, within range: Range<Int>) -> Bool {
    guard token > range.lowerBound, token + 1 < range.upperBound else { return false }
    let isSetOff = words[token - 1].kind == .mark || words[token].clitics.contains(.conjunction)
    return isSetOff && !Tagger(words, token + 1).tag().isVerb
  }

  /// "ليس كل", "not all", and "لم يفرج عن كل" against "some": what is so of some is not negated.
  static func isPartial(_ pair: Pair, _ negator: Int, within range: Range<Int>) -> Bool {
    let (words, others) = (pair.a.report.words, pair.b.report.words)
    func isAll(_ token: Int) -> Bool { words.aside(.quantifiers, at: token)?.value.first == Quantifier.all }
    if isAll(negator + 1) { return true }
    let behind = (negator + 1..<max(negator + 1, min(range.upperBound, negator + 5))).prefix { words[$0].kind != .mark }
    return behind.contains(where: isAll)
      && pair.b.hull.contains { others.aside(.quantifiers, at: $0)?.value.first == Quantifier.some }
  }

  /// Whether one side says that it is not so of all and the other that it is so of some.
  static func agreeInPart(_ pair: Pair) -> Bool {
    func agrees(_ pair: Pair) -> Bool {
      pair.a.ranges.contains { range in
        range.contains { Negation.negates(pair.a.report.words, $0) && isPartial(pair, $0, within: range) }
      } && pair.b.hull.contains { pair.b.report.words.aside(.quantifiers, at: $0)?.value.first == Quantifier.some }
    }
    return agrees(pair) || agrees(pair.mirrored)
  }

  /// Whether another negator stands in the same clause: "no pupil went without lunch".
  static func isTakenBack(_ words: Words, _ negator: Int, _ predicate: Int, within range: Range<Int>) -> Bool {
    let behind = predicate + 1..<max(predicate + 1, min(range.upperBound, predicate + 5))
    let before = (max(range.lowerBound, negator - 5)..<negator).reversed()
    return hasNegator(words, behind) || hasNegator(words, before)
  }

  /// Whether a negator stands in a run, as far as its clause goes.
  private static func hasNegator(_ words: Words, _ run: some Sequence<Int>) -> Bool {
    for at in run {
      if words[at].kind == .mark { return false }
      if Negation.negates(words, at) { return true }
      if words[at].clitics.contains(.conjunction) { return false }
    }
    return false
  }

  /// What B has in the place of a word of A: an aligned word, or a form of the same verb ("وصلت", "تصل").
  private static func partner(_ pair: Pair, _ index: Int) -> Term? {
    let (link, b) = (pair.alignment.fromA[index], pair.alignment.b.all)
    if link.similarity >= (pair.alignment.isBetweenLanguages ? 0.45 : 0.6) { return b[link.partner] }
    let (words, others) = (pair.a.report.words, pair.b.report.words)
    let token = pair.alignment.a.all[index].token
    guard words[token].script == .arabic else { return nil }
    // Two consonants are enough for a verb alone: "سابق" is no future of "أبقى".
    let mine = Stem.verbs(words.foldedText(token)).filter {
      $0.count >= 6 || $0.count >= 4 && mustBeVerb(words, token)
    }
    if mine.isEmpty { return nil }
    return b.first {
      others[$0.token].script == .arabic && mine.contains(Stem.verb(others.foldedText($0.token)))
    }
  }

  /// Whether a word is a listed verb or stands right behind a negator that only verbs follow: "لم تعف".
  private static func mustBeVerb(_ words: Words, _ token: Int) -> Bool {
    Tagger(words, token).tag().isVerb || token > 0 && beforeVerbs.contains(words[token - 1].core)
  }

  private static let beforeVerbs = ["لم", "لن"].map { Key.of($0.utf8) }

  /// The first content word within three behind a negator.
  private static func predicate(_ pair: Pair, behind token: Int, within range: Range<Int>) -> Int? {
    let a = pair.alignment.a.all
    // "has yet to"
    let last = token + max(1, Negation.match(pair.a.report.words, token)?.length ?? 1) - 1
    // "none of the affected customers had been reimbursed"
    if Negation.isNobody(pair.a.report.words, token) {
      return a.indices.first { i in
        a[i].token > last && a[i].token <= last + 10 && range.contains(a[i].token) && !a[i].isNumber
          && Tagger(pair.a.report.words, a[i].token).tag().isVerb && !isAuxiliary(pair.a.report.words, a[i].token)
      }
    }
    if let verb = verb(pair, ofNo: token, within: range) { return verb }
    return a.indices.first { i in
      a[i].token > last && a[i].token <= last + 4 && range.contains(a[i].token) && a[i].weight > 20
        && !a[i].isNumber && !Negation.negates(pair.a.report.words, a[i].token)
        && !isAuxiliary(pair.a.report.words, a[i].token)
    }
  }

  /// "no prisoner had been fed": the verb of the subject that "no" stands before, where the other side has it.
  private static func verb(_ pair: Pair, ofNo negator: Int, within range: Range<Int>) -> Int? {
    let words = pair.a.report.words
    guard words[negator].key == no else { return nil }
    let reach = (negator + 2..<max(negator + 2, min(range.upperBound, negator + 8))).prefix { words[$0].kind != .mark }
    guard let auxiliary = reach.last(where: { isAuxiliary(words, $0) }) else { return nil }
    return pair.alignment.a.all.indices.first { i in
      let term = pair.alignment.a.all[i]
      return (1...2).contains(term.token - auxiliary) && range.contains(term.token) && term.weight > 20
        && Negation.mayBeVerb(words, term.token) && pair.alignment.fromA[i].similarity >= 0.9
    }
  }

  private static let no = Key.of("no".utf8)

  /// "لم تكن السرعة تتجاوز": what is negated stands further on.
  private static func isAuxiliary(_ words: Words, _ token: Int) -> Bool {
    let function = Tagger(words, token).tag().function
    return function == .auxiliary || function == .copula || lightVerbs.contains(words[token].core)
      // "لم يتقدم باستقالته"
      || bringing.contains(words[token].core) && token + 1 < words.count && words[token + 1].clitics.contains(.ba)
  }

  /// Verbs that only say that what the noun behind them names was done: "لم تتم السيطرة".
  private static let lightVerbs = Set(
    ["تم", "تمت", "يتم", "تتم", "جرى", "جرت", "يجر", "تجر", "يكن", "تكن", "كان", "كانت"].map { Key.of($0.utf8) })

  private static let bringing = Set(["يتقدم", "تتقدم", "اتقدم", "نتقدم", "يتقدموا", "تقدم"].map { Key.of($0.utf8) })

  /// "لا يطلبون صدقة، يطلبون حقهم": whether the same is affirmed of something else.
  private static func isAffirmedToo(_ pair: Pair, _ index: Int) -> Bool {
    let (a, words) = (pair.alignment.a.all, pair.a.report.words)
    return a.indices.contains {
      $0 != index && a[$0].stem == a[index].stem && !isNegated(pair.a, a[$0])
        && Tagger(words, a[$0].token).tag().isVerb
    }
  }

  /// Whether the partner of a negated word is negated too, or means its opposite.
  private static func isAgreed(_ pair: Pair, _ mine: Term, _ partner: Term) -> Bool {
    let words = pair.b.report.words
    let range = pair.b.range(of: partner.token)
    if Negation.isNegated(words, partner.token, within: range) || isOfNegatedVerb(words, partner.token, range) {
      return true
    }
    if mine.poles.opposes(partner.poles) { return true }
    // "no tram has run", "the trams stopped running"
    if !Tagger(pair.a.report.words, mine.token).tag().isVerb, hasStopped(pair) { return true }
    // "عدم اكتمال النصاب", "غياب النصاب"
    if partner.token > range.lowerBound, Negation.code(words, partner.token - 1) == Negation.lack { return true }
    // "لن يصرف قبل" and "يصرف بعد" agree: a limit in time, no negation of the whole.
    return pair.b.ranges.contains { $0.contains { Negation.code(words, $0) == Negation.implicit } }
      && Negation.isNegated(words, partner.token, within: range)
  }

  /// Whether a noun depends on a negated verb further before it: "لم يعلن أي طرف مسؤوليته".
  private static func isOfNegatedVerb(_ words: Words, _ token: Int, _ range: Range<Int>) -> Bool {
    if Tagger(words, token).tag().isVerb { return false }
    let before = (max(range.lowerBound, token - 7)..<token).reversed().prefix {
      words[$0].kind != .mark && !Negation.opensClause(words, $0) && !words[$0].clitics.contains(.conjunction)
    }
    return before.contains {
      Negation.code(words, $0) == Negation.negator && !Negation.isRestricted(words, $0, within: range)
    }
  }

  /// Whether B says that something came to a stop.
  private static func hasStopped(_ pair: Pair) -> Bool {
    pair.alignment.b.all.contains { $0.poles.meets(Poles.stopped) && !isNegated(pair.b, $0) }
  }

  // MARK: - Refusals

  /// A word of A that says that something was not let or did not succeed, before what B says was done.
  private static func refusal(_ pair: Pair) -> Difference? {
    let words = pair.a.report.words
    let a = pair.alignment.a.all
    // "The rule bans bags", "shops must stop handing out bags"
    guard pair.a.mayNegate, !Negation.stands(in: pair.b), !hasStopped(pair) else { return nil }
    for range in pair.a.ranges {
      for token in range where Negation.code(words, token) == Negation.implicit {
        guard !Negation.isNegated(words, token, within: range), !hasForm(pair.b, of: token, words) else { continue }
        let object = a.indices.first { i in
          let (term, link) = (a[i], pair.alignment.fromA[i])
          return term.token > token && term.token <= token + 12 && range.contains(term.token) && term.weight > 20
            && link.similarity >= 0.75 && isPredicate(pair.b, pair.alignment.b, link.partner)
        }
        guard object != nil else { continue }
        return refused.difference(
          pair.a.detail(tokens: token..<token + 1), pair.b.detail(tokens: pair.b.predicate))
      }
    }
    return nil
  }

  /// Whether a side has another form of an Arabic verb ("ألغت", "تلغى").
  private static func hasForm(_ side: Side, of token: Int, _ words: Words) -> Bool {
    let others = side.report.words
    guard words[token].script == .arabic else { return false }
    let verb = Stem.verb(words.foldedText(token))
    return verb.count >= 4
      && side.hull.contains { at in
        guard others[at].script == .arabic else { return false }
        let form = others.foldedText(at)
        // "ملغاة"
        return Stem.verb(form) == verb
          || form.starts(with: "م".utf8) && form.count >= 8
            && Stem.verb(form.suffix(2).elementsEqual("ه".utf8) ? form.dropFirst(2).dropLast(2) : form.dropFirst(2))
              == verb
      }
  }

  /// Whether a term is what its statement says: its first content word or a listed verb.
  private static func isPredicate(_ side: Side, _ terms: Terms, _ index: Int) -> Bool {
    let first = terms.all.indices.first { terms.all[$0].weight > 20 }
    return index == first || side.report.words.has(.verbs, at: terms.all[index].token)
  }
}
