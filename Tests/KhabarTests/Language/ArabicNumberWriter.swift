/// Writes whole numbers in Arabic words, in the spellings that newspapers mix.
struct ArabicNumberWriter {
  /// The choices of one spelling.
  var hundred = "مئة"
  var isGenitive = false
  var isFeminine = false
  var dropsHamza = false

  /// Four spellings that cover every choice.
  static let variants = [
    ArabicNumberWriter(),
    ArabicNumberWriter(hundred: "مائة", isGenitive: true),
    ArabicNumberWriter(isGenitive: true, isFeminine: true, dropsHamza: true),
    ArabicNumberWriter(hundred: "مائة", isFeminine: true, dropsHamza: true),
  ]

  private static let masculine = [
    "", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة",
  ]
  private static let feminine = ["", "واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"]
  private static let roots = ["", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]
  private static let scales = [
    (1_000_000_000, "مليار", "ملياران", "مليارين", "مليارات", "ملياراً"),
    (1_000_000, "مليون", "مليونان", "مليونين", "ملايين", "مليوناً"), (1000, "ألف", "ألفان", "ألفين", "آلاف", "ألفاً"),
  ]

  /// The words for a number from 0 to below 10^12.
  func write(_ number: Int) -> String {
    guard number > 0 else { return "صفر" }
    var rest = number
    var parts: [String] = []
    for (value, one, dual, genitiveDual, plural, accusative) in Self.scales where rest >= value {
      let count = rest / value
      rest %= value
      switch count {
      case 1: parts.append(one)
      case 2: parts.append(isGenitive ? genitiveDual : dual)
      default:
        let noun = (3...10).contains(count % 100) ? plural : count % 100 > 10 ? accusative : one
        parts.append(below(count, isFeminine: false) + " " + noun)
      }
    }
    if rest > 0 { parts.append(below(rest, isFeminine: isFeminine)) }
    let text = parts.joined(separator: " و")
    guard dropsHamza else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { "أإآ".unicodeScalars.contains($0) ? "ا" : $0 }))
  }

  private func below(_ number: Int, isFeminine: Bool) -> String {
    var parts: [String] = []
    let (hundreds, rest) = number.quotientAndRemainder(dividingBy: 100)
    switch hundreds {
    case 0: break
    case 1: parts.append(hundred)
    case 2: parts.append(hundred.dropLast() + (isGenitive ? "تين" : "تان"))
    default: parts.append(Self.feminine[hundreds].dropLast(hundreds == 8 ? 1 : 0) + hundred)
    }
    if rest > 0 { parts.append(belowHundred(rest, isFeminine)) }
    return parts.joined(separator: " و")
  }

  private func belowHundred(_ number: Int, _ isFeminine: Bool) -> String {
    let digits = isFeminine ? Self.feminine : Self.masculine
    let (tens, unit) = number.quotientAndRemainder(dividingBy: 10)
    let two = isFeminine ? (isGenitive ? "اثنتين" : "اثنتان") : (isGenitive ? "اثنين" : "اثنان")
    if number <= 10 { return number == 2 ? two : digits[number] }
    if tens == 1 {
      let ten = isFeminine ? "عشرة" : "عشر"
      if unit == 1 { return (isFeminine ? "إحدى " : "أحد ") + ten }
      return (unit == 2 ? String(two.dropLast()) : digits[unit]) + " " + ten
    }
    let word = Self.roots[tens] + (isGenitive ? "ين" : "ون")
    return unit == 0 ? word : (unit == 2 ? two : digits[unit]) + " و" + word
  }
}
