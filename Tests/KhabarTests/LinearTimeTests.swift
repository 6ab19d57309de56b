import Testing

@testable import Khabar

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Hostile texts cost no more than their length: four times the text takes about four times the time.
@Suite struct LinearTimeTests {
  private static let endless = "قال المسؤول إن خمسة أشخاص وصلوا إلى المدينة و "

  private func report(of unit: String, bytes: Int) -> Report {
    let text = String(repeating: unit, count: bytes / unit.utf8.count)
    return Report(of: Article(plainText: Array(text.utf8), name: "hostile"))
  }

  /// CPU nanoseconds of this thread, the smaller of two runs.
  private func cost(of unit: String, bytes: Int) -> UInt64 {
    (0..<2).map { _ in
      let start = now()
      _ = report(of: unit, bytes: bytes)
      return now() - start
    }.min() ?? 0
  }

  private func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  @Test(arguments: [
    endless, "كلمة\n\n", "1234567890", "«", "\n", "(", "قال: ", "خمسة و", "، ", "بحسب المصدر ", "1/2 ",
    "وصل الوزير إلى المدينة أمس في زيارة رسمية تستمر يومين اثنين فقط\n", "John Smith ", "he said that ",
  ])
  func `four times the text takes at most eight times the time`(unit: String) {
    _ = report(of: unit, bytes: 1000)
    let small = cost(of: unit, bytes: 4000)
    let large = cost(of: unit, bytes: 16000)
    #expect(large <= 8 * small + 2_000_000)
  }

  @Test func `a sentence without end does not grow a chain without end`() {
    let facts = report(of: Self.endless, bytes: 10000).facts
    #expect(!facts.isEmpty)
    #expect(facts.allSatisfy { $0.sources.count <= 8 })
  }

  @Test func `a hand-wrapped paragraph is one block however many lines it has`() {
    let line = "وصل الوزير إلى المدينة أمس في زيارة رسمية تستمر يومين اثنين فقط\n"
    #expect(report(of: line, bytes: 10000).blocks.filter { $0.kind == .paragraph }.count <= 2)
  }
}
