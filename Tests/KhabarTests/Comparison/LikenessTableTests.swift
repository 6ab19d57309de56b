import Testing

@testable import Khabar

@Suite struct LikenessTableTests {
  private static let a = [
    "وصل الوفد العماني إلى بغداد مساء الأحد لبحث 12 اتفاقا.", "The harbour of Tallvik was closed after the storm.",
    "لم يعلق الوفد على الأنباء.",
  ]
  private static let b = [
    "زار وفد من مسقط العاصمة العراقية وبحث اثني عشر اتفاقا.", "A storm shut the port of Tallvik.", "رفض الوفد التعليق.",
  ]

  private func facts(_ texts: [String]) -> [Terms] {
    texts.map { text in
      let words = Words(Array(text.utf8))
      return Terms(words, [words.indices], Anchors())
    }
  }

  @Test func `a table says of two terms what they say without it`() {
    var (a, b) = (facts(Self.a), facts(Self.b))
    var table = LikenessTable(&a, &b)
    // Asked twice, the second time it is known.
    for _ in 0..<2 {
      for x in a.flatMap(\.all) {
        for y in b.flatMap(\.all) { #expect(table.likeness(x.number, y.number) == Alignment.similarity(x, y)) }
      }
    }
  }

  @Test func `an alignment is the same with a table and without`() {
    var (a, b) = (facts(Self.a), facts(Self.b))
    var table = LikenessTable(&a, &b)
    for x in a {
      for y in b {
        let (direct, known) = (Alignment(x, y), Alignment(x, y, &table))
        #expect(direct.fromA.map(\.partner) == known.fromA.map(\.partner))
        #expect(direct.coverageOfA == known.coverageOfA && direct.coverageOfB == known.coverageOfB)
      }
    }
  }
}
