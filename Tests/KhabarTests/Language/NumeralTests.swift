import Testing

@testable import Khabar

@Suite struct NumeralTests {
  /// Writes the numbers one a line and reads all of them back; the ones that come back wrong.
  private func misread(_ numbers: [Int], _ writer: ArabicNumberWriter) -> [String] {
    let texts = numbers.map(writer.write)
    let words = Words(Array(texts.joined(separator: "\n").utf8))
    let reader = NumeralReader(words: words, end: words.count)
    var wrong: [String] = []
    var index = 0
    for (number, text) in zip(numbers, texts) {
      let found = reader.numeral(at: index)
      let stop = found?.range.upperBound ?? index
      index = stop
      while index < words.count, words[index].kind != .lineBreak { index += 1 }
      if found?.value != Decimal(number) || stop != index {
        wrong.append("\(number) \(text): \(found?.value?.description ?? "nothing")")
      }
      index += 1
    }
    return wrong
  }

  /// Every number in one of the spellings, so that each spelling meets every form.
  @Test(arguments: 0..<4) func `every whole number to a million reads back from words`(variant: Int) {
    let mine = (0...1_000_000).filter { ($0 &* 2_654_435_761) >> 20 & 3 == variant }
    var wrong: [String] = []
    for start in stride(from: 0, to: mine.count, by: 10_000) {
      let chunk = Array(mine[start..<min(start + 10_000, mine.count)])
      wrong += misread(chunk, ArabicNumberWriter.variants[variant])
    }
    #expect(wrong.prefix(5) == [])
  }

  @Test(arguments: 0..<4) func `small and round numbers read back in every spelling`(variant: Int) {
    let round = stride(from: 0, through: 1_000_000, by: 1000).flatMap { [$0, $0 + 101] }
    #expect(misread(Array(0...2200) + round, ArabicNumberWriter.variants[variant]).prefix(5) == [])
  }

  @Test(arguments: 0..<4) func `numbers up to a million million read back from words`(variant: Int) {
    var seed: UInt64 = 7
    let numbers = (0..<2000).map { _ in
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 20) % 1_000_000_000_000
    }
    let bounds = [999_999_999_999, 200_000_000_000, 2_002_002_002, 1_001_001_001, 11_011_011_011, 100_200_300_000]
    #expect(misread(numbers + bounds, ArabicNumberWriter.variants[variant]).prefix(5) == [])
  }

  private func value(_ text: String) -> String? {
    let words = Words(Array(text.utf8))
    return NumeralReader(words: words, end: words.count).numeral(at: 0)?.value?.description
  }

  @Test(arguments: [
    ("مئتا", "200"), ("نصف مليون", "500000"), ("٤ آلاف و٣ مئة", "4300"), ("12,5 مليون", "12500000"), ("1,250", "1250"),
    ("١٢٫٥", "12.5"), ("١٬٢٥٠", "1250"), ("1.234,5", "1234.5"), ("1,234.5", "1234.5"), ("1 414 021 100", "1414021100"),
    ("مليون ونصف المليون", "1500000"), ("ثلاثة ملايين ونصف مليون", "3500000"), ("ثلاثة أرباع", "0.75"),
    ("مئة وثلاثة أرباع", "100.75"), ("واحد من كل عشرة", "0.1"), ("خُمس", "0.2"), ("ثُمن", "0.125"),
    ("ثلاثة أثمان", "0.375"), ("خمس سنوات", "5"),
    ("خمس السكان", "0.2"),
    ("الحادية عشرة", "11"), ("الواحد والعشرون", "21"), ("سالب واحد", "-1"), ("٠٠٠٠", "0"), ("twenty-one", "21"),
    ("two hundred and fifty thousand", "250000"), ("half a million", "500000"), ("one and a half million", "1500000"),
    ("two-thirds", "0.666666666666666"), ("a dozen", "12"), ("21st", "21"), ("one in three", "0.333333333333333"),
    ("خمسة آلاف وثلاثة آلاف", "5000"), ("ثلاثمئة ومئتان", "300"), ("½", "0.5"), ("2½ مليون", "2500000"),
    ("1/2 مليون", "500000"), ("3/4", "0.75"), ("2 1/4", "2.25"), ("12.32e+14", "1232000000000000"), ("5e-3", "0.005"),
    ("جزء من ألف", "0.001"), ("جزء في المليون", "0.000001"), ("ثلاثة وخمسة وعشرون جزءا من مئة", "3.25"),
    ("مئتان وواحد وسبعون جزءاً من مئة", "200.71"), ("مئتا ألف", "200000"), ("مئتي مليون", "200000000"),
    ("ثلاثماية", "300"), ("إحدى وعشرون", "21"), ("٣ آلاف و٢٥٠", "3250"), ("two and a half", "2.5"),
    ("1.5bn", "1500000000"),
  ]) func `a numeral has its value`(text: String, expected: String) { #expect(value(text) == expected) }

  @Test func `what is too long or no number has no value`() {
    #expect(value(String(repeating: "9", count: 400)) == nil)
    #expect(value("1.2.3") == nil)
    #expect(value("وأحدث") == nil)
    #expect(value("وأحد المسؤولين") == nil)
    #expect(value("ثمن الخبز") == nil)
    #expect(value("1e99") == nil)
    #expect(value("9/11") == "9")
  }

  private func bounds(_ text: String) -> [String]? {
    let words = Words(Array(text.utf8))
    let found = NumeralReader(words: words, end: words.count).numeral(at: 0)
    return found?.bounds.map { [$0.low.description, $0.high.description] }
  }

  @Test(arguments: [
    ("عشرات", ["20", "99"]), ("مئات", ["200", "999"]), ("عشرات الآلاف", ["20000", "99999"]), ("بضعة", ["3", "9"]),
    ("بضع مئات", ["300", "900"]), ("بضع عشرات", ["30", "90"]), ("بضعة عشر", ["13", "19"]),
    ("بضعة آلاف", ["3000", "9000"]), ("ملايين", ["2000000", "9999999"]), ("tens of thousands", ["20000", "99999"]),
    ("several hundred", ["300", "900"]), ("hundreds of thousands", ["200000", "999999"]),
  ]) func `a vague numeral has bounds`(text: String, expected: [String]) { #expect(bounds(text) == expected) }
}
