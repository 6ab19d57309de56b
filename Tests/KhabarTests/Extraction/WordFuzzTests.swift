import Foundation
import TestSupport
import Testing

@testable import Khabar

/// Texts of random words of the word lists: every rule meets every other where no writer would put it.
@Suite struct WordFuzzTests {
  private static let lists = Project.files(under: "Lexicons", "tsv")
  private static let marks = [
    "،", ",", ".", ":", "\"", "«", "»", "“", "”", "(", ")", "-", "؛", "?", "…", "%", "\n", "\n\n", "\n• ", "12,5", "٣١",
    "20-30",
    "8/5/2023", "18:30", "99999999999999999999",
  ]
  private static let clitics = ["", "", "", "و", "ف", "ب", "ل", "ال", "وال", "لل", "وس"]

  /// The first column of every list.
  private let words: [[String]]

  init() throws {
    words = try Self.lists.map { list in
      let rows = try Project.text(list).split(separator: "\n").filter { !$0.hasPrefix("#") }
      return rows.map { String($0.prefix { $0 != "\t" }) }.filter { !$0.isEmpty }
    }.filter { !$0.isEmpty }
  }

  private func text(_ numbers: inout SplitMix) -> String {
    let tokens = (0..<Int.random(in: 1...40, using: &numbers)).map { _ -> String in
      if Int.random(in: 0..<5, using: &numbers) == 0 { return pick(Self.marks, &numbers) }
      let word = pick(pick(words, &numbers), &numbers)
      let isArabic = word.utf8.first.map { $0 >= 0xD8 } ?? false
      if isArabic { return pick(Self.clitics, &numbers) + word }
      return Bool.random(using: &numbers) ? word.capitalized : word
    }
    return tokens.joined(separator: " ")
  }

  private func pick<Item>(_ items: [Item], _ numbers: inout SplitMix) -> Item {
    items[Int.random(in: items.indices, using: &numbers)]
  }

  @Test(.timeLimit(.minutes(5))) func `any words in any order are read and compared`() {
    var numbers = SplitMix(state: 64)
    var last = Report(of: Article(plainText: [], name: "x"))
    for _ in 0..<1_500 {
      let bytes = Array(text(&numbers).utf8)
      let report = Report(of: Article(plainText: bytes, name: "x", published: "2023-05-31"))
      for fact in report.facts {
        #expect(fact.span.start < fact.span.end && fact.span.end <= report.text.unicodeScalars.count)
      }
      _ = Comparison(of: report, and: last)
      last = report
    }
  }
}
