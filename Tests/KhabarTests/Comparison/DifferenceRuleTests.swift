import Testing

@testable import Khabar

/// Every rule is held to the pairs of its own declaration.
@Suite struct DifferenceRuleTests {
  private static let good = DifferenceRule.all.flatMap { rule in rule.good.map { (rule.name, $0) } }
  private static let bad = DifferenceRule.all.flatMap { rule in rule.bad.map { (rule.name, $0) } }

  @Test(arguments: good) func `a rule finds what it declares`(rule: String, example: DifferenceRule.Example) throws {
    let found = Self.differences(rule, example)
    let difference = found.first { $0.rule == rule }
    #expect(difference != nil, "found \(found.map(\.rule))")
    #expect(difference?.dimension == DifferenceRule.named(rule)?.dimension)
    #expect(difference?.verdict == DifferenceRule.named(rule)?.verdict)
  }

  @Test(arguments: bad) func `a rule leaves alone what only looks like it`(
    rule: String, example: DifferenceRule.Example
  ) {
    #expect(!Self.differences(rule, example).contains { $0.rule == rule })
  }

  @Test func `names are unique and begin with a dimension`() {
    let names = DifferenceRule.all.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names {
      #expect(Difference.Dimension(rawValue: String(name.prefix { $0 != "." })) != nil, "\(name)")
    }
  }

  @Test func `every rule gives its reason in both languages`() {
    for rule in DifferenceRule.all {
      #expect(rule.reason.hasSuffix("."), "\(rule.name)")
      #expect(rule.arabicReason.unicodeScalars.contains { (0x621...0x64A).contains($0.value) }, "\(rule.name)")
    }
  }

  private static func differences(_ rule: String, _ example: DifferenceRule.Example) -> [Difference] {
    func report(_ text: String) -> Report {
      Report(of: Article(plainText: Array(text.utf8), name: "statement", published: example.published))
    }
    let pair = Pair(statementsOf: report(example.a), report(example.b))
    return DifferenceRule.named(rule)?.isOfVersions == true ? VersionRules.differences(pair) : pair.differences()
  }
}
