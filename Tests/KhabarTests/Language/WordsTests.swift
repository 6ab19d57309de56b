import Testing

@testable import Khabar

@Suite struct WordsTests {
  @Test func `clitics are cut and the inner offset is right`() {
    let words = Words(Array("وللوزارة".utf8))
    #expect(words.count == 1)
    #expect(words[0].clitics == [.conjunction, .la, .article])
    #expect(words.coreText(0..<1) == "وزارة")
  }

  @Test func `a span that begins behind a conjunction has its first word`() {
    let words = Words(Array("قال الوزير وغادر السفير المدينة".utf8))
    #expect(words.range(words.coreSpan(2..<5)) == 2..<5)
    #expect(words.coreText(2..<3) == "غادر")
    // The span of a part of a word has no word.
    let second = words.span(3..<4)
    let cut = Span(
      start: second.start + 3, end: second.end, bytes: second.bytes.lowerBound + 6..<second.bytes.upperBound)
    #expect(words.range(cut).isEmpty)
  }

  @Test func `numbers and words without a space are apart`() {
    let words = Words(Array("بـ112 منزلاً، 12,5% U.S. don't Velmar's 10am G20 ١٢٫٥".utf8))
    #expect(
      words.indices.map { words.text($0) } == [
        "بـ", "112", "منزلاً", "،", "12,5", "%", "U.S.", "don't", "Velmar", "'", "s", "10", "am", "G20", "١٢٫٥",
      ])
  }
}
