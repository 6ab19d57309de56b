/// Delivered bytes as UTF-8, and what was wrong with them.
struct Charset {
  /// The text; empty when the bytes are no text.
  var utf8: [UInt8]
  /// IANA name of the charset the bytes were in.
  var name: String
  /// What was wrong.
  var findings: [Finding]

  /// Decodes by byte order mark; else as UTF-8, if the bytes are that or nearly so; else by the label that came with them;
  /// else as what they look like. A label does not win over bytes that say something else. The mark is no part of the text.
  ///
  /// Bytes that are known to be UTF-8 are not checked again.
  init(decoding bytes: [UInt8], label: String? = nil, isUTF8: Bool = false) {
    findings = []
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      name = "utf-8"
      utf8 = Array(bytes.dropFirst(3))
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      name = "utf-16le"
      utf8 = Self.utf16(bytes.dropFirst(2)) { UInt16($1) << 8 | UInt16($0) }
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      name = "utf-16be"
      utf8 = Self.utf16(bytes.dropFirst(2)) { UInt16($0) << 8 | UInt16($1) }
    } else {
      name = "utf-8"
      utf8 = bytes
    }
    if BinaryBytes.areBinary(utf8.span) {
      findings = [Self.notText]
      utf8 = []
    } else if !isUTF8, !UTF8Check.isValid(utf8.span) {
      if Self.isNearlyUTF8(utf8) { repair() } else { decodeSingleBytes(label?.lowercased()) }
    }
    if label != name { checkLabel(label?.lowercased()) }
  }

  /// Decodes bytes of one letter each. What the label says counts unless the letters look like the other script.
  private mutating func decodeSingleBytes(_ label: String?) {
    let labelled = label.flatMap { SingleByteCharset(label: $0) }
    let detected = SingleByteCharset.detect(utf8)
    let isLie = labelled.map { ($0 == .windows1252) != (detected == .windows1252) } ?? true
    let charset = isLie ? detected : labelled ?? detected
    name = charset.rawValue
    utf8 = charset.decode(utf8)
  }

  private mutating func checkLabel(_ label: String?) {
    guard let label else { return }
    let canonical = SingleByteCharset(label: label)?.rawValue ?? label
    let isRight = canonical == name || canonical == "utf8" || name.hasPrefix("utf-16") && canonical.hasPrefix("utf-16")
    guard !isRight || name != "utf-8" && canonical == "utf8", utf8.contains(where: { $0 >= 0x80 }) else { return }
    findings.append(
      Finding(
        code: "charset-label", severity: .note,
        message: "The input is labelled \"\(label.prefix(40))\" but is \(name); it was read as \(name)."))
  }

  /// Whether most of the sequences of more than one byte are well-formed, as in UTF-8 that was cut or patched somewhere.
  private static func isNearlyUTF8(_ bytes: [UInt8]) -> Bool {
    var good = 0
    var bad = 0
    var at = 0
    while at < bytes.count {
      let first = bytes[at]
      at += 1
      guard first >= 0x80 else { continue }
      let length = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1
      let isWhole =
        first >= 0xC2 && first < 0xF5 && at + length <= bytes.count
        && bytes[at..<at + length].allSatisfy { $0 & 0xC0 == 0x80 }
      if isWhole { at += length }
      if isWhole { good += 1 } else { bad += 1 }
    }
    return good >= bad * 2
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, _ unit: (UInt8, UInt8) -> UInt16) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2 + 1)
    var at = bytes.startIndex
    while at + 1 < bytes.endIndex {
      units.append(unit(bytes[at], bytes[at + 1]))
      at += 2
    }
    // Half a code unit at the end is as broken as an unpaired surrogate.
    if at < bytes.endIndex { units.append(0xFFFD) }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static let notText = Finding(
    code: "binary-input", severity: .error, message: "The input is binary data, not text; nothing was read from it.")

  /// Puts U+FFFD in the place of every ill-formed sequence, as the Unicode Standard (3.9, U+FFFD substitution) says.
  private mutating func repair() {
    let repaired = Array(String(decoding: utf8, as: UTF8.self).utf8)
    let count = Self.replacements(repaired) - Self.replacements(utf8)
    var first = zip(repaired, utf8).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? utf8.count
    while first > 0, repaired[min(first, repaired.count - 1)] & 0xC0 == 0x80 { first -= 1 }
    findings.append(
      Finding(
        code: "invalid-utf-8", severity: .warning,
        message: "\(count) ill-formed UTF-8 sequences were replaced with U+FFFD; check the charset of the input.",
        span: Span(at: first, length: 3, in: repaired)))
    utf8 = repaired
  }

  private static func replacements(_ bytes: [UInt8]) -> Int {
    var count = 0
    var at = 0
    while at + 2 < bytes.count {
      if bytes[at] == 0xEF, bytes[at + 1] == 0xBF, bytes[at + 2] == 0xBD { count += 1 }
      at += 1
    }
    return count
  }
}

extension Span {
  /// The span of one code point that begins at a byte of UTF-8.
  init(at byte: Int, length: Int, in utf8: [UInt8]) {
    let start = utf8[..<byte].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    self.init(start: start, end: start + 1, bytes: byte..<byte + length)
  }
}
