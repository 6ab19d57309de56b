import ArgumentParser

/// A publication date as a user or a data line gives it, cut to EDTF: a year, month or day.
struct PublicationDate: ExpressibleByArgument {
  /// "2023", "2023-05" or "2023-05-31".
  var edtf: String

  /// Reads a date, or the date of an ISO 8601 point in time ("2023-05-31T10:00:00Z").
  init?(argument: String) {
    let day = argument.prefix { $0 != "T" && $0 != " " }
    let parts = day.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count == 2 }),
      parts.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    let numbers = parts.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    if numbers.count > 1, !(1...12).contains(numbers[1]) { return nil }
    if numbers.count > 2, !(1...Self.days(numbers[1], of: numbers[0])).contains(numbers[2]) { return nil }
    edtf = String(day)
  }

  private static func days(_ month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// A BCP 47 language tag, checked for its form only.
struct LanguageTag: ExpressibleByArgument {
  /// The tag ("ar", "en-GB").
  var tag: String

  init?(argument: String) {
    let parts = argument.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isAlphanumeric = { (byte: UInt8) in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    guard (2...3).contains(parts.first?.count ?? 0), parts[0].allSatisfy({ $0 >= 0x41 }),
      parts.allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy(isAlphanumeric) })
    else { return nil }
    tag = argument
  }
}
