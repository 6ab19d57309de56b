/// Writes whole numbers in Arabic words, in the spellings that newspapers mix.
struct ArabicNumberWriter: Sendable {
  /// The choices of one spelling.
  private let hundred: String
  private let isOblique: Bool
  private let isFeminine: Bool
  private let dropsHamza: Bool
  /// The numbers below a thousand: counting a scale, and at the end.
  private var counts: [String] = []
  private var ends: [String] = []

  /// Four spellings that cover every choice.
  static let variants = [
    ArabicNumberWriter(hundred: "مئة", isOblique: false, isFeminine: false, dropsHamza: false),
    ArabicNumberWriter(hundred: "مائة", isOblique: true, isFeminine: false, dropsHamza: false),
    ArabicNumberWriter(hundred: "مئة", isOblique: true, isFeminine: true, dropsHamza: true),
    ArabicNumberWriter(hundred: "مائة", isOblique: false, isFeminine: true, dropsHamza: true),
  ]

  private init(hundred: String, isOblique: Bool, isFeminine: Bool, dropsHamza: Bool) {
    self.hundred = hundred
    self.isOblique = isOblique
    self.isFeminine = isFeminine
    self.dropsHamza = dropsHamza
    counts = (0..<1000).map { spelled($0 == 200 ? String(twoHundred.dropLast()) : below($0, isFeminine: false)) }
    ends = (0..<1000).map { spelled(below($0, isFeminine: isFeminine)) }
  }

  private static let masculine = [
    "", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة",
  ]
  private static let feminine = ["", "واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"]
  private static let roots = ["", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]

  /// A power of a thousand with its forms.
  private struct Scale {
    var value: Int
    var one: String
    var dual: String
    var plural: String
    var accusative: String
  }

  private static let scales = [
    Scale(value: 1_000_000_000, one: "مليار", dual: "مليار", plural: "مليارات", accusative: "ملياراً"),
    Scale(value: 1_000_000, one: "مليون", dual: "مليون", plural: "ملايين", accusative: "مليوناً"),
    Scale(value: 1000, one: "ألف", dual: "ألف", plural: "آلاف", accusative: "ألفاً"),
  ]

  private var twoHundred: String { hundred.dropLast() + (isOblique ? "تين" : "تان") }

  /// The words for a number from 0 to below 10^12.
  func write(_ number: Int) -> String {
    guard number > 0 else { return "صفر" }
    var rest = number
    var text = ""
    for scale in Self.scales where rest >= scale.value {
      let count = rest / scale.value
      rest %= scale.value
      if !text.isEmpty { text += " و" }
      switch count {
      case 1: text += spelled(scale.one)
      case 2: text += spelled(scale.dual + (isOblique ? "ين" : "ان"))
      default:
        let noun = (3...10).contains(count % 100) ? scale.plural : count % 100 > 10 ? scale.accusative : scale.one
        text += counts[count] + " " + spelled(noun)
      }
    }
    guard rest > 0 else { return text }
    return text.isEmpty ? ends[rest] : text + " و" + ends[rest]
  }

  private func spelled(_ text: String) -> String {
    guard dropsHamza else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { "أإآ".unicodeScalars.contains($0) ? "ا" : $0 }))
  }

  private func below(_ number: Int, isFeminine: Bool) -> String {
    var parts: [String] = []
    let (hundreds, rest) = number.quotientAndRemainder(dividingBy: 100)
    switch hundreds {
    case 0: break
    case 1: parts.append(hundred)
    case 2: parts.append(twoHundred)
    default: parts.append(Self.feminine[hundreds].dropLast(hundreds == 8 ? 1 : 0) + hundred)
    }
    if rest > 0 { parts.append(belowHundred(rest, isFeminine)) }
    return parts.joined(separator: " و")
  }

  private func belowHundred(_ number: Int, _ isFeminine: Bool) -> String {
    let digits = isFeminine ? Self.feminine : Self.masculine
    let (tens, unit) = number.quotientAndRemainder(dividingBy: 10)
    let two = isFeminine ? (isOblique ? "اثنتين" : "اثنتان") : (isOblique ? "اثنين" : "اثنان")
    if number <= 10 { return number == 2 ? two : digits[number] }
    if tens == 1 {
      let ten = isFeminine ? "عشرة" : "عشر"
      if unit == 1 { return (isFeminine ? "إحدى " : "أحد ") + ten }
      return (unit == 2 ? String(two.dropLast()) : digits[unit]) + " " + ten
    }
    let word = Self.roots[tens] + (isOblique ? "ين" : "ون")
    if unit == 1, isFeminine { return "إحدى و" + word }
    return unit == 0 ? word : (unit == 2 ? two : digits[unit]) + " و" + word
  }
}
