import Foundation
import TestSupport
import Testing

@testable import KhabarCorpus

@Suite struct BaselineTests {
  private static let head = "وصول وفد التفاوض إلى مسقط"
  private static let body = "وصل وفد التفاوض أمس إلى مسقط لإجراء محادثات مع المسؤولين فيها."
  private static let article = "\(head)\n\n\(body)\n"

  private func corpus(_ files: (String, String)...) -> SmallCorpus {
    SmallCorpus(files.map { ($0.0, Array($0.1.utf8)) })
  }

  @Test func `what a baseline has is known, what is gone is fixed, what is new is new`() throws {
    let before = corpus(
      ("a.txt", Self.article), ("b.txt", "\(Self.body)\n\n\(Self.body.replacing("وفد", with: "فريق"))"))
    let baseline = Baseline(before.result())
    let same = before.result(baseline)
    #expect(same.new.isEmpty && same.fixed.isEmpty && !same.findings.isEmpty)
    let after = corpus(("a.txt", Self.article.replacing("\n\n", with: "\nمسقط - 8 أيار 2023\n\n")), ("c.txt", "%PDF-"))
      .result(baseline)
    #expect(after.new.map(\.hit.check) == ["unreadable-article"])
    #expect(after.fixed.map { "\($0.path) \($0.check)" } == ["a.txt no-date", "b.txt no-date", "b.txt no-headline"])
  }

  @Test func `a renamed file is known by its headline`() {
    let baseline = Baseline(corpus(("a.txt", Self.article)).result())
    let after = corpus(("moved/b.txt", Self.article)).result(baseline)
    #expect(after.new.isEmpty && after.fixed.isEmpty)
  }

  @Test func `a copy beside its original is new`() {
    let baseline = Baseline(corpus(("a.txt", Self.article)).result())
    let other = Self.article.replacing("محادثات", with: "مباحثات")
    let after = corpus(("a.txt", Self.article), ("b.txt", other)).result(baseline)
    #expect(after.new.contains { $0.hit.check == "no-date" && $0.place.path == "b.txt" })
  }

  @Test func `entries of checks that were not run are not fixed`() throws {
    let before = corpus(("a.txt", Self.article))
    var after = before
    after.configuration = try Configuration(Array("skip: no-date".utf8))
    #expect(after.result(Baseline(before.result())).fixed.isEmpty)
  }

  @Test func `a baseline reads back, and reasons written into it stay`() throws {
    let result = corpus(("a.txt", Self.article)).result()
    let written = String(decoding: Baseline(result).bytes, as: UTF8.self)
    let edited = written.replacing("\"path\"", with: "\"reason\": \"an old one\",\n      \"path\"")
    let read = try #require(Baseline(Array(edited.utf8)))
    #expect(read.entries.map(\.reason) == ["an old one"])
    #expect(Baseline(result, reasonsFrom: read).entries == read.entries)
    #expect(Baseline(Array("{}".utf8)) == nil)
    #expect(Baseline(Array("[".utf8)) == nil)
  }
}
