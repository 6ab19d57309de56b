import Testing

@testable import Khabar

@Suite struct QuantityTests {
  /// The quantities of a text: "text=value unit", for a bound or an interval "text=low..high unit".
  private func quantities(_ text: String) -> [String] {
    let words = Words(Array(text.utf8))
    let times = TimeExtractor.times(in: words, 0..<words.count, published: "2024-05-15")
    return QuantityExtractor.quantities(in: words, 0..<words.count, outside: times).map { match in
      let value = match.isApproximate ? (match.low ?? "") + ".." + (match.high ?? "") : match.value ?? "?"
      return words.text(match.range) + "=" + value + (match.unit.map { " " + $0 } ?? "")
    }
  }

  @Test(arguments: [
    ("خمسة مسؤولين أميركيين", ["خمسة مسؤولين=5 {official}"]),
    ("قتيلان وثلاثة جرحى", ["قتيلان=2 {killed}", "وثلاثة جرحى=3 {injured}"]),
    ("مقتل 12 شخصاً وإصابة نحو 30 آخرين", ["12 شخصاً=12 {killed}", "نحو 30 آخرين=27..33 {injured}"]),
    ("ما لا يقل عن 17 مدنياً", ["ما لا يقل عن 17 مدنياً=17.. {civilian}"]),
    ("أقل من 5 كيلومترات", ["أقل من 5 كيلومترات=..5 km"]),
    ("عشرات القتلى", ["عشرات القتلى=20..99 {killed}"]),
    ("مئات الآلاف من الأشخاص", ["مئات الآلاف من الأشخاص=200000..999999 {person}"]),
    ("بين 20 و30 ألف متظاهر", ["بين 20 و30 ألف متظاهر=20000..30000 {protester}"]),
    ("12,5 مليون دولار", ["12,5 مليون دولار=12500000 USD"]),
    ("بنسبة 15٪ و٥ بالمئة", ["15٪=15 %", "٥ بالمئة=5 %"]),
    ("2-1", ["2=2 {score}", "1=1 {score}"]),
    ("الحادي عشر", ["الحادي عشر=11 {ordinal}"]), ("شخص واحد", ["شخص واحد=1 {person}"]),
    ("عدد القتلى إلى 35", ["35=35 {killed}"]),
    ("500 متر مكعب في الثانية", ["500 متر مكعب في الثانية=500 m3/s"]),
    ("20 جريحاً على الأقل", ["20 جريحاً على الأقل=20.. {injured}"]),
    ("ألفا شخص", ["ألفا شخص=2000 {person}"]),
    ("من 20 إلى 30 مليار دولار", ["20=20000000000 USD", "30 مليار دولار=30000000000 USD"]),
    ("Thirty-one people were killed", ["Thirty-one people=31 {killed}"]),
    ("more than 30 others injured", ["more than 30 others=30.. {injured}"]),
    ("$2.5 million", ["$2.5 million=2500000 USD"]), ("€300m", ["€300m=300000000 EUR"]),
    ("dozens of protesters", ["dozens of protesters=20..99 {protester}"]),
    ("the death toll rose to 35", ["35=35 {killed}"]),
    ("between 20 and 30 people", ["between 20 and 30 people=20..30 {person}"]),
    ("خلال 48 ساعة", ["48 ساعة=48 h"]), ("-9.5", ["-9.5=-9.5"]), ("فاز 3-صفر", ["3=3 {score}", "صفر=0 {score}"]),
  ]) func `a quantity has value and unit`(text: String, expected: [String]) { #expect(quantities(text) == expected) }

  @Test(arguments: [
    "قرار 242", "القرار رقم 1701", "قرار مجلس الأمن 242", "قمة G20", "إف-16", "كوفيد-19", "F-16", "COVID-19",
    "وأحدث الطائرات",
    "وأحد المسؤولين", "شارع 29", "Resolution 242", "no one was hurt", "للشخص الواحد", "عام 2019", "8 أيار 2023",
    "نصف نهائي",
  ]) func `what counts nothing is no quantity`(text: String) { #expect(quantities(text) == []) }

  @Test func `a number of 400 digits has no value`() {
    #expect(quantities(String(repeating: "7", count: 400) + " شخص") == [])
    #expect(quantities("٠٠٠٠") == ["٠٠٠٠=0"])
  }
}
