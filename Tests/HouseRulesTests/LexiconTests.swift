import Foundation
import TestSupport
import Testing

/// Lexicons are data that people edit by hand: one mistake in one row must not be found by a wrong result.
@Suite struct LexiconTests {
  private static let files = Project.files(under: "Lexicons", "tsv")

  @Test(arguments: files) func `rows are well-formed`(file: String) throws {
    let bytes = try Data(contentsOf: Project.root.appendingPathComponent(file))
    let text = try #require(String(validating: bytes, as: UTF8.self), "\(file) is not UTF-8")
    #expect(text.isEmpty || text.hasSuffix("\n"), "\(file): the last line has no end")
    #expect(!text.unicodeScalars.contains("\r"), "\(file): has a carriage return")
    #expect(complaints(text, ofPlaces: file.hasSuffix("regions.tsv")) == [], "\(file)")
  }

  /// What is wrong with which line. A row is a form and its value, which may be empty or have up to three fields, or three for each
  /// place of a name.
  private func complaints(_ text: String, ofPlaces: Bool) -> [String] {
    var complaints: [String] = []
    var seen: Set<Substring> = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().enumerated() {
      if line.hasPrefix("#") || line.isEmpty { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      let fits = ofPlaces ? fields.count > 1 && fields.count % 3 == 1 : fields.count <= 4
      if !fits { complaints.append("\(number + 1): \(fields.count) fields") }
      if fields[0].isEmpty { complaints.append("\(number + 1): no form") }
      if fields.contains(where: { $0.first == " " || $0.last == " " }) {
        complaints.append("\(number + 1): outer space")
      }
      if !seen.insert(line).inserted { complaints.append("\(number + 1): stands twice") }
    }
    return complaints
  }

  @Test func `both languages have the same files`() {
    func names(_ language: String) -> [Substring] {
      Self.files.filter { $0.hasPrefix("Lexicons/\(language)/") }.compactMap { $0.split(separator: "/").last }
    }
    #expect(names("ar") == names("en"))
    #expect(!names("ar").isEmpty)
  }

}
