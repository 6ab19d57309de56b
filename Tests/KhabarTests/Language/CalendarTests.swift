import Foundation
import Testing

@testable import Khabar

@Suite struct CalendarTests {
  @Test func `every day of 1900 to 2100 follows the one before`() {
    var expected = -25_567
    var wrong: [String] = []
    for year in 1900...2100 {
      for month in 1...12 {
        for number in 1...Gregorian.length(year, month) {
          if Gregorian.day(year, month, number) != expected || Gregorian.parts(expected) != (year, month, number) {
            wrong.append("\(year)-\(month)-\(number)")
          }
          expected += 1
        }
      }
    }
    #expect(wrong == [])
  }

  @Test func `days that do not exist have no number`() {
    #expect(Gregorian.day(2023, 2, 30) == nil)
    #expect(Gregorian.day(2023, 2, 29) == nil)
    #expect(Gregorian.day(2024, 2, 29) != nil)
    #expect(Gregorian.day(0, 1, 1) == nil)
    #expect(Hijri.day(1501, 1, 1) == nil)
    #expect(Hijri.day(1445, 13, 1) == nil)
  }

  /// Umm al-Qura dates as published by the calendar of Saudi Arabia.
  @Test(arguments: [
    (1400, 1, 1, "1979-11-20"), (1420, 9, 15, "1999-12-23"), (1440, 9, 1, "2019-05-06"), (1444, 10, 1, "2023-04-21"),
    (1445, 9, 1, "2024-03-11"), (1445, 9, 5, "2024-03-15"), (1446, 1, 1, "2024-07-07"), (1500, 12, 30, "2077-11-16"),
  ]) func `Hijri days have their Gregorian day`(year: Int, month: Int, day: Int, expected: String) throws {
    let number = try #require(Hijri.day(year, month, day))
    #expect(EDTF.text(number) == expected)
    #expect(Hijri.parts(number).map { [$0.year, $0.month, $0.day] } == [year, month, day])
  }

  /// ICU has the table of King Abdulaziz City for Science and Technology, made apart from ours, for the years of today's
  /// news; before 1420 and behind 1450 it counts by a rule, where R.H. van Gent (Utrecht) has the printed calendars.
  @Test func `every Hijri month of 1420 to 1450 begins on the day of ICU's Umm al-Qura table`() throws {
    var calendar = Calendar(identifier: .islamicUmmAlQura)
    calendar.timeZone = .gmt
    var wrong: [String] = []
    for year in 1420...1450 {
      for month in 1...12 {
        let date = try #require(calendar.date(from: DateComponents(year: year, month: month, day: 1)))
        let day = Int((date.timeIntervalSince1970 / 86_400).rounded(.down))
        if Hijri.day(year, month, 1) != day { wrong.append("\(year)-\(month)") }
      }
    }
    #expect(wrong == [])
  }

  @Test func `every day of the Hijri table has its year, month and day`() throws {
    var expected = try #require(Hijri.day(Hijri.years.lowerBound, 1, 1))
    var wrong: [String] = []
    for year in Hijri.years {
      for month in 1...12 {
        for number in 1...Hijri.length(year, month) {
          if Hijri.day(year, month, number) != expected { wrong.append("\(year)-\(month)-\(number)") }
          expected += 1
        }
        #expect(Hijri.day(year, month, Hijri.length(year, month) + 1) == nil)
      }
    }
    #expect(wrong == [])
  }

  @Test func `weekdays are those of the week`() throws {
    #expect(Gregorian.weekday(0) == 4)
    #expect(Gregorian.weekday(try #require(Gregorian.day(2023, 5, 8))) == 1)
    #expect(Gregorian.weekday(-1) == 3)
  }

  @Test(arguments: [
    ("2023-05-08", "2023-05-08", "2023-05-08"), ("2023-05-08T16:30Z", "2023-05-08", "2023-05-08"),
    ("2023-05", "2023-05-01", "2023-05-31"), ("2024-02~", "2024-02-01", "2024-02-29"),
    ("2023", "2023-01-01", "2023-12-31"),
    ("2023-22", "2023-06-01", "2023-08-31"), ("2023-24", "2022-12-01", "2024-02-29"),
    ("2023-05-01/2023-05-10", "2023-05-01", "2023-05-10"), ("2022~/2023-06", "2022-01-01", "2023-06-30"),
  ]) func `EDTF values have bounds`(edtf: String, first: String, last: String) throws {
    let bounds = try #require(EDTF.bounds(edtf))
    #expect(EDTF.text(bounds.first) == first)
    #expect(EDTF.text(bounds.last) == last)
  }

  @Test(arguments: ["", "abc", "2023-13", "2023-02-30", "../2023", "2023/2022", "2023-05-08-01", "-2023", "20233"])
  func `what is no EDTF has no bounds`(edtf: String) { #expect(EDTF.bounds(edtf) == nil) }
}
