/// A text without its end.
enum TruncatedText {
  static let check = Check(
    "truncated-text", .note, "The text breaks off at its end.", arabic: "ينقطع النص في آخره.",
    remedy: "Get the whole article.",
    good: [.init("وصل الوفد إلى مسقط\n\nوصل الوفد أمس إلى مسقط لإجراء محادثات مع المسؤولين.")],
    bad: [.init("وصل الوفد إلى مسقط\n\nوصل الوفد أمس إلى مسقط لإجراء محادثات مع...")])
}
