import Foundation
import TestSupport
import Testing

@Suite struct CompareTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func compare(_ a: String, _ b: String) throws -> Summary {
    let result = try Program.run("compare", a, b, "--format", "json")
    #expect(result.status == 0)
    return try JSONDecoder().decode(Summary.self, from: Data(result.output.utf8))
  }

  private struct Summary: Decodable {
    struct SameEvent: Decodable { var verdict: String }
    struct Counts: Decodable { var shared, conflicting, onlyInA, onlyInB: Int }
    var sameEvent: SameEvent
    var summary: Counts
  }

  @Test func `the same file twice has nothing unique and no conflict`() throws {
    let result = try compare(Project.seeds[0], Project.seeds[0])
    #expect(result.sameEvent.verdict == "same")
    #expect(result.summary.shared > 0)
    #expect(result.summary.conflicting + result.summary.onlyInA + result.summary.onlyInB == 0)
  }

  @Test func `the same file twice is noted`() throws {
    #expect(
      try Program.run("compare", Project.seeds[0], Project.seeds[0]).errors.contains("A and B are the same bytes"))
  }

  @Test func `an article against its own headline shares the headline`() throws {
    let text = try String(contentsOfFile: Project.seeds[0], encoding: .utf8)
    let headline = try folder.write(text.prefix { $0 != "\n" } + "\n", to: "headline.txt")
    let result = try compare(Project.seeds[0], headline)
    #expect(result.summary.conflicting == 0)
    #expect(result.summary.onlyInB == 0)
    #expect(result.summary.onlyInA > 0)
  }

  @Test func `two unrelated articles are said to be so and still listed`() throws {
    let other = try folder.write(
      """
      فاز فريق الميناء بلقب كأس المدن لكرة السلة
      تغلب فريق الميناء على ضيفه فريق الجبل بنتيجة 81 مقابل 74 في المباراة النهائية التي أقيمت مساء الجمعة.
      وسجل اللاعب سامر حداد 27 نقطة، فيما قال المدرب إن اللاعبين استحقوا الفوز.
      """, to: "sport.txt")
    let result = try compare(Project.seeds[0], other)
    #expect(result.sameEvent.verdict == "different")
    #expect(result.summary.onlyInA > 0)
    #expect(result.summary.onlyInB > 0)
  }

  @Test func `fail-on chooses the exit code`() throws {
    let (a, b) = (Project.seeds[0], Project.seeds[1])
    #expect(try Program.run("compare", a, b).status == 0)
    #expect(try Program.run("compare", a, b, "--fail-on", "unique").status == 1)
    #expect(try Program.run("compare", a, b, "--fail-on", "any").status == 1)
    #expect(try Program.run("compare", a, a, "--fail-on", "conflict").status == 0)
  }

  @Test func `two runs give the same bytes`() throws {
    for format in ["text", "json"] {
      let runs = try (0..<2).map { _ in
        try Program.run("compare", Project.seeds[0], Project.seeds[1], "--format", format)
      }
      #expect(runs[0].output == runs[1].output)
    }
  }
}
