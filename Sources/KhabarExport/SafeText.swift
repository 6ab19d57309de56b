/// Text of an article made safe for a terminal.
///
/// Articles are hostile input: an escape sequence could repaint the screen, an unbalanced override could reorder our
/// own words (Trojan Source, CVE-2021-42574). Such characters are shown by their number instead.
package enum SafeText {
  /// The text in one line, without anything that acts on a terminal.
  package static func bytes(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(where: mayNeedCare) else { return text }
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if let shown = replacement(of: scalar.value) {
        if shown != [0x20] || out.last != 0x20 { out += shown }
      } else {
        out += UTF8.encode(scalar).map { Array($0) } ?? []
      }
    }
    return out
  }

  /// Whether a byte can belong to what must not be shown: a control, or a byte that every such sequence has (U+0080 to
  /// U+009F, U+061C, U+2028 and the others of its row, U+FEFF, the tags). Plain Arabic has none of them.
  private static func mayNeedCare(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x7F, 0x9C, 0xC2, 0xE2, 0xEF, 0xF3: true
    default: false
    }
  }

  /// What is shown for a code point that must not be shown itself: a space for what breaks lines, nothing for marks
  /// without width that cannot reorder what is around them, else its number.
  static func replacement(of value: UInt32) -> [UInt8]? {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: [0x20]
    case 0x61C, 0x200E, 0x200F, 0xFEFF: []
    case _ where isShownByNumber(value): shown(value)
    default: nil
    }
  }

  /// Controls of C0 and C1, embeddings, overrides, isolates, the invisible tag characters, and what no XML can hold.
  private static func isShownByNumber(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF, 0xE0000...0xE007F: true
    default: false
    }
  }

  private static func shown(_ value: UInt32) -> [UInt8] {
    let hex = String(value, radix: 16, uppercase: true)
    return Array("⟦U+\(String(repeating: "0", count: max(0, 4 - hex.count)))\(hex)⟧".utf8)
  }
}
