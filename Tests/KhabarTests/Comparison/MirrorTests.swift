import Foundation
import TestSupport
import Testing

@testable import Khabar

/// `compare A B` and `compare B A` say the same, with the sides exchanged.
@Suite struct MirrorTests {
  @Test func `the seeds mirror each other`() throws {
    let files = try Project.files(under: "seeds", "txt").map { try Project.text($0) }
    try #require(files.count == 2)
    expectMirrored(files[0], files[1])
  }

  @Test(arguments: AnnotatedPair.names) func `articles mirror each other`(name: String) throws {
    let pair = try AnnotatedPair(name)
    expectMirrored(pair.texts.a, pair.texts.b, published: (pair.published.a, pair.published.b))
  }

  @Test(arguments: DifferenceRule.all.map(\.name)) func `statements mirror each other`(rule: String) throws {
    for example in try #require(DifferenceRule.named(rule)).good { expectMirrored(example.a, example.b) }
  }

  private func expectMirrored(_ a: String, _ b: String, published: (a: String?, b: String?) = (nil, nil)) {
    let (x, y) = (report(a, published.a), report(b, published.b))
    let (there, back) = (Comparison(of: x, and: y), Comparison(of: y, and: x))
    #expect(sorted(there.shared) == sorted(back.shared.map(exchanged)))
    #expect(sorted(there.conflicting) == sorted(back.conflicting.map(exchanged)))
    #expect(there.onlyInA == back.onlyInB)
    #expect(there.onlyInB == back.onlyInA)
    #expect(there.sameEvent.score == back.sameEvent.score)
    #expect(there.independentOrigins == back.independentOrigins)
  }

  private func report(_ text: String, _ published: String?) -> Report {
    Report(of: Article(plainText: Array(text.utf8), name: "article", published: published))
  }

  private func exchanged(_ match: Comparison.Match) -> Comparison.Match {
    var match = match
    (match.a, match.b) = (match.b, match.a)
    match.differences = match.differences.map(\.mirrored)
    switch match.relation {
    case .aMoreSpecific: match.relation = .bMoreSpecific
    case .bMoreSpecific: match.relation = .aMoreSpecific
    default: break
    }
    return match
  }

  /// Matches in one order, and the differences of each: the order of the rules does not ask which side is A, but two
  /// differences of one rule may change places.
  private func sorted(_ matches: [Comparison.Match]) -> [Comparison.Match] {
    matches.map { match in
      var match = match
      match.differences.sort {
        ($0.rule, $0.a.span.start, $0.b.span.start) < ($1.rule, $1.a.span.start, $1.b.span.start)
      }
      return match
    }
    .sorted { ($0.a[0].span.start, $0.b[0].span.start) < ($1.a[0].span.start, $1.b[0].span.start) }
  }
}
