import Testing

@testable import Khabar

@Suite struct CuesTests {
  @Test(arguments: [
    "وصل 12 طالبا إلى عمّان، ثم غادروا يوم الأحد.", "Anna paid ½ of the sum on 3 May.", "؟", "", "كتاب",
  ])
  func `the next token with a cue is the first one that looks so`(text: String) {
    let words = Words(Array(text.utf8))
    let cues: [(Cues, (Word) -> Bool)] = [
      (.number, { $0.kind == .number }), (.mark, { $0.kind == .mark || $0.kind == .lineBreak }),
      (.capital, { $0.isCapitalized }), (.fraction, { $0.mark == 0xBD }),
      (Cues(.months, .weekdays), { $0.allCategories.has(.months) || $0.allCategories.has(.weekdays) }),
    ]
    for (cue, looksSo) in cues {
      for start in 0...words.count {
        let expected = (start..<words.count).first { looksSo(words[$0]) } ?? words.count
        #expect(words.next(cue, from: start, before: words.count) == expected)
      }
    }
  }

  @Test func `outside of a text stands an empty mark`() {
    let words = Words(Array("خبر".utf8))
    #expect(words.count == 1 && words.indices == 0..<1)
    for index in [-1, 1, 99] {
      #expect(words[index].kind == .mark && words[index].mark == 0 && !words[index].isWordLike)
      #expect(words.match(.places, at: index) == nil && !words.has(.places, at: index))
    }
  }
}
