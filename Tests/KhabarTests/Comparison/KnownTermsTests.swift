import Testing

@testable import Khabar

/// That words and statements which were met before change nothing of what is found.
@Suite struct KnownTermsTests {
  private static let texts = [
    "قتل 12 شخصا في انهيار المبنى.", "مقتل 15 شخصا في انهيار مبنى بمدينة صفاقس.", "لم يقتل أحد في الانهيار.",
    "وزير الصحة نبيل الشعلان: لا قتلى في صفاقس.", "قال نبيل الشعلان إن القتلى 12.", "Twelve people died in Sfax.",
    "Minister Nabil al-Shaalan said nobody died.", "The May talks may open in May.", "may the talks open",
    "افتتحت المحادثات في عمان.", "وبعمان تفتتح المحادثات في أيار.", "12", "",
  ]

  private func report(_ text: String) -> Report {
    Report(of: Article(plainText: Array(text.utf8), name: "statement"), hasDigest: false)
  }

  @Test func `a relation does not depend on what was related before`() {
    let known = KnownTerms()
    let statements = Self.texts.map { Statement(report($0), known) }
    for (a, statement) in zip(Self.texts, statements) {
      for (b, other) in zip(Self.texts, statements) {
        let (alone, among) = (
          StatementRelation(of: report(a), and: report(b)), StatementRelation(of: statement, and: other)
        )
        #expect(alone.relation == among.relation && alone.score == among.score, "\(a) \(b)")
        #expect(alone.differences == among.differences, "\(a) \(b)")
      }
    }
  }

  @Test func `a comparison does not depend on what was compared before`() {
    let known = KnownTerms()
    let articles = [Self.texts, Self.texts.reversed(), Array(Self.texts.dropFirst(3))].map {
      report($0.joined(separator: "\n\n"))
    }
    let compared = articles.map { ComparedArticle($0, known) }
    for (a, one) in zip(articles, compared) {
      for (b, other) in zip(articles, compared) {
        let (alone, among) = (Comparison(of: a, and: b), Comparison(of: one, and: other))
        #expect(alone.sameEvent.score == among.sameEvent.score)
        #expect(alone.shared == among.shared)
        #expect(alone.conflicting == among.conflicting)
      }
    }
  }

  @Test func `a report does not depend on what was read before`() {
    let known = KnownWords()
    for text in Self.texts + Self.texts.reversed() {
      let article = Article(plainText: Array(text.utf8), name: "statement")
      let (alone, among) = (Report(of: article), Report(of: article, known: known))
      #expect(alone.facts == among.facts && alone.mentions == among.mentions, "\(text)")
      #expect(alone.times == among.times && alone.quantities == among.quantities, "\(text)")
    }
  }

  @Test func `a report without a digest has no id`() {
    let article = Article(plainText: Array("The dam cracked.".utf8), name: "statement")
    #expect(Report(of: article, hasDigest: false).id.isEmpty)
    #expect(Report(of: article).id.count == 16)
    #expect(Report(of: article, hasDigest: false).facts == Report(of: article).facts)
  }
}
