import Foundation
import Khabar
import TestSupport
import Testing

@testable import KhabarExport

@Suite struct BundleWriterTests {
  @Test func `the order of the inputs and doubles do not matter`() throws {
    let bundle = try Examples.bundle()
    let other = try Examples.bundle(
      Examples.reports.reversed() + Examples.reports,
      comparisons: Examples.comparisons.reversed() + Examples.comparisons,
      sources: Examples.sources.reversed() + Examples.sources, jobs: 3)
    #expect(bundle.bytes == other.bytes)
    #expect(bundle.summary == other.summary)
    #expect(bundle.summary.reports == 3 && bundle.summary.comparisons == 2)
    #expect(bundle.summary.gzipSize == bundle.bytes.count)
  }

  @Test func `reports on the same bytes are one report, whichever comes first`() throws {
    var other = Examples.reports[0]
    other.published = "2020-01-01"
    let first = try Examples.bundle([Examples.reports[0], other], comparisons: [])
    let second = try Examples.bundle([other, Examples.reports[0]], comparisons: [])
    #expect(first.bytes == second.bytes)
    other.source.sha256 = String(repeating: "0", count: 64)
    #expect(throws: BundleError.idCollision(other.id)) {
      try Examples.bundle([Examples.reports[0], other], comparisons: [])
    }
  }

  @Test func `members stand where the format page says`() throws {
    let members = try Examples.members(try Examples.bundle().bytes)
    let ids = Examples.reports.map(\.id).sorted()
    let pairs = Examples.comparisons.map { "\($0.a.id)__\($0.b.id)" }.sorted()
    var expected = ["", "bagit.txt", "data/", "data/comparisons/"]
    expected += pairs.flatMap { ["data/comparisons/\($0).json", "data/comparisons/\($0).xml"] } + ["data/reports/"]
    expected += ids.flatMap { ["data/reports/\($0).json", "data/reports/\($0).xml"] } + ["data/schema/"]
    expected += Schemas.files.map { "data/schema/\($0.name)" } + ["data/sources/"]
    expected += ["data/sources/\(Examples.reports[0].id).txt", "data/sources/\(Examples.reports[1].id).bin"].sorted()
    expected += ["data/summary.ndjson", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"]
    #expect(members.map(\.member.path) == expected.map { "2023-05/" + $0 })
    let report = try #require(members.first { $0.member.path.hasSuffix("/\(ids[0]).json") })
    let original = try #require(Examples.reports.first { $0.id == ids[0] })
    #expect(report.bytes == JSONExporter().bytes(original) + [10])
  }

  @Test func `the tags are those of the profile, dated by the newest report`() throws {
    let members = try Examples.members(try Examples.bundle().bytes)
    let info = try #require(members.first { $0.member.path == "2023-05/bag-info.txt" })
    let lines = String(decoding: info.bytes, as: UTF8.self).split(separator: "\n")
    #expect(
      lines.map { $0.prefix { $0 != ":" } } == [
        "Bag-Software-Agent", "Bagging-Date", "BagIt-Profile-Identifier", "External-Identifier", "Payload-Oxum",
        "Source-Organization",
      ])
    #expect(lines[1] == "Bagging-Date: 2023-05-31")
  }

  @Test func `above a thousand reports the folder is sharded`() throws {
    let reports = (0..<1001).map { Report(of: Article(plainText: Array("خبر \($0)".utf8), name: "a")) }
    let bundle = try Examples.bundle(reports, comparisons: [], sources: [])
    let paths = try Examples.members(bundle.bytes).map(\.member.path)
    #expect(paths.filter { $0.hasPrefix("2023-05/data/reports/000/") }.count == 2001)
    #expect(paths.filter { $0.hasPrefix("2023-05/data/reports/001/") }.count == 3)
    #expect(try Examples.verdict(bundle.bytes).failures.isEmpty)
  }

  @Test(arguments: ["", ".x", "-x", "a/b", "خبر", "a b", "..", String(repeating: "a", count: 101)])
  func `unfit names are refused`(name: String) {
    #expect(throws: BundleError.unfitName(name)) { try BundleWriter(name: name) }
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("2023-05-31", 1_685_491_200), ("2024-02-29T16:30", 1_709_164_800), ("2023-05", 1_682_899_200),
    ("2000~", 946_684_800), ("2023-05-01/2023-05-10", 1_682_899_200),
  ])
  func `dates become seconds`(edtf: String, seconds: Int) throws {
    let date = try #require(CivilDate(edtf: edtf))
    #expect(date.seconds == seconds)
    #expect(CivilDate(seconds: seconds + 86_399).iso == date.iso)
  }

  @Test func `what is no date is none`() {
    for text in ["", "x", "-5", "99999-01", "../2023"] { #expect(CivilDate(edtf: text) == nil) }
  }

  @Test func `a sink that fails ends the writing`() throws {
    struct Full: Error {}
    #expect(throws: Full.self) { try BundleWriter(name: "a").write(BundleDraft()) { _ in throw Full() } }
  }
}
