/// A text that is read in part.
enum TextTooLong {
  static let check = Check(
    "text-too-long", .warning, "The text is longer than what is read of one.", arabic: "النص أطول مما يُقرأ.",
    remedy: "Cut it into articles.", bad: [])
}
