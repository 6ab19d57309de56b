import Foundation
import TestSupport
import Testing

@testable import Khabar

/// Readers on damaged input: cut, flipped, doubled and mixed bytes. `Tools/fuzz` goes further with libFuzzer.
@Suite struct ReaderFuzzTests {
  private static let corpus =
    Project.files(under: "Tests/Corpus", "html", "json", "xml", "warc", "txt")
    + Project.files(under: "Tests/Pages", "html")

  private func damaged(_ bytes: [UInt8], _ numbers: inout SplitMix) -> [UInt8] {
    guard !bytes.isEmpty else { return bytes }
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...8, using: &numbers) {
      let at = Int.random(in: 0..<max(bytes.count, 1), using: &numbers)
      guard at < bytes.count else { break }
      switch Int.random(in: 0..<5, using: &numbers) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &numbers)
      case 1: bytes.removeSubrange(at..<min(bytes.count, at + 40))
      case 2: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 60)], at: at)
      case 3: bytes.insert(contentsOf: Array("<>\"'&{}[]\0\r\n\u{202E}".utf8).shuffled(using: &numbers), at: at)
      default: bytes.removeSubrange(at...)
      }
    }
    return bytes
  }

  @Test(.timeLimit(.minutes(5)), arguments: corpus) func `damaged input ends in a report whose spans are true`(
    file: String
  ) throws {
    let bytes = Array(try Data(contentsOf: Project.root.appendingPathComponent(file)))
    var numbers = SplitMix(state: UInt64(bytes.count))
    for _ in 0..<40 {
      let input = damaged(bytes, &numbers)
      let format = Format.allCases.randomElement(using: &numbers) ?? .html
      for article in [Article(input, name: "x"), Article(input, name: "x", mediaType: format.mediaType)] {
        for item in article.items.prefix(5) { check(Report(of: item, hasFacts: false)) }
      }
      var reader = WARCReader(limit: 1 << 20)
      reader.read(input[...]) { check(Report(of: $0.article, hasFacts: false)) }
      reader.finish { check(Report(of: $0.article, hasFacts: false)) }
    }
  }

  private func check(_ report: Report) {
    var last = 0
    for block in report.blocks {
      #expect(block.span.start >= last && block.span.start < block.span.end)
      #expect(
        String(validating: report.utf8[block.span.bytes], as: UTF8.self)?.unicodeScalars.count == block.span.count)
      last = block.span.end
    }
  }
}
