/// A text that went through a wrong charset.
enum Mojibake {
  static let check = Check(
    "mojibake", .warning, "The text was read in a charset that it is not in.",
    arabic: "قُرئ النص بترميز غير ترميزه.", remedy: "Deliver the article again in its own charset.",
    good: [.init("The café in Zürich reopened\n\nThe café in Zürich reopened on Monday after repairs.")],
    bad: [.init("ÙˆØµÙ„ Ø§Ù„ÙˆÙ\u{81}Ø¯ Ø¥Ù„Ù‰ Ù…Ø³Ù‚Ø· Ù„Ø¥Ø¬Ø±Ø§Ø¡ Ù…Ø\u{AD}Ø§Ø¯Ø«Ø§Øª Ù…Ø¹ Ø§Ù„Ù…Ø³Ø¤ÙˆÙ„ÙŠÙ†")])
}
