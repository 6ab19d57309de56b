extension Comparison.SameEvent {
  /// Weighs the evidence that two reports tell one event: aligned facts, shared rare names, places and dates.
  init(_ a: Report, _ b: Report, matches: [Comparison.Match]) {
    let facts = min(a.originals.count, b.originals.count)
    let share = facts > 0 ? Float(min(matches.count, facts)) / Float(facts) : 0
    let people = Self.shared(a, b, .person)
    let peopleOfB = Self.shared(b, a, .person)
    let places = Self.shared(a, b, .place)
    var because: [String] = []
    if !matches.isEmpty { because.append("\(matches.count) of \(facts) facts are aligned") }
    if !people.isEmpty { because.append("both name \(people.prefix(3).joined(separator: ", "))") }
    if !places.isEmpty { because.append("both name \(places.prefix(3).joined(separator: ", "))") }
    let days = Self.daysApart(a, b)
    if let days { because.append(days == 0 ? "published on one day" : "published \(days) days apart") }
    if because.isEmpty { because.append("no fact, name or place in common") }

    let evidence =
      min(1, share * 1.6) * 0.6 + min(1, Float(min(people.count, peopleOfB.count)) / 2) * 0.2
      + min(1, Float(places.count) / 3) * 0.2
    let distance: Float = days.map { $0 > 14 ? 0.5 : 1 } ?? 1
    score = Int((evidence * distance * 1000).rounded())
    verdict = score >= 400 ? .same : score < 200 ? .different : .uncertain
    self.because = because
  }

  private static func shared(_ a: Report, _ b: Report, _ kind: Mention.Kind) -> [String] {
    var seen: Set<String> = []
    let names = Set(b.mentions.filter { $0.kind == kind }.compactMap(\.name))
    let keys = kind == .place ? [] : names.sorted().map { NameKey($0) }
    return a.mentions.filter { $0.kind == kind }.compactMap { mention in
      guard let name = mention.name, seen.insert(name).inserted else { return nil }
      if kind == .place { return names.contains(name) ? a.placeName(mention) : nil }
      let key = NameKey(name)
      return keys.contains { $0.matches(key) } ? name : nil
    }
  }

  private static func daysApart(_ a: Report, _ b: Report) -> Int? {
    guard let x = a.published.flatMap(EDTF.bounds), let y = b.published.flatMap(EDTF.bounds) else { return nil }
    return max(0, max(x.first - y.last, y.first - x.last))
  }
}

extension Report {
  /// The words for a place, rather its name than the adjective of its nation.
  fileprivate func placeName(_ mention: Mention) -> String {
    let named = mentions.first { other in
      other.kind == .place && other.name == mention.name
        && words.match(.places, at: words.range(other.span).lowerBound)?.value.fields.dropFirst().first != "demonym"
    }
    return text((named ?? mention).span)
  }
}
