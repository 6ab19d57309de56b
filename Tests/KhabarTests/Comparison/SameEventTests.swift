import Foundation
import TestSupport
import Testing

@testable import Khabar

/// Whether two reports tell one event: pairs of our own, half of them look-alikes.
@Suite struct SameEventTests {
  private struct Pair: Decodable {
    struct Side: Decodable { var text, published: String }
    var id: String
    var same: Bool
    var a, b: Side

    var verdict: Comparison.SameEvent.Verdict {
      func report(_ side: Side) -> Report {
        Report(of: Article(plainText: Array(side.text.utf8), name: id, published: side.published))
      }
      return Comparison(of: report(a), and: report(b)).sameEvent.verdict
    }
  }

  /// How many of the pairs must be told right, and how many look-alikes at least as different.
  private static let floor = (right: 25, lookalikes: 13)

  private static func pairs() throws -> [Pair] {
    try Project.text("Tests/SameEvent/pairs.ndjson").split(separator: "\n").map {
      try JSONDecoder().decode(Pair.self, from: Data($0.utf8))
    }
  }

  @Test func `one event is told from its look-alikes`() throws {
    let pairs = try Self.pairs()
    let verdicts = pairs.map(\.verdict)
    let right = zip(pairs, verdicts).filter { $0.same ? $1 == .same : $1 == .different }
    let wrong = zip(pairs, verdicts).filter { $0.same ? $1 != .same : $1 != .different }.map { "\($0.id) \($1)" }
    #expect(right.count >= Self.floor.right, "\(wrong)")
    #expect(right.count { !$0.0.same } >= Self.floor.lookalikes, "\(wrong)")
    #expect(zip(pairs, verdicts).allSatisfy { $0.same || $1 != .same }, "\(wrong)")
  }

  @Test func `the evidence names what tells two events apart`() {
    func because(_ a: String, _ b: String) -> [String] {
      func report(_ text: String) -> Report { Report(of: Article(plainText: Array(text.utf8), name: "a")) }
      return Comparison(of: report(a), and: report(b)).sameEvent.because
    }
    #expect(
      because("بدأ عمال ميناء بنزرت إضرابا عن العمل.", "بدأ عمال ميناء صفاقس إضرابا عن العمل.")
        .contains("the places differ: بنزرت and صفاقس"))
    #expect(
      because("The third round of talks ended in Geneva.", "The fourth round of talks opened in Geneva.")
        .contains("the numbers in the series differ: third round and fourth round"))
    #expect(
      because("Anna Berg won the election.", "Paul Lindt won the election.")
        .contains("the persons differ: Anna Berg and Paul Lindt"))
    #expect(because("A train left.", "Wheat prices rose.").first == "no fact, name or place in common")
  }

  @Test func `a digest is no report of one of its events`() {
    func report(_ text: String) -> Report { Report(of: Article(plainText: Array(text.utf8), name: "a")) }
    let digest = report(
      """
      Evening briefs

      A bridge near Osby collapsed into the river.

      Teachers of Velmar rejected the wage offer.

      Hadby won the hockey trophy.

      The mill at Skane reopened its museum.

      Wheat farmers feared an early frost.
      """)
    let one = report("Bridge collapses\n\nA bridge near Osby collapsed into the river. Divers searched the bridge.")
    for event in [Comparison(of: digest, and: one).sameEvent, Comparison(of: one, and: digest).sameEvent] {
      #expect(event.verdict != .same)
      #expect(event.because.contains("one of them tells several events"))
    }
  }
}
