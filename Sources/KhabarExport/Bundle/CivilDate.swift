/// Days of the proleptic Gregorian calendar, without a time zone and without a clock.
struct CivilDate {
  let year: Int
  let month: Int
  let day: Int

  /// Seconds from 1970-01-01T00:00:00Z to the beginning of the day.
  var seconds: Int {
    // Years begin in March here, so that the leap day is their last (H. Hinnant, "chrono-compatible low-level date
    // algorithms", days_from_civil).
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return (era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468) * 86_400
  }

  /// The day of a moment not before 1970.
  init(seconds: Int) {
    let days = seconds / 86_400 + 719_468
    let era = days / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// The first day that an EDTF date names ("2023-05-08T16:30", "2023-05", "2023-05-01/2023-05-10"); nil if it names none.
  init?(edtf: String) {
    let digits = edtf.utf8.prefix { ($0 >= 0x30 && $0 <= 0x39) || $0 == UInt8(ascii: "-") }
    let fields = digits.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let parts = fields.map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    guard let year = parts.first, (1...9999).contains(year) else { return nil }
    self.year = year
    month = parts.count > 1 && (1...12).contains(parts[1]) ? parts[1] : 1
    day = parts.count > 2 && (1...31).contains(parts[2]) ? parts[2] : 1
  }

  /// The day as ISO 8601 has it.
  var iso: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
