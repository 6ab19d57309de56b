import Testing

@testable import Khabar

@Suite struct WordsTests {
  @Test func `clitics are cut and the inner offset is right`() {
    let words = Words(Array("وللوزارة".utf8))
    #expect(words.count == 1)
    #expect(words[0].clitics == [.conjunction, .la, .article])
    #expect(words.coreText(0..<1) == "وزارة")
  }

  @Test func `numbers and words without a space are apart`() {
    let words = Words(Array("بـ112 منزلاً، 12,5% U.S. don't Velmar's 10am G20 ١٢٫٥".utf8))
    #expect(
      words.indices.map { words.text($0) } == [
        "بـ", "112", "منزلاً", "،", "12,5", "%", "U.S.", "don't", "Velmar", "'", "s", "10", "am", "G20", "١٢٫٥",
      ])
  }
}
