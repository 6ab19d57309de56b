public import Khabar

extension InterfaceLanguage {
  /// The comparison with its reasons in this language.
  public func reasons(of comparison: Comparison) -> Comparison {
    guard self != .english else { return comparison }
    var comparison = comparison
    comparison.shared = comparison.shared.map(reasons)
    comparison.conflicting = comparison.conflicting.map(reasons)
    comparison.sameEvent.because = comparison.sameEvent.because.map(words.sentence)
    return comparison
  }

  /// The relation of two statements with its reasons in this language.
  public func reasons(of relation: StatementRelation) -> StatementRelation {
    guard self != .english else { return relation }
    var relation = relation
    relation.differences = relation.differences.map(reason)
    return relation
  }

  private func reasons(of match: Comparison.Match) -> Comparison.Match {
    var match = match
    match.differences = match.differences.map(reason)
    return match
  }

  /// A rule that is no longer known keeps the reason that was archived with it.
  private func reason(of difference: Difference) -> Difference {
    var difference = difference
    difference.reason = DifferenceRule.named(difference.rule)?.arabicReason ?? difference.reason
    return difference
  }
}

extension Catalogue {
  /// A sentence of the evidence in this language; one that is not known stays as it is.
  func sentence(_ english: String) -> String {
    for sentence in sentences {
      guard let found = Self.holes(of: english, in: sentence.english) else { continue }
      var values = found[...]
      let pieces = Self.pieces(sentence.here)
      return pieces.dropFirst().reduce(String(pieces.first ?? "")) { $0 + list(values.popFirst() ?? "") + $1 }
    }
    return english
  }

  /// A list with the commas of this language.
  private func list(_ values: Substring) -> String { values.split(separator: ", ").joined(separator: comma) }

  /// What stands for each {} of a template, if the sentence is made of it.
  private static func holes(of sentence: String, in template: String) -> [Substring]? {
    let pieces = pieces(template)
    guard let first = pieces.first, sentence.hasPrefix(first) else { return nil }
    var rest = sentence.dropFirst(first.count)
    var values: [Substring] = []
    for piece in pieces.dropFirst() {
      guard !piece.isEmpty else {
        values.append(rest)
        rest = ""
        continue
      }
      guard let found = rest.firstRange(of: piece) else { return nil }
      values.append(rest[..<found.lowerBound])
      rest = rest[found.upperBound...]
    }
    return rest.isEmpty ? values : nil
  }

  private static func pieces(_ template: String) -> [Substring] {
    var pieces: [Substring] = []
    var rest = template[...]
    while let hole = rest.firstRange(of: "{}") {
      pieces.append(rest[..<hole.lowerBound])
      rest = rest[hole.upperBound...]
    }
    return pieces + [rest]
  }
}
