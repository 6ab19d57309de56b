import Khabar

/// A statement between quotation marks that nobody is said to have made.
enum UnattributedQuote {
  static let check = Check(
    "unattributed-quote", .note, "Nobody is said to have spoken this quote.", arabic: "لا قائل لهذا الاقتباس.",
    remedy: "Name who says it.",
    good: [
      .init(
        """
        الوزارة تعلن نتائج التحقيق

        قال الوزير: "سنحاسب كل من يثبت تورطه في هذا الحادث الأليم بلا استثناء".
        """)
    ],
    bad: [
      .init(
        """
        نتائج التحقيق في حادث المدينة

        وقع الحادث الشهر الماضي في وسط المدينة وأسفر عن أضرار كبيرة في عدد من المباني القديمة.

        "هذه أسوأ كارثة في تاريخ المدينة منذ ثلاثين عاما كاملة".
        """)
    ])

  /// How many words a quote has at least; fewer are a name or a phrase held at a distance.
  private static let least = 6

  static func hits(_ report: Report) -> [Hit] {
    let facts = Dictionary(grouping: report.facts, by: \.block)
    let attributed = Set(report.facts.filter { !$0.sources.isEmpty || $0.verb != nil }.map(\.block))
    return report.facts.compactMap { fact in
      guard fact.quoted == .whole, fact.sources.isEmpty, !attributed.contains(fact.block),
        report.blocks[fact.block].kind == .paragraph,
        report.words.range(fact.span).count(where: { report.words[$0].isWordLike }) >= least,
        standsAlone(report, fact, facts[fact.block] ?? []), !isAnnounced(report, fact)
      else { return nil }
      return Hit(check, in: report, fact.span)
    }
  }

  /// Whether the block has no word but those of quotes, so that none of them can name a speaker.
  private static func standsAlone(_ report: Report, _ fact: Fact, _ facts: [Fact]) -> Bool {
    let quotes = facts.filter { $0.quoted == .whole }.map { report.words.range($0.span) }
    return report.words.range(report.blocks[fact.block].span).allSatisfy { index in
      !report.words[index].isWordLike || quotes.contains { $0.contains(index) }
    }
  }

  /// Whether the block before ends with a colon.
  private static func isAnnounced(_ report: Report, _ fact: Fact) -> Bool {
    guard fact.block > 0 else { return false }
    let before = report.words.range(report.blocks[fact.block - 1].span)
    return before.last.map { report.words[$0].mark == 0x3A } ?? false
  }
}
