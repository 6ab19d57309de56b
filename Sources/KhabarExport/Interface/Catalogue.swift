package import Khabar

/// All words of the interface in one language; a language is one file.
///
/// Numbers stand behind a colon or in brackets, so that no noun has to agree with them.
package struct Catalogue: Sendable {
  /// The language of these words (BCP 47).
  let code: String
  // Sides and sections.
  package private(set) var a, b: String
  package let conflicts, shared, onlyInA, onlyInB, fullTexts: String
  // Two versions of one article.
  package let older, newer, changed, added, removed, kept, reworded, moved, changedHeadline, versions: String
  // The head of a page.
  package let comparison, report, sameEvent, because, outlet, published, language, headline, file, link, digest: String
  // The contents of a folder.
  package let contents, reports, comparisons: String
  // Who says something.
  package let says, outletItself, itself, unnamed: String
  // The summary.
  package let of, sharedSummary, conflictingSummary, onlyInASummary, onlyInBSummary, sharedOf, and, sharedEnd: String
  package let independentOrigins, reused, alsoInA, alsoInB: String
  // Word by word.
  package let wordCount, inBoth, movedPassages: String
  // Navigation.
  package let skip, sections, map, legend, toCard, toText, nothing: String
  // Parts of a report.
  package let blocks, facts, names, times, quantities, findings: String
  package let fact, text, value, kind, role, repeats, unresolved, about, namesAndValues: String
  // A check of a corpus.
  package let checkedFiles, checkedArticles, errors, warnings, notes, known, fixed, suppressed, seeAlso: String
  /// What the values of the model are called, by "kind.rawValue".
  let values: [String: String]
  /// Sentences of the evidence that two reports tell one event, with {} for what changes, and what they are here.
  let sentences: [(english: String, here: String)]

  /// Base direction of these words, as HTML has it.
  var direction: String { code == "ar" ? "rtl" : "ltr" }
  /// What stands between the values of a list.
  var comma: String { code == "ar" ? "، " : ", " }

  /// The words for a comparison: of two versions, the sides are the older and the newer one.
  package func of(_ comparison: Comparison) -> Catalogue {
    guard comparison.versions != nil else { return self }
    var words = self
    (words.a, words.b) = (older, newer)
    return words
  }

  /// How the two sides of a match relate, or what became of a fact.
  package func word(_ match: Comparison.Match) -> String {
    guard let change = match.change else { return word(match.relation) }
    return word("change", change.rawValue) + (match.isMoved ? comma + moved : "")
  }
  /// Compatible or conflict, or that it is an update.
  package func word(verdictOf difference: Difference) -> String {
    difference.isUpdate ? word("verdict", "update") : word(difference.verdict)
  }
  /// What an outlet says of its own article.
  package func word(_ notice: Comparison.Versions.Notice.Kind) -> String { word("notice", notice.rawValue) }
  /// A relation.
  package func word(_ relation: Relation) -> String { word("relation", relation.rawValue) }
  /// What a difference is about.
  package func word(_ dimension: Difference.Dimension) -> String { word("dimension", dimension.rawValue) }
  /// Compatible or conflict.
  package func word(_ verdict: Difference.Verdict) -> String { word("verdict", verdict.rawValue) }
  /// Whether both tell one event.
  package func word(_ verdict: Comparison.SameEvent.Verdict) -> String { word("event", verdict.rawValue) }
  /// The role of a block.
  package func word(_ kind: Block.Kind) -> String { word("block", kind.rawValue) }
  /// What is named.
  package func word(_ kind: Mention.Kind) -> String { word("mention", kind.rawValue) }
  /// The name of a language, or its code.
  package func name(ofLanguage code: String) -> String { values["language.\(code)"] ?? code }
  /// How bad a finding is.
  package func word(_ severity: Finding.Severity) -> String { word("severity", severity.rawValue) }

  /// What is special about a statement: denied, planned, quoted …
  package func remarks(_ fact: Fact) -> [String] {
    var remarks: [String] = []
    if fact.polarity != .affirmed { remarks.append(word("polarity", fact.polarity.rawValue)) }
    if fact.certainty != .asserted { remarks.append(word("certainty", fact.certainty.rawValue)) }
    if fact.quoted != .none { remarks.append(word("quoted", fact.quoted.rawValue)) }
    return remarks
  }

  /// A value of a quantity with its unit.
  package func value(_ quantity: Quantity) -> String {
    let number = quantity.value ?? "\(quantity.low ?? "")…\(quantity.high ?? "")"
    return (quantity.isApproximate ? "\(about) " : "") + number + (quantity.unit.map { " \($0)" } ?? "")
  }

  /// How much of each side the other has too.
  package func shares(_ comparison: Comparison) -> String {
    let (shareOfA, shareOfB) = (percent(comparison.sharedShareOfA), percent(comparison.sharedShareOfB))
    return "\(sharedOf)\(shareOfA) \(of) \(a) \(and)\(shareOfB) \(of) \(b)\(sharedEnd)"
  }

  /// A share in thousandths as people read it.
  func percent(_ share: Int) -> String { "\(share / 10).\(share % 10)%" }

  private func word(_ kind: String, _ value: String) -> String { values["\(kind).\(value)"] ?? value }
}
