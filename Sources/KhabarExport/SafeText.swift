/// Text of an article made safe for a terminal.
///
/// Articles are hostile input: an escape sequence could repaint the screen, an unbalanced override could reorder our
/// own words (Trojan Source, CVE-2021-42574). Such characters are shown by their number instead.
package enum SafeText {
  /// The text in one line, without anything that acts on a terminal.
  package static func bytes(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: if out.last != 0x20 { out.append(0x20) }
      case 0x61C, 0x200E, 0x200F, 0xFEFF: continue  // marks without width that cannot reorder what is around them
      case _ where isShownByNumber(scalar.value): out += shown(scalar.value)
      default: out += UTF8.encode(scalar).map { Array($0) } ?? []
      }
    }
    return out
  }

  /// Controls of C0 and C1, embeddings, overrides, isolates, and the invisible tag characters.
  private static func isShownByNumber(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xE0000...0xE007F: true
    default: false
    }
  }

  private static func shown(_ value: UInt32) -> [UInt8] {
    let hex = String(value, radix: 16, uppercase: true)
    return Array("⟦U+\(String(repeating: "0", count: max(0, 4 - hex.count)))\(hex)⟧".utf8)
  }
}
