import Testing

@testable import Khabar

@Suite struct LikenessTableTests {
  private static let a = [
    "وصل الوفد العماني إلى بغداد مساء الأحد لبحث 12 اتفاقا.", "The harbour of Tallvik was closed after the storm.",
    "لم يعلق الوفد على الأنباء.", "",
  ]
  private static let b = [
    "زار وفد من مسقط العاصمة العراقية وبحث اثني عشر اتفاقا.", "A storm shut the port of Tallvik.", "رفض الوفد التعليق.",
  ]

  private func facts(_ texts: [String]) -> [Terms] {
    texts.map { text in
      let words = Words(Array(text.utf8))
      return Terms(words, [words.indices], Anchors(), KnownTerms())
    }
  }

  @Test func `a table says of a term how alike the likest one of a fact is`() {
    let (a, b) = (facts(Self.a), facts(Self.b))
    let table = LikenessTable(a, b)
    for (i, x) in a.enumerated() {
      for (j, y) in b.enumerated() {
        let alignment = Alignment(x, y)
        for (term, link) in alignment.fromA.enumerated() {
          #expect(table.likeness(ofA: i, term, in: j) == link.similarity)
        }
        for (term, link) in alignment.fromB.enumerated() {
          #expect(table.likeness(ofB: j, term, in: i) == link.similarity)
        }
      }
    }
  }

  @Test func `a table says how much two facts cover of each other`() {
    let (a, b) = (facts(Self.a), facts(Self.b))
    let table = LikenessTable(a, b)
    for (i, x) in a.enumerated() {
      for (j, y) in b.enumerated() {
        let alignment = Alignment(x, y)
        #expect(table.coveredOfA[i, j] == alignment.strictlyCoveredOfA)
        #expect(table.coveredOfB[j, i] == alignment.strictlyCoveredOfB)
      }
    }
  }
}
