import CLexicons
import Testing

@testable import Khabar

@Suite struct SentenceVectorsTests {
  private func terms(_ text: String) -> Terms {
    let words = Words(Array(text.utf8))
    return Terms(words, [words.indices], Anchors(), KnownTerms())
  }

  private func likeness(_ a: String, _ b: String) -> Float {
    SentenceVectors([terms(a)]).likenesses(to: SentenceVectors([terms(b)]))[0, 0]
  }

  @Test(arguments: [
    (
      "The governor ordered schools to close for two days because of the flood.",
      "أمر المحافظ بإغلاق المدارس يومين بسبب الفيضانات.", "بدأ اللاعب التدريب مع ناديه الجديد."
    ),
    (
      "Lumps of crude were lying on the sand.", "Oil has reached the beach.", "The minister resigned on Friday."
    ),
    ("لم يصب أحد في الحادث.", "خرج جميع الركاب سالمين.", "رفع البنك المركزي سعر الفائدة."),
  ])
  func `what tells one thing in other words is more alike than what tells another`(
    a: String, same: String, other: String
  ) {
    #expect(likeness(a, same) > likeness(a, other) + 0.1)
  }

  @Test func `a sentence is as alike to itself as can be, and nothing is to one without words`() {
    let text = "وصل الوفد العماني إلى بغداد مساء الأحد لبحث 12 اتفاقا."
    #expect(likeness(text, text) > 0.98)
    #expect(likeness(text, "") == 0)
    #expect(likeness("...", "!") == 0)
  }

  @Test func `a sentence comes out the same whatever stands beside it`() {
    let texts = ["أغلق الميناء 3 أيام.", "", "The harbour of Tallvik was closed.", "أغلق الميناء", "Tallvik Qxwzv 12"]
    let all = SentenceVectors(texts.map(terms)).likenesses(to: SentenceVectors(texts.reversed().map(terms)))
    for (i, a) in texts.enumerated() {
      for (j, b) in texts.reversed().enumerated() {
        #expect(all[i, j] == likeness(a, b))
        #expect(likeness(a, b) == likeness(b, a))
      }
    }
  }

  @Test func `a sentence without end is read in part and leaves no number out of range`() {
    let long = String(repeating: "الحكومة تنفي وقوع انفجار government denies 12 Qxwzv ", count: 4_000)
    #expect(likeness(long, long) > 0.98)
  }

  /// The same in plain steps: the processor works on many numbers at a time.
  @Test func `vectors are the sums that the format tells`() throws {
    let texts = ["أغلق الميناء 3 أيام بعد العاصفة.", "The harbour of Tallvik was closed after the storm, Qxwzv said."]
    for a in texts {
      for b in texts {
        let (x, y) = (plain(terms(a)), plain(terms(b)))
        let dot = zip(x, y).reduce(0) { $0 + Int($1.0) * Int($1.1) }
        #expect(abs(likeness(a, b) - max(0, Float(dot) / 16129)) < 1e-6)
      }
    }
  }

  private func plain(_ terms: Terms) -> [Int8] {
    let (units, dimensions) = (128, 64)
    let bytes = unsafe UnsafeRawBufferPointer(start: khabar_encoder(), count: khabar_encoder_size())
    func wide(_ at: Int) -> Int { unsafe Int(bytes.load(fromByteOffset: 64 + at * 4, as: Int32.self)) }
    func narrow(_ table: Int, _ row: Int, _ column: Int, of columns: Int) -> Int {
      let place = (row / 2 * columns + column) * 2 + row % 2
      return unsafe Int(bytes.load(fromByteOffset: 64 + units * 12 + (table + place) * 2, as: Int16.self))
    }
    func vector(_ row: Int32) -> [Int] {
      (0..<dimensions).map { row < 0 ? 0 : Int(Vectors.block(Int(row), $0 / 16)[$0 % 16]) }
    }
    let rows = terms.all.map(\.encodedRow)
    let all = rows.map(vector)
    let mean = (0..<dimensions).map { place in all.reduce(0) { $0 + $1[place] } * 16 / all.count }
    let said = (0..<units).map { unit in
      let ofMean = (0..<dimensions).reduce(0) {
        $0 + mean[$1] * narrow(dimensions * units, $1, unit, of: units)
      }
      let start = ofMean >> 4 + wide(unit)
      let sum = zip(rows, all).reduce(0) { sum, word in
        let heard =
          switch word.0 {
          case -1: wide(units + unit)
          case -2: wide(2 * units + unit)
          default: (0..<dimensions).reduce(0) { $0 + word.1[$1] * narrow(0, $1, unit, of: units) }
          }
        return sum + max(0, heard + start) >> 8
      }
      return min(32767, sum / all.count)
    }
    let sums = (0..<dimensions).map { place in
      (said + mean).enumerated().reduce(0) {
        $0 + $1.element * narrow(2 * dimensions * units, $1.offset, place, of: dimensions)
      } >> 8
    }
    let length = Double(sums.reduce(0) { $0 + $1 * $1 }).squareRoot()
    return sums.map { Int8((Double($0) * (127 / length)).rounded(.toNearestOrEven)) }
  }
}
