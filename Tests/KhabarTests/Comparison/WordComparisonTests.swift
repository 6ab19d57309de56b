import TestSupport
import Testing

@testable import Khabar

@Suite struct WordComparisonTests {
  private static func report(_ text: String) -> Report {
    Report(of: Article(plainText: Array(text.utf8), name: "a.txt"))
  }

  /// The runs as lines: "= both", "A alone", "B↕1 moved".
  private static func lines(_ a: String, _ b: String) -> [String] {
    let (a, b) = (report(a), report(b))
    return WordComparison(of: a, and: b).runs.map { run in
      let text = (run.side == .a ? a : b).text(run.span)
      let side = run.side == .a ? "A" : "B"
      return switch run.kind {
      case .both: "= \(text)"
      case .alone: "\(side) \(text)"
      case .moved(let number): "\(side)↕\(number) \(text)"
      }
    }
  }

  @Test func `what both have stands between what each has alone`() {
    #expect(
      Self.lines(
        "وصل الوزير إلى مسقط مساء الاثنين في زيارة رسمية.", "وصل الوزير إلى مسقط صباح الثلاثاء في زيارة رسمية.")
        == ["= وصل الوزير إلى مسقط", "A مساء الاثنين", "B صباح الثلاثاء", "= في زيارة رسمية."])
  }

  @Test func `a passage that was moved is found on both sides`() {
    #expect(
      Self.lines(
        "\"The port stays closed today\", he said. Two ships and five tugs were lost in the storm last night.",
        "Two ships and five tugs were lost in the storm last night. \"The port stays closed today\", he said.")
        == [
          "A↕1 \"The port stays closed today\", he said.",
          "= Two ships and five tugs were lost in the storm last night.",
          "B↕1 \"The port stays closed today\", he said.",
        ])
  }

  @Test func `spellings of one word are one word`() {
    #expect(Self.lines("أعلنَ الوزيرُ إقالة المديرة", "اعلن الوزير اقالة المديره") == ["= أعلنَ الوزيرُ إقالة المديرة"])
  }

  @Test func `nothing in common is told side by side`() {
    #expect(Self.lines("وصل الوزير.", "The minister arrived.") == ["A وصل الوزير.", "B The minister arrived."])
    #expect(Self.lines("", "").isEmpty)
  }

  @Test func `the words of both are counted`() {
    let words = WordComparison(of: Self.report("one two three four"), and: Self.report("one two five"))
    #expect(words.counts == (4, 3))
    #expect((words.common, words.moved) == (2, 0))
  }

  @Test func `a text is read in a time in proportion to its length`() {
    let clock = ContinuousClock()
    func time(_ count: Int) -> Duration {
      let a = Self.report((0..<count).map { "w\($0)" }.joined(separator: " "))
      let b = Self.report((0..<count).reversed().map { "w\($0)" }.joined(separator: " "))
      return clock.measure { _ = WordComparison(of: a, and: b) }
    }
    _ = time(1_000)
    #expect(time(40_000) < time(10_000) * 12)
  }
}
