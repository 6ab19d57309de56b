import Testing

@testable import KhabarCorpus

@Suite struct RunSignatureTests {
  private static let text = (1...200).map { "word\($0 * 7)" }

  private func similarity(_ a: [String], _ b: [String]) -> Int {
    let (a, b) = (sketch(a).signature, sketch(b).signature)
    return RunSignature.similarity(a.values[...], b.values[...])
  }

  private func sketch(_ words: [String]) -> ArticleSketch {
    ArticleSketch(text: Array(words.joined(separator: " ").utf8), published: nil)
  }

  @Test func `a text is wholly like itself and not like another`() {
    #expect(similarity(Self.text, Self.text) == 1000)
    #expect(similarity(Self.text, Self.text.map { $0 + "x" }) < 50)
  }

  @Test func `half of a text is about half like it`() {
    #expect((350...650).contains(similarity(Self.text, Array(Self.text[..<100]))))
  }

  @Test func `the same words in another order share no runs`() {
    #expect(similarity(Self.text, Self.text.reversed()) < 50)
  }

  @Test func `texts of three words have no runs`() {
    #expect(similarity(["one", "two", "three"], ["one", "two", "three"]) == 0)
  }
}
