/// The day of a date as metadata writes it.
enum NewsDate {
  /// "2023-05-31T10:00:00+03:00", "20230531T100000Z", "2023/05/31" and "Wed, 31 May 2023 10:00:00 GMT" (RFC 5322) as an
  /// EDTF day; nil for anything else.
  static func day(_ text: String) -> String? {
    let bytes = Array(text.utf8.trimmed)
    return iso(bytes) ?? mail(bytes)
  }

  private static func iso(_ bytes: [UInt8]) -> String? {
    let digits = bytes.prefix { isDigit($0) }
    if digits.count == 8 { return day(digits.prefix(4), digits.dropFirst(4).prefix(2), digits.dropFirst(6)) }
    guard digits.count == 4, bytes.count > 4, bytes[4] == 0x2D || bytes[4] == 0x2F else { return nil }
    let parts = bytes.prefix(10).split(separator: bytes[4]).map { $0.prefix { isDigit($0) } }
    guard parts.count >= 3 else { return nil }
    return day(parts[0], parts[1], parts[2])
  }

  private static func mail(_ bytes: [UInt8]) -> String? {
    let words = bytes.split { $0 == 0x20 || $0 == 0x2C || $0 == 0x2D }.map(Array.init)
    for index in words.indices.dropLast(2) {
      guard let day = number(words[index][...]), let month = month(words[index + 1]), words[index + 2].count == 4 else {
        continue
      }
      return Self.day(words[index + 2][...], "\(month)".utf8, "\(day)".utf8)
    }
    return nil
  }

  private static let months = Array("janfebmaraprmayjunjulaugsepoctnovdec".utf8)

  private static func month(_ word: [UInt8]) -> Int? {
    let letters = word.prefix(3).map { $0 | 0x20 }
    guard letters.count == 3 else { return nil }
    return (0..<12).first { months[$0 * 3..<$0 * 3 + 3].elementsEqual(letters) }.map { $0 + 1 }
  }

  private static func day(
    _ year: some Collection<UInt8>, _ month: some Collection<UInt8>, _ day: some Collection<UInt8>
  ) -> String? {
    guard let year = number(year), let month = number(month), let day = number(day), (1600...9999).contains(year),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }

  private static func number(_ bytes: some Collection<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 4, bytes.allSatisfy(isDigit) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 & 0xF) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
