import Foundation
import TestSupport
import Testing

@testable import Khabar

/// Comparisons of the articles in `Tests/Articles` beside what an annotator found in them.
///
/// A match counts for two facts if it covers half of the shorter span of each, and a difference if it has the dimension
/// and a word of either side. The weights of `Evidence` were fitted on 62 of these pairs, so the floors guard against change;
/// they do not tell how good a comparison of other articles is.
@Suite struct AnnotatedPairTests {
  private struct Tally {
    var matches = 0.0
    var right = 0.0
    var conflicts = 0.0
    var rightConflicts = 0.0
    var shared = 0.0
    var found = 0.0
    var conflicting = 0.0
    var foundConflicting = 0.0
    var differences = 0.0
    var foundDifferences = 0.0
  }

  @Test func `shared facts, conflicts and differences are found`() throws {
    var tally = Tally()
    for name in AnnotatedPair.names { Self.count(try AnnotatedPair(name), &tally) }
    let (precision, recall) = (tally.right / tally.matches, tally.found / tally.shared)
    #expect(2 * precision * recall / (precision + recall) >= 0.85)
    #expect(tally.rightConflicts / tally.conflicts >= 0.79)
    #expect(tally.foundConflicting / tally.conflicting >= 0.47)
    #expect(tally.foundDifferences / tally.differences >= 0.45)
  }

  private static func count(_ pair: AnnotatedPair, _ tally: inout Tally) {
    func report(_ text: String, _ day: String) -> Report {
      var article = Article(plainText: Array(text.utf8), name: "article")
      article.published = day
      return Report(of: article)
    }
    let comparison = Comparison(
      of: report(pair.texts.a, pair.published.a), and: report(pair.texts.b, pair.published.b))
    let all = comparison.shared + comparison.conflicting
    let known = pair.shared.map { Array($0.prefix(2)) }
    let contrary = pair.shared.filter { $0.last == "conflicting" }.map { Array($0.prefix(2)) }
    func covers(_ match: Comparison.Match, _ names: [String]) -> Bool {
      touches(match.a, pair.facts.a[names[0]]?.span) && touches(match.b, pair.facts.b[names[1]]?.span)
    }
    tally.matches += Double(all.count)
    tally.right += Double(
      all.count { match in
        (known + pair.related).contains { covers(match, $0) } || pair.repeats.a.contains { touches(match.a, $0) }
          || pair.repeats.b.contains { touches(match.b, $0) }
      })
    tally.conflicts += Double(comparison.conflicting.count)
    tally.rightConflicts += Double(comparison.conflicting.count { match in contrary.contains { covers(match, $0) } })
    tally.shared += Double(known.count)
    tally.found += Double(known.count { names in all.contains { covers($0, names) } })
    tally.conflicting += Double(contrary.count)
    tally.foundConflicting += Double(contrary.count { names in comparison.conflicting.contains { covers($0, names) } })
    tally.differences += Double(pair.differences.count)
    tally.foundDifferences += Double(
      pair.differences.count { wanted in
        all.contains { match in covers(match, wanted.pair) && match.differences.contains { isSame($0, wanted) } }
      })
  }

  private static func touches(_ places: [Comparison.Place], _ span: [Int]?) -> Bool {
    guard let span else { return false }
    return places.contains { place in
      let common = min(place.span.end, span[1]) - max(place.span.start, span[0])
      return 2 * common >= max(1, min(place.span.end - place.span.start, span[1] - span[0]))
    }
  }

  private static func isSame(_ found: Difference, _ wanted: AnnotatedPair.Difference) -> Bool {
    func haveWord(_ x: String, _ y: String) -> Bool {
      !Set(x.split(separator: " ")).isDisjoint(with: y.split(separator: " "))
    }
    return found.dimension.rawValue == wanted.dimension && haveWord(found.a.text, wanted.a)
      && haveWord(found.b.text, wanted.b)
  }
}
