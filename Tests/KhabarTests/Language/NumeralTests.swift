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
      while index < words.count, words[index].kind != .lineBreak { index += 1 }
      if found?.value != Decimal(number) || found?.range.upperBound != index {
        wrong.append("\(number) \(text): \(found?.value?.description ?? "nothing")")
      }
      index += 1
    }
    return wrong
  }

  @Test(arguments: 0..<4) func `whole numbers read back from words`(variant: Int) {
    let small = stride(from: variant, through: 3_000, by: 4)
    let large = stride(from: 3_000 + variant * 311, through: 1_000_000, by: 311 * 4)
    #expect(misread(Array(small) + Array(large), ArabicNumberWriter.variants[variant]).prefix(5) == [])
  }

  @Test(arguments: 0..<4) func `numbers up to a million million read back from words`(variant: Int) {
    var seed: UInt64 = 7
    let numbers = (0..<200).map { _ in
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 20) % 1_000_000_000_000
    }
    #expect(misread(numbers, ArabicNumberWriter.variants[variant]).prefix(5) == [])
  }

  private func value(_ text: String) -> String? {
    let words = Words(Array(text.utf8))
    return NumeralReader(words: words, end: words.count).numeral(at: 0)?.value?.description
  }

  @Test(arguments: [
    ("مئتا", "200"), ("نصف مليون", "500000"), ("٤ آلاف و٣ مئة", "4300"), ("12,5 مليون", "12500000"), ("1,250", "1250"),
    ("١٢٫٥", "12.5"), ("١٬٢٥٠", "1250"), ("1.234,5", "1234.5"), ("1,234.5", "1234.5"), ("1 414 021 100", "1414021100"),
    ("مليون ونصف المليون", "1500000"), ("ثلاثة ملايين ونصف مليون", "3500000"), ("ثلاثة أرباع", "0.75"),
    ("مئة وثلاثة أرباع", "100.75"), ("واحد من كل عشرة", "0.1"), ("خُمس", "0.2"), ("خمس سنوات", "5"),
    ("خمس السكان", "0.2"),
    ("الحادية عشرة", "11"), ("الواحد والعشرون", "21"), ("سالب واحد", "-1"), ("٠٠٠٠", "0"), ("twenty-one", "21"),
    ("two hundred and fifty thousand", "250000"), ("half a million", "500000"), ("one and a half million", "1500000"),
    ("two-thirds", "0.666666666666666"), ("a dozen", "12"), ("21st", "21"), ("one in three", "0.333333333333333"),
    ("خمسة آلاف وثلاثة آلاف", "5000"), ("ثلاثمئة ومئتان", "300"),
  ]) func `a numeral has its value`(text: String, expected: String) { #expect(value(text) == expected) }

  @Test func `what is too long or no number has no value`() {
    #expect(value(String(repeating: "9", count: 400)) == nil)
    #expect(value("1.2.3") == nil)
    #expect(value("وأحدث") == nil)
    #expect(value("وأحد المسؤولين") == nil)
  }
}
