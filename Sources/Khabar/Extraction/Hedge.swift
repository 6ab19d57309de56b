/// A word that makes a number a bound or an estimate.
enum Hedge: UInt8 {
  case about = 0x61  // a
  case moreThan = 0x3E  // >
  case atLeast = 0x67  // g
  case fewerThan = 0x3C  // <
  case atMost = 0x6C  // l
  case between = 0x62  // b

  /// Sets the bounds of a number.
  func apply(to match: inout QuantityMatch, _ value: Decimal?) {
    match.isApproximate = true
    guard let value else { return }
    let text = value.description
    switch self {
    case .about:
      guard let ten = Decimal("0.9"), let more = Decimal("1.1") else { return }
      let bounds = [value.times(ten), value.times(more)].compactMap { $0 }.sorted()
      match.low = bounds.first?.description ?? text
      match.high = bounds.last?.description ?? text
    case .moreThan, .atLeast:
      match.low = text
      match.high = nil
    case .fewerThan, .atMost:
      match.low = nil
      match.high = text
    case .between: break
    }
  }
}

extension Words {
  /// The hedge at a token and its length.
  func hedge(at index: Int) -> (length: Int, hedge: Hedge)? {
    guard all.indices.contains(index), all[index].kind == .word, let (length, row) = match(.hedges, at: index) else {
      return nil
    }
    return Hedge(rawValue: row.first).map { (length, $0) }
  }

  /// The hedge that ends right before a token.
  func hedge(before index: Int, from lower: Int) -> (start: Int, hedge: Hedge)? {
    var found: (start: Int, hedge: Hedge)?
    var at = index - 1
    while at >= max(lower, index - 4), all[at].kind == .word {
      if has(.hedges, at: at) || all[at].phrase >= 0, let (length, hedge) = hedge(at: at), at + length == index,
        !isRise(at)
      {
        found = (at, hedge)
      }
      at -= 1
    }
    return found
  }

  /// The Arabic verb that bounds a number, with what is measured between: "تجاوز عدد النازحين 12 ألفا", "يزيد ارتفاعه على 300 متر".
  func hedge(apartFrom index: Int, from lower: Int) -> Hedge? {
    guard index > lower, all[index - 1].script == .arabic else { return nil }
    let isOver = Self.over.contains(all[index - 1].key)
    for at in (max(lower, index - 7)..<(isOver ? index - 1 : index)).reversed() {
      // "البلدين" are two that are known.
      guard all[at].kind == .word, !isFigure(at) || unitKind(at: at)?.isNoun == true else { return nil }
      let isNegated = at > lower && Self.no.contains(all[at - 1].core)
      if isOver, let hedge = Self.measuring[all[at].key] {
        guard isNegated else { return hedge }
        return hedge == .moreThan ? .atMost : .atLeast
      }
      guard Tagger(self, at).tag().isVerb || has(.hedges, at: at) && isPresent(at) else { continue }
      guard !isOver, let (length, hedge) = isNegated ? hedge(at: at - 1) : hedge(at: at) else { return nil }
      // "تجاوز التبادل بين البلدين 300 مليون": a preposition here, no verb.
      if hedge == .between { continue }
      return length == (isNegated ? 2 : 1) ? hedge : nil
    }
    return nil
  }

  /// "لم تكن السرعة تتجاوز 70": whether a negated "was" stands before a verb that bounds a number.
  func isDenied(_ verb: Int, from lower: Int) -> Bool {
    guard all[verb].script == .arabic, isPresent(verb) else { return false }
    return (max(lower, verb - 5)..<verb).contains { at in
      at > lower && Self.no.contains(all[at - 1].core) && Self.was.contains(all[at].key)
    }
  }

  private static let was = ["يكن", "تكن", "يكونوا", "يكون", "تكون"].map { Key.of($0.utf8) }

  /// Whether a word begins as a verb of the present or a reflexive does ("يناهز", "تخطى"), as "نحو" and "حوالي" do not.
  private func isPresent(_ index: Int) -> Bool {
    foldedText(index).starts(with: "ي".utf8) || foldedText(index).starts(with: "ت".utf8)
  }

  /// "على", "عن"
  private static let over = ["على", "عن"].map { Key.of($0.utf8) }
  private static let no = ["لا", "لم", "لن"].map { Key.of($0.utf8) }
  /// Verbs that bound what stands behind such a preposition.
  private static let measuring: [UInt64: Hedge] = Dictionary(
    uniqueKeysWithValues: ["يزيد", "تزيد", "زاد", "زادت", "يربو", "تربو"].map { (Key.of($0.utf8), Hedge.moreThan) }
      + ["يقل", "تقل", "قل", "قلت"].map { (Key.of($0.utf8), Hedge.fewerThan) })

  /// "edged up to 4.4%": where something has moved to, no bound.
  private func isRise(_ index: Int) -> Bool {
    index > 0 && all[index].script == .latin && all[index].core == Self.up && Self.moves.contains(all[index - 1].core)
  }

  private static let up = Key.of("up".utf8)
  private static let moves = Set(
    ["edged", "ticked", "inched", "crept", "moved", "went", "jumped", "shot", "climbed", "nudged", "picked", "pushed"]
      .map {
        Key.of($0.utf8)
      })

  /// A hedge behind the counted noun ("على الأقل", "or so").
  func hedge(behind index: Int) -> (length: Int, hedge: Hedge)? {
    guard all.indices.contains(index), all[index].kind == .word, let (length, row) = match(.hedges, at: index),
      row.bytes.count == 2
    else { return nil }
    return Hedge(rawValue: row.first).map { (length, $0) }
  }
}
