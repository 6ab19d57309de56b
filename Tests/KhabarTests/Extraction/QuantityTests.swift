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
    ("نقلت السفينة 41 راكبا", ["41 راكبا=41 {passenger}"]), ("انقلب القارب 41", []),
    ("يزيد ارتفاع البرج على 300 متر", ["300 متر=300.. m"]),
    ("لا يزيد عددهم على خمسة طلاب", ["خمسة طلاب=..5 {student}"]),
    ("تجاوزت خسائر الشركة 3 مليارات دولار", ["3 مليارات دولار=3000000000.. USD"]),
    ("يقل سعر الطن عن 20 دولارا", ["20 دولارا=..20 USD"]), ("حصل الفريق على 40 نقطة", ["40 نقطة=40 {point}"]),
    ("ضمن الجولة العشرين من الدوري", ["العشرين=20 {ordinal}"]),
    ("ارتفع إلى ثلاثة عدد ضحايا الانفجار", ["ثلاثة=3 {killed}"]),
    ("ألفا شخص", ["ألفا شخص=2000 {person}"]),
    ("مليونا و900 ألف دولار", ["مليونا و900 ألف دولار=1900000 USD"]),
    ("ألفا و500 شخص", ["ألفا و500 شخص=1500 {person}"]),
    ("خسرت العملة خمس قيمتها", ["خمس=0.2 1"]),
    ("سافرت مع خمس بناتها", ["خمس بناتها=5 {بناته}"]),
    ("من 20 إلى 30 مليار دولار", ["20=20000000000 USD", "30 مليار دولار=30000000000 USD"]),
    ("Thirty-one people were killed", ["Thirty-one people=31 {killed}"]),
    ("more than 30 others injured", ["more than 30 others=30.. {injured}"]),
    ("$2.5 million", ["$2.5 million=2500000 USD"]), ("€300m", ["€300m=300000000 EUR"]),
    ("dozens of protesters", ["dozens of protesters=20..99 {protester}"]),
    ("the death toll rose to 35", ["35=35 {killed}"]),
    ("three people were shot dead", ["three people=3 {killed}"]), ("two guards were shot", ["two guards=2 {injured}"]),
    ("two guards were stabbed to death", ["two guards=2 {killed}"]),
    ("between 20 and 30 people", ["between 20 and 30 people=20..30 {person}"]),
    ("خلال 48 ساعة", ["48 ساعة=48 h"]), ("-9.5", ["-9.5=-9.5"]), ("فاز 3-صفر", ["3=3 {score}", "صفر=0 {score}"]),
  ]) func `a quantity has value and unit`(text: String, expected: [String]) { #expect(quantities(text) == expected) }

  @Test(arguments: [
    ("مئتا قتيل", ["مئتا قتيل=200 {killed}"]), ("ألف ومئتا دولار", ["ألف ومئتا دولار=1200 USD"]),
    ("بضع مئات من الأشخاص", ["بضع مئات من الأشخاص=300..900 {person}"]),
    ("خمسة أو ستة أشخاص", ["خمسة أو ستة أشخاص=5..6 {person}"]), ("20-30 شخصاً", ["20-30 شخصاً=20..30 {person}"]),
    ("ثلاثة إلى خمسة أشخاص", ["ثلاثة إلى خمسة أشخاص=3..5 {person}"]),
    ("ما بين ألف وألفي شخص", ["ما بين ألف وألفي شخص=1000..2000 {person}"]),
    ("من 5 إلى 7 في المئة", ["5=5 %", "7 في المئة=7 %"]), ("عشرون شخصاً ونيف", ["عشرون شخصاً ونيف=20.. {person}"]),
    ("قرابة 3 آلاف", ["قرابة 3 آلاف=2700..3300"]), ("جثتان", ["جثتان=2 {body}"]), ("مرتين", ["مرتين=2 {time}"]),
    ("سنتين", ["سنتين=2 a"]), ("طائرتين مسيّرتين", ["طائرتين مسيّرتين=2 {drone}"]),
    ("ثلث السكان", ["ثلث السكان=0.333333333333333 {resident}"]), ("ساعة ونصف", ["ساعة ونصف=1.5 h"]),
    ("ساعتين ونصف", ["ساعتين ونصف=2.5 h"]), ("3 سنوات ونصف", ["3 سنوات ونصف=3.5 a"]),
    ("عام ونصف العام", ["عام ونصف العام=1.5 a"]), ("نصف ساعة", ["نصف ساعة=0.5 h"]),
    ("خمسة بالألف", ["خمسة بالألف=5 [ppth]"]),
    ("بالمئة 10", ["بالمئة 10=10 %"]), ("للمرة الـ12", ["12=12 {ordinal}"]),
    ("القمة الثالثة والثلاثين", ["الثالثة والثلاثين=33 {ordinal}"]), ("الجنود الـ12", ["الجنود الـ12=12 {soldier}"]),
    ("فاز ريال مدريد على برشلونة 2-1", ["2=2 {score}", "1=1 {score}"]), ("خسر 0-3", ["0=0 {score}", "3=3 {score}"]),
    ("3 مليارات ليرة لبنانية", ["3 مليارات ليرة لبنانية=3000000000 LBP"]),
    ("100 كرونة سويدية", ["100 كرونة سويدية=100 SEK"]),
    ("5 آلاف دينار جزائري", ["5 آلاف دينار جزائري=5000 DZD"]), ("200 كلم²", ["200 كلم²=200 km2"]),
    ("50 م2", ["50 م2=50 m2"]),
    ("زلزال بقوة 6,4 درجة", ["6,4 درجة=6.4 {magnitude}"]), (".25", [".25=0.25"]), ("1/2 مليون", ["1/2 مليون=500000"]),
    ("أربعة فاصلة سبعة في المئة", ["أربعة فاصلة سبعة في المئة=4.7 %"]),
    ("تسعة نقطة خمسة", ["تسعة نقطة خمسة=9.5"]), ("30 نقطة", ["30 نقطة=30 {point}"]),
    ("السابعة والعشرون بعد المئة", ["السابعة والعشرون بعد المئة=127 {ordinal}"]),
    ("ربعا المساحة", ["ربعا=0.5 1"]), ("عشر الثروة", ["عشر=0.1 1"]), ("عشر السنوات", ["عشر السنوات=10 a"]),
    ("جزءان من خمسة", ["جزءان من خمسة=0.4 1"]), ("دزينتان", ["دزينتان=24"]),
    ("12 درجة تحت الصفر", ["12 درجة تحت الصفر=-12 deg"]),
    ("رجل في الأربعين من عمره", ["الأربعين=40 a"]), ("100 نقطة أساس", ["100 نقطة أساس=100 {basis-point}"]),
    ("ثلاث جوائز وست صفقات", ["ثلاث جوائز=3 {award}", "وست صفقات=6 {deal}"]),
    ("في الدقيقة 45 والدقيقة 90+3", ["45=45 {ordinal}", "90=90 {ordinal}"]),
    ("تسعي الكمية", ["تسعي=0.222222222222222 1"]),
    ("أزيل طنين من الركام", ["طنين=2 t"]),
    ("ما يربو على 70 دولة", ["ما يربو على 70 دولة=70.. {country}"]),
    ("بما لا يقل عن 3 ملايين دينار", ["بما لا يقل عن 3 ملايين دينار=3000000.. {dinar}"]),
  ]) func `spellings and forms of news Arabic`(text: String, expected: [String]) {
    #expect(quantities(text) == expected)
  }

  @Test(arguments: [
    ("half an hour", ["half an hour=0.5 h"]), ("an hour and a half", ["an hour and a half=1.5 h"]),
    ("10K people", ["10K people=10000 {person}"]), ("$2b", ["$2b=2000000000 USD"]), ("£20m", ["£20m=20000000 GBP"]),
    ("5 or 6 people", ["5 or 6 people=5..6 {person}"]), ("from 20 to 30 percent", ["20=20 %", "30 percent=30 %"]),
    ("one in five Americans", ["one in five Americans=0.2 {American}"]),
    ("a 6.2-magnitude quake", ["6.2-magnitude=6.2 {magnitude}"]),
    ("two-thirds of the members", ["two-thirds of the members=0.666666666666666 {member}"]),
    ("nearly 300 Canadian dollars", ["nearly 300 Canadian dollars=270..330 CAD"]),
    ("no more than 10", ["no more than 10=..10"]),
    ("the 5th floor", ["5th=5 {ordinal}"]), ("won 2-1", ["2=2 {score}", "1=1 {score}"]),
    ("10-15%", ["10-15%=10..15 %"]),
    ("minus 15C overnight", ["minus 15C=-15 Cel"]), ("passed 219-206", ["219=219 {score}", "206=206 {score}"]),
    ("6-3, 4-6", ["6=6 {score}", "3=3 {score}", "4=4 {score}", "6=6 {score}"]),
    ("the first decline in six quarters", ["first=1 {ordinal}", "six quarters=6 {quarter}"]),
    ("edged up to 4.4%", ["4.4%=4.4 %"]), ("up to 4.4%", ["up to 4.4%=..4.4 %"]),
    ("Ann Smith, 41, of no fixed address", ["41=41 a"]), ("four more people", ["four more people=4 {person}"]),
    ("a Category 4 storm", ["4=4"]),
    ("seven degrees below zero", ["seven degrees below zero=-7 deg"]), ("90 km/h", ["90 km/h=90 km/h"]),
    ("two point seven million barrels", ["two point seven million barrels=2700000 [bbl_us]"]),
  ]) func `spellings and forms of news English`(text: String, expected: [String]) {
    #expect(quantities(text) == expected)
  }

  @Test(arguments: [
    "قرار 242", "القرار رقم 1701", "قرار مجلس الأمن 242", "قمة G20", "إف-16", "كوفيد-19", "F-16", "COVID-19",
    "وأحدث الطائرات",
    "وأحد المسؤولين", "شارع 29", "Resolution 242", "no one was hurt", "للشخص الواحد", "عام 2019", "8 أيار 2023",
    "نصف نهائي", "مجموعة العشرين", "المادة الخامسة", "القناة الثانية عشرة", "الحرب العالمية الثانية", "العالم الثالث",
    "الدرجة الأولى", "واحدة من أكبر الشركات", "الطائرة إف 35", "+1-222-2222/2222", "03-123456", "24/7", "192.168.1.2",
    "انقلب القارب 41", "تأخرت الطائرة 737", "Boat 41 capsized", "cabin 12 on deck 3", "the S&P 500", "a Boeing 737-800",
    "in the quarter that ended", "سعر الذهب عيار 21",
    "99/99/9999", "00/00/0000", "2024-13-45", "first lady", "Second World War", "the 10k run",
  ]) func `what counts nothing is no quantity`(text: String) { #expect(quantities(text) == []) }

  @Test func `a number of 400 digits has no value`() {
    #expect(quantities(String(repeating: "7", count: 400) + " شخص") == [])
    #expect(quantities("٠٠٠٠") == ["٠٠٠٠=0"])
    #expect(quantities(String(repeating: "9", count: 400) + "," + String(repeating: "9", count: 400)) == [])
    #expect(quantities("2e99") == [])
  }
}
