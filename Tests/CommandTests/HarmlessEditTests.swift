import Foundation
import TestSupport
import Testing

@testable import KhabarCorpus

/// Edits that change no fact, against a baseline.
@Suite struct HarmlessEditTests {
  /// The program that is built for debugging would take an hour for all rounds.
  private static let rounds = Program.isRelease ? 1000 : 20

  @Test func `edits that change no fact give no new finding`() throws {
    let folder = try TemporaryFolder()
    let corpora = try Self.corpora()
    for (number, files) in corpora.enumerated() {
      let made = try check(files, folder, "--write-baseline '\(folder.path)/\(number).json'")
      #expect(made.status == 0, "\(made.errors)")
    }
    var edits = HarmlessEdits(seed: 7)
    for round in 0..<Self.rounds {
      let number = round % corpora.count
      let files = corpora[number].map { (path: $0.path, bytes: edits.edited($0.bytes)) }
      let result = try check(files, folder, "--baseline '\(folder.path)/\(number).json' --fail-on note")
      #expect(result.status == 0, "round \(round), corpus \(number): \(result.output)")
    }
  }

  private func check(
    _ files: [(path: String, bytes: [UInt8])], _ folder: TemporaryFolder, _ options: String
  ) throws -> Program.Result {
    let corpus = "\(folder.path)/corpus"
    try? FileManager.default.removeItem(atPath: corpus)
    try FileManager.default.createDirectory(atPath: corpus, withIntermediateDirectories: true)
    try Data("# the root\n".utf8).write(to: URL(fileURLWithPath: "\(corpus)/.khabar.yml"))
    for file in files { try Data(file.bytes).write(to: URL(fileURLWithPath: "\(corpus)/\(file.path)")) }
    return try Program.bash("\"$KHABAR\" check '\(corpus)' -j 1 \(options)")
  }

  /// Examples of the checks, each with a fault, the seeds, and the pairs of development articles where they are at hand.
  private static func corpora() throws -> [[(path: String, bytes: [UInt8])]] {
    let codes = [
      "no-date", "impossible-date", "weekday-mismatch", "headline-number", "unattributed-quote", "exact-duplicate",
      "near-duplicate", "conflicting-reports", "hidden-bidi-control",
    ]
    let examples = codes.flatMap { code in
      (Check.named(code)?.bad ?? []).map { $0.files.map { (path: $0.path, bytes: $0.runs[0].bytes) } }
    }
    let folder = Project.root.appendingPathComponent("../shared/eval/dev_articles").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix("_a.txt") }) ?? []
    let pairs =
      [Project.seeds]
      + names.sorted().map { name in
        ["\(folder)/\(name)", "\(folder)/\(name.replacing("_a.txt", with: "_b.txt"))"]
      }
    return try examples
      + pairs.map {
        try $0.map { (($0 as NSString).lastPathComponent, Array(try Data(contentsOf: URL(fileURLWithPath: $0)))) }
      }
  }
}
