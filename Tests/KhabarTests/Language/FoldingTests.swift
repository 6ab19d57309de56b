import TestSupport
import Testing

@testable import Khabar

/// The program folds as `Tools/lexicons/fold.py` does, which made the table; else words would miss their vectors.
@Suite struct FoldingTests {
  private static func rows() throws -> [[String]] {
    try Project.text("Tools/lexicons/folding.tsv").split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t").map(String.init) }
  }

  @Test func `words have the folded form and the key of the table`() throws {
    let rows = try Self.rows()
    #expect(rows.count > 60)
    for row in rows {
      let words = Words(Array(row[0].utf8))
      #expect(words.count == 1, "\(row[0])")
      #expect(String(decoding: words.foldedText(0), as: UTF8.self) == row[1], "\(row[0])")
      #expect(words[0].key == UInt64(row[2], radix: 16), "\(row[0])")
    }
  }
}
