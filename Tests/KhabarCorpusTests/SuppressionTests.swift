import Testing

@testable import KhabarCorpus

@Suite struct SuppressionTests {
  private let text = "وصول وفد التفاوض إلى مسقط\n\nوصل وفد التفاوض أمس إلى مسقط لإجراء محادثات مع المسؤولين فيها."

  private func result(_ path: String, _ text: String, _ yaml: String = "") throws -> CheckResult {
    var corpus = SmallCorpus([(path, Array(text.utf8))])
    corpus.configuration = try Configuration(Array(yaml.utf8))
    return corpus.result()
  }

  @Test func `a request in the article suppresses with its reason and is no part of the text`() throws {
    let found = try result("a.txt", text + "\n\n# khabar:ignore no-date: the outlet never dates its texts\n")
    #expect(found.findings.isEmpty)
    #expect(found.suppressed.map { $0.suppression?.reason } == ["the outlet never dates its texts"])
    #expect(found.suppressed[0].title == "وصول وفد التفاوض الى مسقط")
  }

  @Test func `a comment of a page ends its request`() throws {
    let page =
      "<html><body><!-- khabar:ignore no-date, no-headline: a stub --><p>وصل وفد التفاوض أمس إلى مسقط لإجراء محادثات مع المسؤولين.</p></body></html>"
    let found = try result("a.html", page)
    #expect(Set(found.suppressed.map(\.hit.check)) == ["no-date", "no-headline"])
    #expect(found.suppressed.allSatisfy { $0.suppression?.reason == "a stub" })
  }

  @Test func `paths of the configuration suppress some checks or all`() throws {
    let some = "ignore:\n  - paths: old/\n    checks: no-date\n    reason: scans"
    #expect(try result("old/a.txt", text, some).findings.isEmpty)
    #expect(try result("new/a.txt", text, some).findings.map(\.hit.check) == ["no-date"])
    #expect(try result("old/a.txt", text, "ignore:\n  - paths: '*.txt'\n    reason: scans").findings.isEmpty)
  }

  @Test func `severities and choices of checks are followed`() throws {
    #expect(try result("a.txt", text, "severity:\n  no-date: error").count(.error) == 1)
    #expect(try result("a.txt", text, "skip: no-date").findings.isEmpty)
    #expect(try result("a.txt", text, "only: no-body").findings.isEmpty)
  }
}
