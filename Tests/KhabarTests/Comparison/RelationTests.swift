import Testing

@testable import Khabar

/// What the learned part adds to the rules, and what holds without it.
@Suite struct RelationTests {
  private func relation(_ a: String, _ b: String, weights: Weights = .news) -> StatementRelation {
    func report(_ text: String) -> Report { Report(of: Article(plainText: Array(text.utf8), name: "statement")) }
    return StatementRelation(of: report(a), and: report(b), weights: weights)
  }

  @Test func `without weights the rules and the coverages decide`() {
    let (a, b) = ("قتل 12 شخصا في انهيار المبنى.", "قتل 19 شخصا في انهيار المبنى.")
    #expect(relation(a, b, weights: .none).relation == .conflicting)
    #expect(relation(a, a, weights: .none).relation == .equivalent)
    #expect(relation(a, "افتتح الملك معرض الكتاب أمس.", weights: .none).relation == .different)
  }

  @Test(arguments: Weights.allCases) func `the score is a share of a thousand`(weights: Weights) {
    let found = relation("The dam cracked in the storm.", "The dam held in the storm.", weights: weights)
    #expect((0...1000).contains(found.score))
  }

  @Test(arguments: [
    ("تعتزم الشركة إغلاق مصنع الأسمدة", "أغلقت الشركة مصنع الأسمدة"),
    ("The council will close the harbour bridge.", "The council closed the harbour bridge."),
    ("The mine may have flooded overnight.", "The mine flooded overnight."),
  ])
  func `of two statements that differ in nothing but how sure they are the surer one says more`(
    weak: String, sure: String
  ) {
    #expect(relation(weak, sure).relation == .bMoreSpecific)
    #expect(relation(sure, weak).relation == .aMoreSpecific)
  }

  @Test func `a conflict has at least one difference that conflicts, and a different fact has none`() {
    let pairs = [
      ("The dam cracked in the storm.", "The dam held in the storm."),
      ("أقر المجلس الموازنة مساء الثلاثاء.", "رد المجلس الموازنة مساء الثلاثاء."),
      ("The queen opened the dam.", "Wheat prices fell on the exchange."),
    ]
    for (a, b) in pairs {
      let found = relation(a, b)
      #expect(found.relation != .conflicting || found.differences.contains { $0.verdict == .conflict })
      #expect(found.relation != .different || found.differences.isEmpty)
    }
  }

  @Test func `words that stand for each other have partners for neighbours`() throws {
    func side(_ text: String) -> Report { Report(of: Article(plainText: Array(text.utf8), name: "statement")) }
    let (a, b) = (
      side("The fund pays directors chosen by students."), side("The fund pays directors chosen by critics.")
    )
    let pair = Pair(statementsOf: a, b)
    let found = try #require(Replacement.all(pair.alignment).first)
    #expect(
      a.text(a.words.span(pair.alignment.a.all[found.a].token..<pair.alignment.a.all[found.a].token + 1)) == "students")
    #expect(
      b.text(b.words.span(pair.alignment.b.all[found.b].token..<pair.alignment.b.all[found.b].token + 1)) == "critics")
  }

  @Test func `words with a partner have no place in the table of words, others have one for each side`() {
    func words(_ a: String, _ b: String) -> Set<UInt16> {
      func report(_ text: String) -> Report { Report(of: Article(plainText: Array(text.utf8), name: "statement")) }
      let words = Features.evidence(Statement(report(a)), Statement(report(b))).features.words
      #expect(words == Set(words).sorted())
      return Set(words)
    }
    let same = words("هبط النفط اليوم", "هبط النفط اليوم")
    // The first word of either side has its place always.
    #expect(same.count == 2)
    let more = words("هبط النفط اليوم", "هبط النفط اليوم رغم العقوبات")
    #expect(more.isSuperset(of: same) && more.count > same.count)
    let other = words("هبط النفط اليوم رغم العقوبات", "هبط النفط اليوم")
    #expect(other.intersection(more) == same)
  }
}
