import Khabar

/// A date that no calendar has.
enum ImpossibleDate {
  static let check = Check(
    "impossible-date", .warning, "There is no day {}.", arabic: "لا وجود ليوم {}.", remedy: "Correct the date.",
    good: [
      .init("موعد القمة\n\nتعقد القمة في 30 نيسان 2023 وتستمر حتى 31 أيار 2023، وفق بيان نُشر في 2024-02-29."),
      .init("Summit date\n\nThe summit opens on 30 April 2023, and 31 May families were moved."),
    ],
    bad: [
      .init("موعد القمة\n\nتعقد القمة في 31 نيسان 2023 وفق البيان الذي نشرته الوزارة."),
      .init("Summit date\n\nThe summit opens on February 30, 2023, the ministry said in a statement."),
      .init("موعد القمة\n\nتعقد القمة في 2023-02-29 وفق البيان الذي نشرته الوزارة."),
    ])

  static func hits(_ report: Report) -> [Hit] {
    let words = report.words
    return words.indices.compactMap { index in
      guard words[index].kind == .number else { return nil }
      guard let range = written(words, index) ?? named(words, index) else { return nil }
      let span = report.span(range)
      return Hit(check, [report.text(span)], in: report, span)
    }
  }

  /// "31 نيسان 2023", "February 30, 2023": the tokens, if there is no such day.
  private static func named(_ words: Words, _ index: Int) -> Range<Int>? {
    guard let day = words.integer(index), (29...99).contains(day), words[index].newlines == 0 else { return nil }
    if let month = words.month(at: index + 1), (1...12).contains(month.month), !month.isAmbiguous {
      let end = index + 1 + month.length
      // "31 April" is a date by itself; of other numbers only the year behind makes one.
      return isImpossible(day, month.month, year(words, end), isAlone: true)
        ? index..<end + yearLength(words, end) : nil
    }
    guard index > 0, words[index].script != .arabic, let month = words.month(at: index - 1), month.length == 1,
      (1...12).contains(month.month), words[index - 1].script == .latin, !month.isAmbiguous
    else { return nil }
    let comma = words[index + 1].mark == 0x2C ? 1 : 0
    let year = year(words, index + 1 + comma)
    // "April 31" may be the end of "in April 31 people".
    guard year != nil, isImpossible(day, month.month, year, isAlone: false) else { return nil }
    return index - 1..<index + 2 + comma
  }

  /// "2023-02-30" and "31/04/2023", in whichever order the numbers can be read.
  private static func written(_ words: Words, _ index: Int) -> Range<Int>? {
    let mark = words[index + 1].mark
    guard mark == 0x2D || mark == 0x2F, words[index + 3].mark == mark, words[index + 4].kind == .number,
      (index..<index + 4).allSatisfy({ words[$0].bytes.upperBound == words[$0 + 1].bytes.lowerBound }),
      words[index - 1].mark != mark, words[index + 5].mark != mark,
      let a = words.integer(index), let b = words.integer(index + 2), let c = words.integer(index + 4)
    else { return nil }
    let isISO = (1900...2100).contains(a) && digits(words, index) == 4
    guard isISO || (1900...2100).contains(c) && digits(words, index + 4) == 4 else { return nil }
    let candidates = isISO ? [(a, b, c)] : [(c, b, a), (c, a, b)]
    let isReal = candidates.contains { Gregorian.day($0.0, $0.1, $0.2) != nil }
    return isReal ? nil : index..<index + 5
  }

  private static func isImpossible(_ day: Int, _ month: Int, _ year: Int?, isAlone: Bool) -> Bool {
    guard year != nil || isAlone && day <= 31 else { return false }
    return day > Gregorian.length(year ?? 2000, month)
  }

  private static func year(_ words: Words, _ index: Int) -> Int? {
    guard words[index].kind == .number, digits(words, index) == 4, let year = words.integer(index),
      (1900...2100).contains(year)
    else { return nil }
    return year
  }

  private static func yearLength(_ words: Words, _ index: Int) -> Int { year(words, index) == nil ? 0 : 1 }

  private static func digits(_ words: Words, _ index: Int) -> Int { words.foldedText(index).count }
}

extension Words {
  /// The value of a number that is written in digits only.
  func integer(_ index: Int) -> Int? {
    guard indices.contains(index), self[index].kind == .number else { return nil }
    let digits = foldedText(index)
    guard digits.count <= 9, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
