import Testing

@testable import Khabar

/// Persons as "name", "name (role)" or "(role)"; organisations by their text, places by their code.
private func names(_ kind: Mention.Kind, _ text: String) -> [String] {
  let report = Report(of: Article(plainText: Array(text.utf8), name: "names"))
  return report.mentions.filter { $0.kind == kind }.map { mention in
    switch kind {
    case .place: mention.name ?? ""
    case .person:
      (mention.span == mention.roleSpan ? "" : report.text(mention.span))
        + (mention.role.map { mention.span == mention.roleSpan ? "(\($0))" : " (\($0))" } ?? "")
    default: report.text(mention.span)
    }
  }
}

@Suite struct PlaceTests {
  @Test(arguments: [
    ("وصل الوفد إلى بيروت قادماً من أنقرة.", ["LB:beirut", "TR:ankara"]),
    ("قال مسؤول إيراني إن المحادثات مع الأميركيين ستستأنف.", ["IR", "US"]),
    ("زار الدبلوماسيون الإيطاليون والألمانيات جنوب لبنان.", ["IT", "DE", "LB:south"]),
    ("أعلن الكرملين والبيت الأبيض موقفهما.", ["RU", "US"]),
    ("تقع للصين حدود مع كازاخستان وبالولايات المتحدة مصالح.", ["CN", "KZ", "US"]),
    ("عبرت السفينة مضيق هرمز نحو البحر الأحمر.", ["XA:strait-of-hormuz", "XA:red-sea"]),
    ("أغلقت الشرطة شارعاً في حي الشجاعية ومحافظة سوهاج.", ["الشجاعية", "EG:sohag"]),
    ("The Iranian delegation left Tehran for the United Arab Emirates.", ["IR", "IR:tehran", "AE"]),
    ("قالت سيول إن الصاروخ سقط في البحر، ووصل الوزير إلى سيول.", ["KR:seoul", "KR:seoul"]),
    ("The White House and the Kremlin traded words over Crimea.", ["US", "RU", "UA:crimea"]),
    ("A fire broke out in the district of Tarvosk, in Malburn province.", ["Tarvosk", "Malburn"]),
    ("U.S. troops left al-Tanf for Washington, D.C.", ["US", "US:washington"]),
  ])
  func `places have codes`(text: String, codes: [String]) { #expect(names(.place, text) == codes) }

  @Test(arguments: [
    "وافق المجلس على دعم مالي للمزارعين.", "بلغ قطرها مترين.", "دوماً ما يتأخر القطار.", "بحث الخبراء وضع الجنين.",
    "قتل عشرة في سيول جارفة.", "اجتاحت السيول القرى.",
    "They ate turkey on a china plate.", "Jordan Pickering joined the club.",
  ])
  func `common words are no places`(text: String) { #expect(names(.place, text).isEmpty) }

  @Test func `a form with two readings goes with its neighbours`() {
    #expect(names(.place, "عقد الاجتماع في عمان بحضور الوفد الأردني.") == ["JO:amman", "JO"])
    #expect(names(.place, "عقد الاجتماع في عمان بحضور السلطان في مسقط.") == ["OM", "OM:muscat"])
    #expect(names(.place, "عقد الاجتماع في عمّان.") == ["JO:amman"])
    #expect(names(.place, "طرابلس اللبنانية مدينة ساحلية.").first == "LB:tripoli")
    #expect(names(.place, "طرابلس عاصمة ليبيا.").first == "LY:tripoli")
  }
}

@Suite struct ArabicNameTests {
  @Test(arguments: [
    ("التقى وزير الخارجية نبيل الشماع نظيره في القاهرة.", ["نبيل الشماع (وزير الخارجية)"]),
    ("التقى نائب وزير الخارجية ويسل قرجه نظيره في القاهرة.", ["ويسل قرجه (نائب وزير الخارجية)"]),
    ("وصل وزير الدفاع البريطاني هارولد ويتكوم إلى القاهرة.", ["هارولد ويتكوم (وزير الدفاع البريطاني)"]),
    ("وصف الوزير القضية بأنها خطيرة.", ["(الوزير)"]),
    ("زار وزير النقل بالنيابة رشيد عامري الميناء.", ["رشيد عامري (وزير النقل بالنيابة)"]),
    ("زار مدير الصحة في الولاية حاتم الغربال الميناء.", ["حاتم الغربال (مدير الصحة في الولاية)"]),
    ("كلف المجلس النائب الأول للمحافظ حازم ناهي بالملف.", ["حازم ناهي (النائب الأول للمحافظ)"]),
    ("زار النائب الأول لرئيس البرلمان محسن المندلاوي الميناء.", ["محسن المندلاوي (النائب الأول لرئيس البرلمان)"]),
    (
      "أدين الرئيس السابق لهيئة استثمار المثنى خضير عبد الواحد الزيرجاوي.",
      ["خضير عبد الواحد الزيرجاوي (الرئيس السابق لهيئة استثمار المثنى)"]
    ),
    ("كرم المهرجان الفنانة القديرة نادية رشوان.", ["نادية رشوان (الفنانة القديرة)"]),
    ("أعلن وزير الصحة تفشي الكوليرا.", ["(وزير الصحة)"]),
    ("وقال المتحدث باسم وزارة الدفاع العميد رامي حداد إن الهدوء عاد.", ["رامي حداد (المتحدث باسم وزارة الدفاع)"]),
    ("قالت ليلى الرفاعي، مديرة المعهد الوطني للبحوث، إن النتائج جيدة.", ["ليلى الرفاعي (مديرة المعهد الوطني للبحوث)"]),
    (
      "قدم كبير مستشاري الرئيس الفرنسي، جان مورو، بالشؤون الأوروبية، استقالته.",
      ["(كبير مستشاري الرئيس الفرنسي)", "جان مورو (الرئيس الفرنسي)"]
    ),
    (
      "وصل توماس ريد، كبير مستشاري الرئيس الأميركي، جو بايدن، إلى الرياض.",
      ["توماس ريد (كبير مستشاري الرئيس الأميركي)", "جو بايدن (الرئيس الأميركي)"]
    ),
    ("استقبل ملك البحرين حمد بن عيسى آل خليفة الوفد.", ["حمد بن عيسى آل خليفة (ملك البحرين)"]),
    ("أكد نائب وزير النفط كريم حطاب أن الإنتاج مستقر.", ["كريم حطاب (نائب وزير النفط)"]),
    ("قال وزير الزراعة والري السابق فؤاد الدجاني إن الموسم ضعيف.", ["فؤاد الدجاني (وزير الزراعة والري السابق)"]),
    ("وقال المزارع جابر أبو شنب إنه خسر محصوله.", ["جابر أبو شنب (المزارع)"]),
    ("قال الأمين العام للأمم المتحدة أنطونيو غوتيريش إن الوضع خطير.", ["أنطونيو غوتيريش (الأمين العام للأمم المتحدة)"]),
    ("صرح رجل يدعى مروان بن صالح للصحافيين.", ["مروان بن صالح"]),
    ("وصل مستشار بايدن إلى المنطقة.", ["(مستشار بايدن)", "بايدن"]),
    ("قال رئيس الوزراء إن الحكومة ستستقيل.", ["(رئيس الوزراء)"]),
    ("طالب محافظ الشمال بفتح الطريق.", ["(محافظ الشمال)"]),
    ("وأضافت النائبة هدى المصري أن القانون ناقص.", ["هدى المصري (النائبة)"]),
    ("وقالت السيدة فاطمة الزين إن ابنها بخير.", ["فاطمة الزين"]),
    ("أعلن وزير المالية، أولكسي برينكو، عن قرض جديد.", ["أولكسي برينكو (وزير المالية)"]),
  ])
  func `persons have names and roles`(text: String, persons: [String]) {
    #expect(names(.person, text) == persons)
  }

  @Test(arguments: [
    "أبدى الطرفان حسن نية في المحادثات.", "يصب القرار في صالح البلدين.", "قال المسؤولون إن الأمل كبير.",
    "توقف العمل في مطار الملكة علياء.", "اندلع حريق كبير في المدينة.",
  ])
  func `common words are no persons`(text: String) { #expect(names(.person, text).isEmpty) }

  @Test(arguments: [
    ("أعلنت وزارة الموارد المائية خطة جديدة.", ["وزارة الموارد المائية"]),
    ("وقعت شركة «النورس للشحن» العقد مع هيئة الطيران المدني.", ["شركة «النورس للشحن»", "هيئة الطيران المدني"]),
    ("اجتمع مجلس الأمن القومي الأميركي أمس.", ["مجلس الأمن القومي الأميركي"]),
    ("نفت حركة «الغد» علاقتها بالهجوم.", ["حركة «الغد»"]),
    ("رحبت الأمم المتحدة وحزب الله بالاتفاق.", ["الأمم المتحدة", "حزب الله"]),
    ("شكلت الحكومة لجنة تحقيق في الحادث.", []), ("أسس الشاب شركة صغيرة في قريته.", []),
    ("قدمت الهيئة العليا للانتخابات تقريرها.", ["الهيئة العليا للانتخابات"]),
    ("استثمرت شركة OpenAI في المشروع.", ["شركة OpenAI"]),
    ("نفذ جهاز مكافحة التهريب عملية واسعة.", ["جهاز مكافحة التهريب"]),
  ])
  func `organisations end with their complement`(text: String, organisations: [String]) {
    #expect(names(.organisation, text) == organisations)
  }
}

@Suite struct EnglishNameTests {
  @Test(arguments: [
    ("Interior Minister Lena Voss met the press.", ["Lena Voss (Interior Minister)"]),
    ("The talks failed, said Marek Dolan, Northgate's chief executive.", ["Marek Dolan (Northgate's chief executive)"]),
    (
      "Marek Dolan, chief operating officer of Northgate, told analysts that sales fell.",
      ["Marek Dolan (chief operating officer of Northgate)"]
    ),
    ("U.S. Secretary of State Marco Rubio arrived on Monday.", ["Marco Rubio (U.S. Secretary of State)"]),
    ("The bank's governor, Anna Lindholm, resigned.", ["Anna Lindholm (governor)"]),
    ("Former prime minister Hassan al-Zubaidi leads the list.", ["Hassan al-Zubaidi (Former prime minister)"]),
    ("The prime minister condemned the attack.", ["(prime minister)"]),
    ("J. K. Marlow, 47, a spokeswoman for the port, declined to comment.", ["J. K. Marlow (spokeswoman for the port)"]),
    ("Shares fell on Monday after the Ministry of Trade spoke.", []),
  ])
  func `persons have names and roles`(text: String, persons: [String]) {
    #expect(names(.person, text) == persons)
  }

  @Test(arguments: [
    ("The Ministry of the Interior and the Bank of England agreed.", ["Ministry of the Interior", "Bank of England"]),
    ("Security firm Lockhurst said the code was old.", ["Lockhurst"]),
    ("Shares of DataQuay's parent, Norvik Group, fell.", ["DataQuay", "Norvik Group"]),
    (
      "The interior ministry sent a team, and the port authority closed the gates.",
      ["interior ministry", "port authority"]
    ),
    ("NATO and the IAEA agreed with Hezbollah and Shell.", ["NATO", "IAEA", "Hezbollah", "Shell"]),
    ("The company said it was sorry.", []),
  ])
  func `organisations show by a word, a cue or their letters`(text: String, organisations: [String]) {
    #expect(names(.organisation, text) == organisations)
  }

  @Test func `capitals say nothing in a title`() {
    #expect(names(.organisation, "Three Killed As Storm Hits Northern Coast Near Border").isEmpty)
    #expect(names(.person, "Three Killed As Storm Hits Northern Coast Near Border").isEmpty)
  }
}

@Suite struct CoreferenceTests {
  private func groups(_ text: String) -> [[String]] {
    let report = Report(of: Article(plainText: Array(text.utf8), name: "names"))
    return report.mentions.filter { $0.sameAs == nil }.map { first in
      report.mentions.filter { $0.id == first.id || $0.sameAs == first.id }.map { report.text($0.span) }
    }.filter { $0.count > 1 }
  }

  @Test func `family name and role alone are the person`() {
    let text = "قال وزير الصحة سمير بيطار إن اللقاح متوفر. وأضاف بيطار أن الوزير سيزور المراكز."
    #expect(groups(text) == [["سمير بيطار", "بيطار", "الوزير"]])
  }
  @Test func `a full name after the family name joins it and gives its name to both`() {
    let report = Report(
      of: Article(plainText: Array("نفى ترامب ذلك. وقال دونالد ترامب إن الخبر كاذب.".utf8), name: "x"))
    #expect(report.mentions.map(\.sameAs) == [nil, 1])
  }
  @Test(arguments: [
    ("التقى الوزير كارلوس فيغيريدو. وقال فيجيريدو إن بلاده راضية.", [["كارلوس فيغيريدو", "فيجيريدو"]]),
    ("وصل بريت هاغندورف. وغادر هاجندورف. وعاد هاغيندورف.", [["بريت هاغندورف", "هاجندورف", "هاغيندورف"]]),
    ("قال سيرغي ملادينوف نعم. ونفى سيرجي ملادنوف ذلك.", [["سيرغي ملادينوف", "سيرجي ملادنوف"]]),
    ("President Maria Szalenskaya spoke. Later Szalenskaia left.", [["Maria Szalenskaya", "Szalenskaia"]]),
  ])
  func `another spelling of a foreign family name is the same person`(text: String, expected: [[String]]) {
    #expect(groups(text).filter { $0.count > 1 && $0[0].contains(" ") } == expected)
  }
  @Test(arguments: [
    "قال سمير منصور نعم. وحضر مناصر للحزب.", "قال علي كرامي نعم. وعلى الطاولة كتاب.",
    "قال محمد زيغلوف نعم. وقال محمدو زيغلوف لا.", "قال محمد قاسم نعم. وسقط جسم على الطريق.",
  ])
  func `words that only look like a name stay apart`(text: String) { #expect(groups(text).isEmpty) }
  @Test func `two given names are two persons`() {
    #expect(groups("قال سمير بيطار نعم. وقال هاني بيطار لا.").isEmpty)
  }
  @Test func `an organisation by its head noun`() {
    let text = "أعلنت وزارة الكهرباء العراقية الخطة. وقالت الوزارة إن الشبكة مستقرة. ودعت الوزارة العراقية إلى الترشيد."
    #expect(groups(text).contains(["وزارة الكهرباء العراقية", "الوزارة", "الوزارة العراقية"]))
  }
  @Test func `places by their code`() {
    #expect(groups("وصل الوفد الإيراني من إيران.") == [["الإيراني", "إيران"]])
    #expect(groups("Oman hosted the talks, an Omani official said.") == [["Oman", "Omani"]])
  }
  @Test func `English surnames and titles`() {
    let text = "Interior Minister Lena Voss spoke. Voss said the minister was ready. The ministry was not asked."
    #expect(groups(text) == [["Lena Voss", "Voss", "minister"]])
  }
}

@Suite struct NameKeyTests {
  @Test(arguments: [
    ("ماكغورك", "مكغورك"), ("ماكغورك", "ماكجورك"), ("غوتيريش", "جوتيريش"), ("زيلينسكي", "زيلنسكي"),
    ("McGurk", "ماكغورك"), ("Brett McGurk", "بريت ماكغورك"), ("Guterres", "غوتيريش"), ("Benjamin Netanyahu", "نتنياهو"),
    ("عبد الله السالم", "عبدالله السالم"), ("محمد بن سلمان", "محمد بن سلمان آل سعود"),
    ("Mohammed bin Salman", "محمد بن سلمان"),
    ("Hassan Rouhani", "حسن روحاني"), ("Hossein Amir", "حسين أمير"), ("D. Marsh", "David Marsh"),
    ("Ali Khamenei", "علي خامنئي"), ("Joseph Maalouf", "جوزف معلوف"),
    ("أحمد الشرع", "احمد الشرع"), ("Alexander Novak", "ألكسندر نوفاك"),
  ])
  func `spellings of one name match`(a: String, b: String) {
    #expect(NameKey(a).matches(NameKey(b)))
    #expect(NameKey(b).matches(NameKey(a)))
  }
  @Test(arguments: [
    ("حسن عبد الله", "حسين عبد الله"), ("علي", "على"), ("محمد نوري", "محمود نوري"), ("Hassan Rouhani", "حسين روحاني"),
    ("كمال الزين", "وليد الزين"), ("سليم سلامة", "سالم سلامة"), ("بوتين", "بايدن"), ("", "علي"),
    ("John Marsh", "Jane Marsh"),
  ])
  func `two names do not match`(a: String, b: String) {
    #expect(!NameKey(a).matches(NameKey(b)))
    #expect(!NameKey(b).matches(NameKey(a)))
  }
}
