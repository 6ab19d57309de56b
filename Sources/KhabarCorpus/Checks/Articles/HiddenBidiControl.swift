/// Characters that nobody sees and that turn what is read around.
enum HiddenBidiControl {
  static let check = Check(
    "hidden-bidi-control", .warning, "The text hides characters that steer the writing direction.",
    arabic: "في النص محارف خفية تتحكم في اتجاه الكتابة.",
    remedy: "Remove them; the marks U+200E, U+200F and U+061C do no harm and are only noted.",
    good: [.init("وصل الوفد إلى مسقط\n\nوصل الوفد أمس إلى مسقط لإجراء محادثات.")],
    bad: [.init("وصل الوفد إلى \u{202E}مسقط\u{202C}\n\nوصل الوفد أمس إلى مسقط لإجراء محادثات.")])
}
