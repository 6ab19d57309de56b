import Foundation
import TestSupport
import Testing

/// Several forms at once.
@Suite struct ExportFormTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func names(_ path: String) throws -> [String] {
    try Program.bash("cd '\(folder.path)' && find \(path) -type f | sort").lines
  }

  @Test func `one article in several forms`() throws {
    let result = try Program.run("report", Project.seeds[0], "--format", "json,xml,csv", "-o", folder.path("d"))
    #expect(result.status == 0 && result.output == "")
    let names = try names("d")
    #expect(names.count == 3 && names.last == "d/facts.csv")
    let json = try Program.run("report", Project.seeds[0], "--format", "json").output
    #expect(try names.first.map { try folder.text($0) } == json)
  }

  @Test func `many articles in all forms, the same on any number of threads`() throws {
    let files = Project.seeds.map { "'\($0)'" }.joined(separator: " ")
    let forms = "text,json,xml,ndjson,csv,markdown,html,ninjs,annotations"
    for jobs in [1, 3] {
      let result = try Program.bash(
        "cd '\(folder.path)' && \"$KHABAR\" export \(files) --compare --format \(forms) -o d\(jobs) --jobs \(jobs)")
      #expect(result.status == 0, "\(result.errors)")
    }
    #expect(try names("d1").count == 2 * 7 + 5 + 4 + 1)
    #expect(try Program.bash("cd '\(folder.path)' && diff -r d1 d3 && echo same").output == "same\n")
    #expect(try folder.text("d1/reports.ndjson").split(separator: "\n").count == 2)
  }

  @Test func `pages have one that leads to all of them`() throws {
    let files = Project.seeds.map { "'\($0)'" }.joined(separator: " ")
    let command = "\"$KHABAR\" export \(files) \(files) --compare --format html --lang ar -o site"
    #expect(try Program.bash("cd '\(folder.path)' && \(command)").status == 0)
    let index = try folder.text("site/index.html")
    let names = try names("site").filter { $0 != "site/index.html" }
    #expect(names.count == 3)
    for name in names {
      let link = "href=\"\(name.dropFirst("site/".count))\""
      #expect(index.components(separatedBy: link).count == (name.contains("__") ? 3 : 2))
    }
    #expect(index.contains("lang=\"ar\" dir=\"rtl\""))
  }

  @Test func `CSV begins with a byte order mark if asked`() throws {
    let with = try Program.run("report", Project.seeds[0], "--format", "csv", "--bom").output
    let without = try Program.run("report", Project.seeds[0], "--format", "csv").output
    #expect(Array(with.utf8) == [0xEF, 0xBB, 0xBF] + Array(without.utf8))
  }

  @Test(arguments: [
    "report x --format json,xml", "report x --format json,yaml -o d", "compare a b --format ninjs",
    "export a --format json", "export a -o d", "export a --bundle x.zip", "export a --bundle x.tar.gz --jobs 0",
  ])
  func `forms that cannot be written end with 2`(arguments: String) throws {
    let result = try Program.run(arguments, split: true)
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("Error: "))
  }
}
