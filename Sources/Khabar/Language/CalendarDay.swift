/// A day as a number, 0 being 1970-01-01 of the proleptic Gregorian calendar.
package typealias Day = Int

/// Gregorian days, after Hinnant's "chrono-Compatible Low-Level Date Algorithms".
package enum Gregorian {
  /// The years a newspaper can mean.
  static let years = 1...9999

  /// The number of a day; nil when the calendar has no such day.
  package static func day(_ year: Int, _ month: Int, _ day: Int) -> Day? {
    guard years.contains(year), (1...12).contains(month), (1...length(year, month)).contains(day) else { return nil }
    return number(year, month, day)
  }

  private static func number(_ year: Int, _ month: Int, _ day: Int) -> Day {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Year, month and day of a number.
  package static func parts(_ day: Day) -> (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let result = (month: month < 10 ? month + 3 : month - 9, day: dayOfYear - (153 * month + 2) / 5 + 1)
    return (yearOfEra + era * 400 + (result.month <= 2 ? 1 : 0), result.month, result.day)
  }

  /// The number of days of a month.
  package static func length(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day of the week, 1 being Monday (ISO 8601).
  package static func weekday(_ day: Day) -> Int { ((day + 3) % 7 + 7) % 7 + 1 }

  /// A month some months later.
  static func month(_ year: Int, _ month: Int, plus months: Int) -> (year: Int, month: Int) {
    let index = year * 12 + month - 1 + months
    return (index / 12, index % 12 + 1)
  }
}

/// Days of the Umm al-Qura calendar of Saudi Arabia, Hijri years 1365...1500.
enum Hijri {
  /// The years the table knows; a date outside has no value here.
  static let years = 1365...1500

  /// The Gregorian day of a Hijri one; nil when there is none or the table does not know.
  static func day(_ year: Int, _ month: Int, _ day: Int) -> Day? {
    guard years.contains(year), (1...12).contains(month), day >= 1, day <= length(year, month) else { return nil }
    var start = first
    for mask in longMonths[..<(year - years.lowerBound)] { start += 348 + mask.nonzeroBitCount }
    for earlier in 1..<month { start += length(year, earlier) }
    return start + day - 1
  }

  /// The number of days of a month of a known year.
  static func length(_ year: Int, _ month: Int) -> Int {
    longMonths[year - years.lowerBound] >> UInt16(month - 1) & 1 == 1 ? 30 : 29
  }

  /// The Hijri year and month of a day, if the table knows it.
  static func parts(_ day: Day) -> (year: Int, month: Int, day: Int)? {
    var rest = day - first
    guard rest >= 0 else { return nil }
    for year in years {
      let days = 348 + longMonths[year - years.lowerBound].nonzeroBitCount
      guard rest >= days else {
        var month = 1
        while rest >= length(year, month) {
          rest -= length(year, month)
          month += 1
        }
        return (year, month, rest + 1)
      }
      rest -= days
    }
    return nil
  }

  /// 1 Muharram 1365 = 1945-12-05.
  private static let first: Day = -8_793

  /// For each year the months of 30 days, Muharram in the lowest bit, as published by R.H. van Gent, Utrecht
  /// (https://webspace.science.uu.nl/~gent0113/islam/ummalqura.htm); the months of `hijridate` on PyPI are the same.
  private static let longMonths: [UInt16] = [
    0xD55, 0x555, 0x555, 0xD55, 0x6D5, 0x555, 0xEA5, 0xD2A, 0xAAA, 0xCD5, 0x655, 0x572, 0xDA9, 0x555, 0xAAA, 0x555,
    0x52D, 0xA6D, 0x55A, 0x555, 0x74D, 0xD53, 0xD54, 0x556, 0xD55, 0x2D5, 0xD55, 0xD54, 0xD45, 0x655, 0x52D, 0xA5D,
    0x55A, 0xAD5, 0x6AA, 0xD4B, 0x52A, 0xA57, 0x4AE, 0x976, 0x56C, 0xB55, 0xAAA, 0xA55, 0x4AD, 0x95D, 0x2DA, 0x5D9,
    0xDB2, 0xBA4, 0xB4A, 0xA55, 0x2B5, 0x575, 0xB6A, 0xBD2, 0xBC4, 0xB89, 0xA95, 0x52D, 0x5AD, 0xB6A, 0x6D4, 0xDC9,
    0xD92, 0xAA6, 0x956, 0x2AE, 0x56D, 0x36A, 0xB55, 0xAAA, 0x94D, 0x49D, 0x95D, 0x2BA, 0x5B5, 0x5AA, 0xD55, 0xA9A,
    0x92E, 0x26E, 0x55D, 0xADA, 0x6D4, 0x6A5, 0x54B, 0xA97, 0x54E, 0xAAE, 0x5AC, 0xBA9, 0xD92, 0xB25, 0x64B, 0xCAB,
    0x55A, 0xB55, 0x6D2, 0xEA5, 0xE4A, 0xA95, 0x52D, 0xAAD, 0x36C, 0x759, 0x6D2, 0x695, 0x52D, 0xA5B, 0x4BA, 0x9BA,
    0x3B4, 0xB69, 0xB52, 0xAA6, 0x4B6, 0x96D, 0x2EC, 0x6D9, 0xEB2, 0xD54, 0xD2A, 0xA56, 0x4AE, 0x96D, 0xD6A, 0xB54,
    0xB29, 0xA93, 0x52B, 0xA57, 0x536, 0xAB5, 0x6AA, 0xE93,
  ]
}
