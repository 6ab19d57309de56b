import TestSupport
import Testing

@testable import Khabar

/// Which facts of two articles are taken for one thing, and what is said of them.
@Suite struct FactMatchingTests {
  private func compare(_ a: String, _ b: String) -> Comparison {
    func report(_ text: String) -> Report {
      Report(of: Article(plainText: Array(text.utf8), name: "article", published: "2024-03-12"))
    }
    return Comparison(of: report(a), and: report(b))
  }

  @Test func `another figure of the same thing is a conflict and not two facts`() throws {
    let comparison = compare(
      """
      فيضانات في وادي الريان

      غمرت المياه ثماني قرى في وادي الريان. ووزعت الجمعيات 900 سلة غذائية على الأهالي. وأغلقت المدارس حتى الأحد.
      """,
      """
      السيول تضرب وادي الريان

      وصلت السيول إلى وادي الريان مساء السبت. وغمرت المياه خمس قرى في الوادي. ووزعت الجمعيات 400 سلة غذائية على الأهالي.
      """)
    let values = comparison.conflicting.flatMap(\.differences).filter { $0.dimension == .number }
    #expect(values.contains { $0.a.value == "8" && $0.b.value == "5" })
    #expect(values.contains { $0.a.value == "900" && $0.b.value == "400" })
  }

  @Test func `a figure that another fact of the same group has is no conflict`() {
    let comparison = compare(
      "Two firefighters died and nine people were hurt when the silo in Brenn exploded on Monday.",
      "Two firefighters died when the silo in Brenn exploded on Monday. Nine people were hurt when the silo exploded.")
    #expect(comparison.conflicting.isEmpty)
  }

  @Test(arguments: [
    ("The minister resigned on Friday.", "The bridge collapsed in the storm."),
    ("The club sold its striker.", "Heavy rain flooded the valley."),
    ("لم يصب أحد. أغلق الميناء.", "ارتفعت أسعار القمح. فاز الفريق."),
  ])
  func `few facts do not stand out because nothing stands beside them`(a: String, b: String) {
    func report(_ text: String) -> Report { Report(of: Article(plainText: Array(text.utf8), name: "article")) }
    let comparison = Comparison(of: report(a), and: report(b))
    #expect(comparison.shared.isEmpty && comparison.conflicting.isEmpty)
  }

  @Test func `an article beside one sentence of it matches that sentence alone`() {
    let comparison = compare(
      """
      The council of Marsk closed two libraries on Friday. A petition against it drew 4,000 names within a day. \
      The mayor plans to sell both buildings to a hotel chain. Trams will run later at weekends from May.
      """, "A petition against the closing drew 4,000 names.")
    #expect(comparison.shared.count == 1)
    #expect(comparison.shared.first?.a.count == 1)
    #expect(comparison.onlyInB.isEmpty)
  }

  @Test func `two clock times of one day conflict and an hour is more exact than a part of the day`() {
    let apart = compare("The ferry sank at 6pm on Sunday.", "The ferry sank at 9pm on Sunday.")
    #expect(apart.conflicting.flatMap(\.differences).contains { $0.rule == "date.disjoint" })
    let exact = compare("The ferry sank at 9pm on Sunday.", "The ferry sank on Sunday.")
    #expect(exact.conflicting.isEmpty)
    #expect(exact.shared.flatMap(\.differences).contains { $0.rule == "date.contained" })
  }
}
