/// Finds text that was damaged before it was delivered, and says what it should probably read.
///
/// The text itself stays as it was delivered: whoever damaged it may have damaged more.
enum TextRepair {
  /// Longest stretch that is shown repaired, in bytes.
  private static let longest = 400

  /// What is wrong with a text, worst first.
  static func findings(_ words: Words) -> [Finding] {
    let utf8 = words.utf8
    let leads = Leads(utf8)
    var findings: [Finding] = []
    if leads.latin * 8 > utf8.count, let finding = mojibake(words) { findings.append(finding) }
    if leads.presentation > 2, let finding = presentation(words) { findings.append(finding) }
    if leads.arabic * 4 > utf8.count || leads.presentation * 8 > utf8.count, let finding = reversed(words) {
      findings.append(finding)
    }
    return findings
  }

  /// Counts of the first bytes by which damage shows.
  private struct Leads {
    /// U+00C0...U+00FF, as which the bytes of other charsets appear in Latin-1.
    var latin = 0
    /// U+F000 and above, where the presentation forms are.
    var presentation = 0
    /// Arabic letters.
    var arabic = 0

    init(_ utf8: [UInt8]) {
      let bytes = utf8.span
      var index = 0
      while index + Lanes.width <= bytes.count {
        // As many steps as a lane can count.
        let end = min(bytes.count - Lanes.width + 1, index + 255 * Lanes.width)
        var (latin, presentation, arabic) = (Lanes(), Lanes(), Lanes())
        while index < end {
          let lanes = Lanes(bytes, at: index)
          latin &+= lanes.ones(0xC3)
          presentation &+= lanes.ones(0xEF)
          arabic &+= lanes.ones(0xD8, mask: 0xFE)
          index += Lanes.width
        }
        self.latin += latin.total
        self.presentation += presentation.total
        self.arabic += arabic.total
      }
      for byte in utf8[index...] {
        latin += byte == 0xC3 ? 1 : 0
        presentation += byte == 0xEF ? 1 : 0
        arabic += byte & 0xFE == 0xD8 ? 1 : 0
      }
    }
  }

  // MARK: - Mojibake

  /// Text whose bytes were read as windows-1252: written in it again and read as what it was, it is Arabic.
  private static func mojibake(_ words: Words) -> Finding? {
    guard let (span, text) = head(words) else { return nil }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard let byte = SingleByteCharset.windows1252.byte(of: scalar.value) else { return nil }
      bytes.append(byte)
    }
    let utf8 = String(decoding: bytes, as: UTF8.self)
    let read =
      utf8.unicodeScalars.contains("\u{FFFD}")
      ? (String(decoding: SingleByteCharset.detect(bytes).decode(bytes), as: UTF8.self), "windows-1256")
      : (utf8, "UTF-8")
    let letters = read.0.unicodeScalars
    guard letters.count(where: { (0x621...0x64A).contains($0.value) }) * 2 > letters.count else { return nil }
    return Finding(
      code: "mojibake", severity: .warning,
      message: "The text is \(read.1) that was read as windows-1252; deliver it again in its own charset.", span: span,
      repair: read.0)
  }

  // MARK: - Presentation forms

  private static func presentation(_ words: Words) -> Finding? {
    var count = 0
    var first: Int?
    for index in words.indices where words[index].script == .arabic && hasForms(words, index) {
      count += 1
      if first == nil { first = index }
    }
    guard let first else { return nil }
    let repaired = String(
      String.UnicodeScalarView(words.text(first).unicodeScalars.flatMap(letters)))
    return Finding(
      code: "presentation-forms", severity: .note,
      message: "\(count) words are written in presentation forms, as PDF files have them; searches for them will fail.",
      span: words.span(first..<first + 1), repair: repaired)
  }

  private static func hasForms(_ words: Words, _ index: Int) -> Bool {
    let word = words[index]
    return words.utf8[Int(word.bytes.lowerBound)..<Int(word.bytes.upperBound)].contains(0xEF)
  }

  /// The letters that a presentation form stands for (Unicode's compatibility decomposition), or the scalar itself.
  private static func letters(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    let exact: UInt32? =
      switch scalar.value {
      case 0xFE81, 0xFE82: 0x622
      case 0xFE83, 0xFE84: 0x623
      case 0xFE85, 0xFE86: 0x624
      case 0xFE87, 0xFE88: 0x625
      case 0xFE89...0xFE8C: 0x626
      case 0xFE93, 0xFE94: 0x629
      default: nil
      }
    if let exact, let letter = Unicode.Scalar(exact) { return [letter] }
    guard let (base, second) = Folding.presentation(scalar.value) else { return [scalar] }
    return [base, second].compactMap { $0.flatMap(Unicode.Scalar.init) }
  }

  // MARK: - Visual order

  /// Text stored in the order it is seen in: its words begin with what only ends words.
  private static func reversed(_ words: Words) -> Finding? {
    let utf8 = words.utf8
    func isLong(_ word: Word) -> Bool { word.script == .arabic && word.kind == .word && word.end - word.start > 2 }
    let wrong = words.all.count { isFinal(utf8, at: Int($0.bytes.lowerBound)) && isLong($0) }
    // Hardly any text goes on from here.
    guard wrong > 3 else { return nil }
    let right = words.all.count { word in
      let end = Int(word.bytes.upperBound)
      return isLong(word) && (isFinal(utf8, at: end - 2) || isFinal(utf8, at: end - 3))
    }
    guard wrong > right * 2, let (span, text) = head(words) else { return nil }
    let letters = text.unicodeScalars.reversed().flatMap(letters)
    return Finding(
      code: "visual-order", severity: .warning,
      message: "The Arabic text is stored in the order in which it is seen, last letter first; nothing is found in it.",
      span: span, repair: String(String.UnicodeScalarView(letters)))
  }

  /// Whether ta marbuta or alef maqsura stands at a place, or the form of theirs that ends words.
  private static func isFinal(_ utf8: [UInt8], at index: Int) -> Bool {
    // A short word at the end of the text has no second byte.
    guard index + 1 < utf8.count else { return false }
    return switch (utf8[index], utf8[index + 1]) {
    case (0xD8, 0xA9), (0xD9, 0x89): true
    case (0xEF, 0xBA): index + 2 < utf8.count && utf8[index + 2] == 0x94
    case (0xEF, 0xBB): index + 2 < utf8.count && utf8[index + 2] == 0xB0
    default: false
    }
  }

  /// The first line of a text that has words, or its beginning.
  private static func head(_ words: Words) -> (Span, String)? {
    guard let first = words.indices.first(where: { words[$0].isWordLike }) else { return nil }
    var last = first
    while last + 1 < words.count, words[last + 1].newlines == 0,
      Int(words[last + 1].bytes.upperBound) - Int(words[first].bytes.lowerBound) <= longest
    {
      last += 1
    }
    let span = words.span(first..<last + 1)
    return (span, String(decoding: words.utf8[span.bytes], as: UTF8.self))
  }
}
