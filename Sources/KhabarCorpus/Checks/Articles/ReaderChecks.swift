import Khabar

/// What the reader finds while it reads, under the codes that reports have.
enum ReaderChecks {
  static let all = damage + broken

  /// Text that was damaged before it was delivered.
  private static let damage = [
    Check(
      "hidden-bidi-control", .warning, "The text hides characters that steer the writing direction.",
      arabic: "في النص محارف خفية تتحكم في اتجاه الكتابة.",
      remedy: "Remove them; the marks U+200E, U+200F and U+061C do no harm and are only noted.",
      good: [.init("وصل الوفد إلى مسقط\n\nوصل الوفد أمس إلى مسقط لإجراء محادثات.")],
      bad: [.init("وصل الوفد إلى \u{202E}مسقط\u{202C}\n\nوصل الوفد أمس إلى مسقط لإجراء محادثات.")]),
    Check(
      "mojibake", .warning, "The text was read in a charset that it is not in.",
      arabic: "قُرئ النص بترميز غير ترميزه.", remedy: "Deliver the article again in its own charset.",
      good: [.init("The café in Zürich reopened\n\nThe café in Zürich reopened on Monday after repairs.")],
      bad: [.init("ÙˆØµÙ„ Ø§Ù„ÙˆÙ\u{81}Ø¯ Ø¥Ù„Ù‰ Ù…Ø³Ù‚Ø· Ù„Ø¥Ø¬Ø±Ø§Ø¡ Ù…Ø\u{AD}Ø§Ø¯Ø«Ø§Øª Ù…Ø¹ Ø§Ù„Ù…Ø³Ø¤ÙˆÙ„ÙŠÙ†")]),
    Check(
      "invalid-utf-8", .warning, "The text has bytes that are not UTF-8.", arabic: "في النص بايتات ليست من UTF-8.",
      remedy: "Check the charset of the article and deliver it again.", bad: []),
    Check(
      "charset-label", .note, "The article is labelled with a charset that it is not in.",
      arabic: "الترميز المعلن للمقال ليس ترميزه.", remedy: "Correct the label.", bad: []),
    Check(
      "presentation-forms", .note, "Words are written in presentation forms, as PDF files have them.",
      arabic: "في النص كلمات بأشكال العرض كما في ملفات PDF.", remedy: "Normalize the text to NFKC.",
      bad: [.init("ﻭﺻﻞ ﺍﻟﻮﻓﺪ ﺇﻟﻰ ﻣﺴﻘﻂ\n\nﻭﺻﻞ ﺍﻟﻮﻓﺪ ﺇﻟﻰ ﻣﺴﻘﻂ ﺃﻣﺲ ﻹﺟﺮﺍﺀ ﻣﺤﺎﺩﺛﺎﺕ.")]),
    Check(
      "visual-order", .warning, "The Arabic text is stored in the order in which it is seen.",
      arabic: "النص العربي مخزن بترتيب ظهوره لا بترتيب قراءته.", remedy: "Turn its lines around.", bad: []),
    Check(
      "truncated-text", .note, "The text breaks off at its end.", arabic: "ينقطع النص في آخره.",
      remedy: "Get the whole article.",
      good: [.init("وصل الوفد إلى مسقط\n\nوصل الوفد أمس إلى مسقط لإجراء محادثات مع المسؤولين.")],
      bad: [.init("وصل الوفد إلى مسقط\n\nوصل الوفد أمس إلى مسقط لإجراء محادثات مع...")]),
  ]

  /// Files that no article can be read from, or not the whole of it.
  private static let broken = [
    Check(
      "empty-article", .error, "The article has no text.", arabic: "المقال بلا نص.", remedy: "Get the article again.",
      bad: [.init("— — —")]),
    Check(
      "no-article", .error, "The file has no article that can be read.", arabic: "لا مقال في الملف يمكن أن يُقرأ.",
      remedy: "Get the article again, or exclude the file.", bad: [.init(("item.xml", "<?xml version=\"1.0\"?><x/>"))]),
    Check(
      "binary-input", .error, "The file is binary data, not text.", arabic: "الملف بيانات ثنائية لا نص.",
      remedy: "Get the article as text.", bad: []),
    Check(
      "xml-not-well-formed", .warning, "The XML is not well-formed, and may have been read in part.",
      arabic: "ملف XML غير سليم البنية، وقد يكون قُرئ بعضه.", remedy: "Get the file again.",
      bad: [.init(("item.xml", "<?xml version=\"1.0\"?><nitf><body><body.content><p>The talks opened in Muscat.</p>"))]),
    Check(
      "xml-entities", .error, "The XML declares entities, which are not followed.",
      arabic: "يعرّف ملف XML كيانات لا تُتبع.", remedy: "Deliver it without a document type.",
      bad: [
        .init(("item.xml", "<?xml version=\"1.0\"?><!DOCTYPE nitf [<!ENTITY a \"b\">]><nitf><body>&a;</body></nitf>"))
      ]),
    Check(
      "live-blog", .note, "The page is a live blog of many entries.", arabic: "الصفحة تغطية مباشرة من مدخلات كثيرة.",
      remedy: "Cut it into its entries, if each is to be compared.", bad: []),
    Check(
      "page-too-large", .warning, "The page is larger than what is read of one.", arabic: "الصفحة أكبر مما يُقرأ.",
      remedy: "Cut it into articles.", bad: []),
    Check(
      "text-too-long", .warning, "The text is longer than what is read of one.", arabic: "النص أطول مما يُقرأ.",
      remedy: "Cut it into articles.", bad: []),
  ]

  /// The findings of a report as hits. What they are about is the whole article: their places move with its text.
  static func hits(_ report: Report) -> [Hit] {
    report.findings.map { finding in
      Hit(
        code: finding.code, severity: finding.severity, details: [], remark: finding.message,
        spot: finding.span.map { Spot($0, in: report) } ?? Spot(), content: content(finding, report))
    }
  }

  private static func content(_ finding: Finding, _ report: Report) -> String {
    guard finding.code == "hidden-bidi-control", let span = finding.span else { return "" }
    let scalar = report.text(span).unicodeScalars.first?.value ?? 0
    return "U+" + String(scalar, radix: 16, uppercase: true)
  }
}
