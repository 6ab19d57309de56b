public import ArgumentParser
public import Khabar
import KhabarExport

/// Two statements a line in, their relation out.
struct RelateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relate",
    abstract: "Says line by line how two statements relate.",
    discussion: """
      EXAMPLES:
        khabar relate <statements.ndjson >relations.ndjson
        khabar relate --lang ar <statements.ndjson >relations.ndjson
        echo '{"id":1,"a":"قتل 12 شخصا","b":"مقتل 15 شخصا"}' | khabar relate

      Each line is {"id","a","b","languageA"?,"languageB"?,"publishedA"?,"publishedB"?} and gets one line:
      {"id","relation","score","differences"}, or {"id","error":{"code","message"}}. The relation is one of
      equivalent, aMoreSpecific, bMoreSpecific, overlapping, conflicting, different.
      """)

  @Argument(help: "The lines; - is standard input.")
  var file = "-"

  @Option(help: "The learned weights: news (our own guide), ans (the ANS benchmark only) or none (rules alone).")
  var weights = Weights.news

  @Flag(help: .hidden)
  var features = false

  @Option(help: FailOn.help)
  var failOn: FailOn?

  @Option(help: "Language of the reasons: en, ar.")
  var lang = InterfaceLanguage.english

  @Option(name: .shortAndLong, help: "Write to this file, which appears whole or not at all.")
  var output: String?

  @OptionGroup var input: InputOptions

  func run() throws {
    let exporter = JSONExporter()
    // An option is asked for its value by its name.
    let (weights, features, failOn, lang) = (weights, features, failOn, lang)
    var isFound = false
    let known = KnownTerms()
    var statements = KnownArticles<Statement>(most: 1 << 16)
    try LineRun(input: input.file(file), output: output).answer { line in
      let (lineA, lineB) = (try line.statement("a"), try line.statement("b"))
      // Nobody asks for the id of a statement.
      func statement(_ line: LineArticle) -> Statement {
        Statement(Report(of: line.article, hasDigest: false, known: known.words), known)
      }
      let (a, b) = (statements.reading(of: lineA, statement), statements.reading(of: lineB, statement))
      if features { return Self.features(line.id, a, b) }
      let relation = StatementRelation(of: a, and: b, weights: weights)
      if failOn?.isFound(in: relation) == true { isFound = true }
      return exporter.bytes(lang.reasons(of: relation), id: line.id) + [10]
    }
    if isFound { throw ExitStatus.found }
  }
}

extension RelateCommand {
  /// What the weights are trained on, and the names of the rules that found something:
  /// {"id","features":[…],"words":[…],"rules":[…],"rows":[[…],[…]]} (Tools/relation, Tools/vectors).
  private static func features(_ id: [UInt8]?, _ a: Statement, _ b: Statement) -> [UInt8] {
    let (features, found) = Features.evidence(a, b)
    let values = features.values.map(String.init).joined(separator: ",")
    let words = features.words.map(String.init).joined(separator: ",")
    let rows = [a, b].map { "[" + $0.encodedRows.map(String.init).joined(separator: ",") + "]" }.joined(separator: ",")
    let rules = found.map { "\"\($0.rule)\"" }.joined(separator: ",")
    return Array("{\"id\":".utf8) + (id ?? Array("0".utf8))
      + Array(",\"features\":[\(values)],\"words\":[\(words)],\"rules\":[\(rules)],\"rows\":[\(rows)]}\n".utf8)
  }
}

extension Weights: ExpressibleByArgument {}
