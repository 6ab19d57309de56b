@testable import Khabar

/// The facts of a text whose lines are blocks, written as "source > source | statement".
struct FactReading {
  let words: Words
  let matches: [FactMatch]

  /// Reads a text; `kinds` are the blocks of its lines, paragraphs where none is given.
  init(_ text: String, kinds: [Block.Kind] = []) {
    let words = Words(Array(text.utf8))
    let ranges = words.indices.split { words[$0].newlines > 0 }.filter { !$0.isEmpty }.map {
      $0.startIndex..<$0.endIndex
    }
    let blocks = ranges.enumerated().map { line, range in
      Block(kind: line < kinds.count ? kinds[line] : .paragraph, span: words.span(range))
    }
    self.words = words
    matches = FactExtractor(words: words, blocks: blocks, blockRanges: ranges, names: []).facts()
  }

  /// One line a fact: its chain with names in brackets, then its statement.
  var lines: [String] {
    matches.map { ($0.sources.map(describe) + [""]).joined(separator: " > ") + "| " + statement($0) }
  }

  /// The statements alone.
  var statements: [String] { matches.map(statement) }

  private func statement(_ match: FactMatch) -> String {
    String(decoding: words.utf8[words.statementSpan(match.range).bytes], as: UTF8.self)
  }

  private func describe(_ source: SourceMatch) -> String {
    words.coreText(source.range) + (source.name.map { " [\($0)]" } ?? "")
  }
}
