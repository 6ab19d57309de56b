import Testing

@testable import KhabarCorpus

@Suite struct ConfigurationTests {
  private func read(_ text: String) throws -> Configuration { try Configuration(Array(text.utf8)) }

  @Test func `all keys are read, with their lines`() throws {
    let configuration = try read(
      """
      ---
      # what is checked
      only: [no-body, "no-date", 'mojibake']
      skip: no-headline   # one
      severity:
        near-duplicate: error
        no-date: warning
      include:
        - "*.article"
      exclude:
      - drafts/
      ignore:
        - paths: ["archive/**", old.txt]
          checks: [no-date]
          reason: "Scans: they have no dates"
      fail-on: warning
      baseline: .khabar-baseline.json
      cache: .cache
      window: 7
      """)
    #expect(configuration.only.value == ["no-body", "no-date", "mojibake"])
    #expect(configuration.only.origin == .file(line: 3))
    #expect(configuration.skip.value == ["no-headline"])
    #expect(configuration.severity.value == ["near-duplicate": .error, "no-date": .warning])
    #expect(configuration.include.value == ["*.article"])
    #expect(configuration.exclude.value == ["drafts/"])
    #expect(
      configuration.ignore.value == [
        .init(paths: ["archive/**", "old.txt"], checks: ["no-date"], reason: "Scans: they have no dates")
      ])
    #expect(configuration.failOn.value == .warning)
    #expect(configuration.baseline.value == ".khabar-baseline.json")
    #expect(configuration.window.value == 7)
    #expect(configuration.window.origin == .file(line: 19))
  }

  @Test func `an empty file sets nothing`() throws {
    for text in ["", "# nothing\n", "---\n"] {
      let configuration = try read(text)
      #expect(configuration.rows.allSatisfy { $0.origin == .standard })
    }
  }

  @Test(arguments: [
    ("skp: [no-date]", 1, "there is no key \"skp\"; the nearest is \"skip\""),
    ("window: 3\nfailon: error", 2, "there is no key \"failon\"; the nearest is \"fail-on\""),
    ("skip: [no-dates]", 1, "there is no check \"no-dates\"; the nearest is \"no-date\""),
    ("severity:\n  no-date: eror", 2, "there is no value \"eror\"; the nearest is \"error\""),
    ("ignore:\n  - paths: a\n    raeson: b", 3, "there is no key \"raeson\"; the nearest is \"reason\""),
    ("ignore:\n  - paths: a", 2, "an entry of \"ignore\" needs a \"reason\""),
    ("ignore:\n  - reason: a", 2, "an entry of \"ignore\" needs \"paths\""),
    ("window: soon", 1, "\"window\" is a number of days"),
    ("skip: no-date\nskip: no-body", 2, "has the key \"skip\" again"),
    ("skip: {no-date}", 1, nil), ("skip: &a no-date", 1, nil), ("skip: |\n  no-date", 1, nil), ("\tskip: a", 1, nil),
    ("skip: \"a", 1, nil), ("skip: [a", 1, nil), ("skip\n", 1, nil), ("skip:\n    a: b\n  c: d", 3, nil),
    ("- a\n- b", 1, "is no list of keys"), ("severity: x", 1, nil),
  ]) func `what is wrong is told with its line`(text: String, line: Int, what: String?) {
    let trouble = #expect(throws: ConfigurationTrouble.self) { try read(text) }
    #expect(trouble?.line == line)
    if let what { #expect(trouble?.what == what) }
  }

  @Test(arguments: [
    ("*.txt", "a/b/c.txt", true), ("*.txt", "c.txt.gz", false), ("a/*.txt", "a/b.txt", true),
    ("a/*.txt", "a/b/c.txt", false), ("a/**", "a/b/c.txt", true), ("a/**", "ab/c.txt", false),
    ("a/**/c.txt", "a/c.txt", true), ("a/**/c.txt", "a/x/y/c.txt", true), ("drafts/", "drafts/x/y.txt", true),
    ("drafts/", "other/drafts.txt", false), ("?.txt", "أ.txt", false), ("**", "a", true), ("./a.txt", "a.txt", true),
    ("*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false),
  ]) func `patterns of paths`(pattern: String, path: String, fits: Bool) {
    #expect(Glob(pattern).matches(path) == fits)
  }
}
