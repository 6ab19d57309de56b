/// What a row of `Lexicons/*/times.tsv` says about a word.
struct TimeWord {
  /// The part a word plays in a date or period; the raw value is its letter in the files.
  enum Kind: UInt8 {
    /// A day, so many after today ("أمس" -1).
    case day = 0x64  // d
    /// A part of the day: its first hour times 100, and the hour at its end, which is past 24 where it goes on over midnight.
    case dayPart = 0x6D  // m
    /// A unit of time, its value a `TimeUnit`.
    case unit = 0x75  // u
    /// The plural of a unit.
    case units = 0x55  // U
    /// The dual of a unit where its ending cannot be cut ("سنتين").
    case dualUnit = 0x42  // B
    case past = 0x3C  // <
    case next = 0x3E  // >
    case this = 0x3D  // =
    /// The first day (0), beginning (1), middle (2) or end (3) of a period.
    case edge = 0x65  // e
    /// What remains of a period ("بقية").
    case rest = 0x72  // r
    /// So long before now ("قبل", "منذ").
    case before = 0x62  // b
    /// So long after now ("بعد").
    case after = 0x61  // a
    /// Behind the length: before now ("ago").
    case ago = 0x67  // g
    /// Behind the length: after now ("later").
    case later = 0x6C  // l
    case from = 0x66  // f
    case until = 0x74  // t
    /// Announces a date ("بتاريخ", "الموافق").
    case label = 0x6F  // o
    /// A season, 21 (spring) to 24.
    case season = 0x73  // s
    /// 1 Hijri, 2 Gregorian.
    case era = 0x45  // E
    /// Announces a clock time ("الساعة").
    case clock = 0x6B  // k
    /// A time zone; its value the minutes east of Greenwich.
    case zone = 0x7A  // z
    /// A sign that the sentence tells the future.
    case future = 0x77  // w
    /// A word for putting off, closing or granting, whose limit is ahead ("تأجيل").
    case deferral = 0x70  // p
    /// A verb for what lasted, whose limit is past ("استمرت", "raged").
    case lasting = 0x68  // h
    /// A preposition or noun before a year or month.
    case preposition = 0x69  // i
    /// The last so many ("آخر 3 سنوات").
    case last = 0x6E  // n
    /// A few, between units and "past".
    case few = 0x76  // v
    /// A decade of its own, in years after 1900 ("السبعينيات" 70).
    case decade = 0x44  // D
    /// A day or period told by the one before in the text ("اليوم التالي" 12): ten times the `TimeUnit`, and 0 for the
    /// one before, 1 for the same, 2 for the next.
    case anaphor = 0x71  // q
    /// A part of a year ("Q3" 43): ten times the number of parts, and which.
    case portion = 0x51  // Q
    /// A round of a cup behind a fraction ("نصف نهائي").
    case round = 0x78  // x
    /// A word of sport before a result.
    case score = 0x79  // y
  }

  var kind: Kind
  var value: Int
  /// Tokens of the word or phrase.
  var length: Int

  /// What the list says of a token that has been looked up.
  init?(_ word: Word) {
    guard word.kind == .word, let (length, row) = word.match(.times), let kind = Kind(rawValue: row.first) else {
      return nil
    }
    (self.kind, value, self.length) = (kind, Words.integer(row.bytes.dropFirst()), length)
  }
}

/// Units of time.
enum TimeUnit: Int {
  case day = 1
  case week, month, year, hour, minute, second, decade, century, weekend, millennium
}

extension Words {
  /// The month at a token: 1...12, or 101...112 for Hijri months, and whether the word has other meanings.
  package func month(at index: Int) -> (length: Int, month: Int, isAmbiguous: Bool)? {
    guard all.indices.contains(index), all[index].kind == .word, let (length, row) = match(.months, at: index) else {
      return nil
    }
    let isAmbiguous = row.bytes.last == 0x3F
    if all[index].script == .latin, !all[index].isCapitalized { return nil }
    if all[index].script == .arabic, length == 1, isFather(index) { return nil }
    return (length, Self.integer(row.bytes), isAmbiguous)
  }

  /// "أب" and "باب" fold to the letters of "آب", which keeps its madda.
  private func isFather(_ index: Int) -> Bool {
    let word = all[index]
    let end = Int(word.bytes.upperBound)
    guard end >= 4, foldedText(index).suffix(4).elementsEqual("اب".utf8), foldedText(index).count <= 8 else {
      return false
    }
    return utf8[end - 4] != 0xD8 || utf8[end - 3] != 0xA2
  }

  /// The weekday at a token, 1 being Monday.
  package func weekday(at index: Int) -> Int? {
    guard let row = weekdayRow(at: index), row.bytes.last != 0x3F else { return nil }
    return Self.integer(row.bytes)
  }

  /// The same where "اثنين" and "أحد" are no numbers, as the words around tell.
  func sureWeekday(at index: Int) -> Int? { weekdayRow(at: index).map { Self.integer($0.bytes) } }

  private static let ten = ["عشر", "عشرة"].map { Key.of($0.utf8) }

  private func weekdayRow(at index: Int) -> Lexicon.Value? {
    guard all.indices.contains(index), all[index].kind == .word, !isOfTeens(index) else { return nil }
    return Lexicon.value(all[index].entry, .weekdays)
  }

  /// "النواب الأحد عشر": eleven of them, and no Sunday.
  private func isOfTeens(_ index: Int) -> Bool {
    index + 1 < all.count && Self.ten.contains(all[index + 1].key)
  }

  /// The decimal integer in a row, other bytes left out.
  fileprivate static func integer(_ bytes: some Collection<UInt8>) -> Int {
    var value = 0
    for byte in bytes where (0x30...0x39).contains(byte) { value = min(value * 10 + Int(byte - 0x30), 1_000_000) }
    return bytes.first == 0x2D ? -value : value
  }
}
