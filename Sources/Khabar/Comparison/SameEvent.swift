extension Comparison.SameEvent {
  /// Weighs the evidence that two reports tell one event.
  init(_ evidence: EventEvidence) {
    score = evidence.score
    verdict = score >= 400 ? .same : score < 250 ? .different : .uncertain
    because = evidence.because
  }
}

/// What speaks for and against two reports telling one event.
///
/// Reports of two events of one kind (two earthquakes, two match days, two rounds of talks) are built alike and share most
/// of their common words. What tells them apart is what they name: so the words of the beginning are weighed by how rare
/// they are, names, places and figures most, and places, persons, days and numbers in a series that exclude each other
/// speak against one event, however much the texts are alike.
struct EventEvidence {
  /// Facts that are aligned, of how many.
  private let aligned: (count: Int, of: Int)
  /// How much of what the beginnings name the other report names too, 0...1.
  private let named: Float
  /// What both name, most telling first.
  private let names: [String]
  /// How many persons and places at the beginning they are.
  private let commonLeads: Int
  /// The places, or persons, at the beginning of each where they exclude each other.
  private let places: (a: String, b: String)?
  private let persons: (a: String, b: String)?
  /// The same of names of which nobody knows what they name.
  private let others: (a: String, b: String)?
  /// The number in a series ("the third round"), where the two have another.
  private let editions: (a: String, b: String)?
  /// Days between what both tell of, and between the days of publication.
  private let daysApart: Int?
  private let publishedApart: Int?
  /// Aligned facts that contradict each other.
  private let conflicts: Int
  /// Whether one of both tells several events, and the other's in one paragraph.
  private let isDigest: Bool

  init(_ a: EventSide, _ b: EventSide, matches: [Comparison.Match]) {
    let facts = min(a.originals.count, b.originals.count)
    // Facts that are a pair only since neither has a likelier one are no evidence.
    let likely = matches.indices.filter { matches[$0].score >= FactMatching.score(FactMatching.threshold) }
    aligned = (min(likely.count, facts), facts)
    conflicts = likely.count { matches[$0].relation == .conflicting }
    let sure = likely.filter { matches[$0].score >= FactMatching.score(0) }
    isDigest =
      a.isDigest && a.tellsAmongOthers(sure.flatMap { matches[$0].a.map(\.fact) })
      || b.isDigest && b.tellsAmongOthers(sure.flatMap { matches[$0].b.map(\.fact) })
    let isCrossLingual = a.script != b.script
    named = (a.share(in: b, isCrossLingual) + b.share(in: a, isCrossLingual)) / 2
    names = a.common(with: b)
    commonLeads = max(a.commonLeads(with: b), b.commonLeads(with: a))
    places = Self.clash(places: a.places, b.places)
    persons = Self.clash(a.persons, b.persons)
    // Names that nobody knows tell two events apart only where no known one ties them.
    others = isCrossLingual || commonLeads > 0 ? nil : Self.both(a.unknownName(besides: b), b.unknownName(besides: a))
    editions = Self.editions(a, b)
    daysApart = Self.apart(a.days, b.days)
    publishedApart = Self.apart(a.published.list, b.published.list)
  }

  /// 0 to 1000, from 400 on one event and below 250 two.
  var score: Int {
    let share = aligned.of > 0 ? Float(aligned.count) / Float(aligned.of) : 0
    var score = 600 * min(1, named * 1.25) + 300 * min(1, share * 1.6) + Float(70 * min(3, commonLeads))
    if places != nil { score -= 360 }
    // Other people about whom other figures are told are not one event told in two ways.
    if persons != nil { score -= conflicts > 3 ? 280 : 120 }
    if others != nil { score -= 250 }
    if editions != nil { score -= 250 }
    if let daysApart { score += daysApart == 0 ? 120 : daysApart <= 2 ? 0 : daysApart <= 6 ? -150 : -250 }
    if let publishedApart {
      score += publishedApart <= 1 ? 60 : publishedApart <= 2 ? 0 : publishedApart <= 14 ? -60 : -250
      if publishedApart > 45 { score -= 250 }
    }
    if aligned.count > 1, conflicts * 2 > aligned.count { score -= 80 }
    return max(0, min(isDigest ? Self.mostOfDigests : 1000, Int(score.rounded())))
  }

  /// A digest tells an event among others, so that it is no report of it.
  private static let mostOfDigests = 399

  /// The evidence in sentences, whose Arabic is in the catalogue of the interface.
  var because: [String] {
    var because: [String] = []
    if aligned.count > 0 { because.append("facts aligned: \(aligned.count) of \(aligned.of)") }
    if !names.isEmpty { because.append("both name \(names.joined(separator: ", "))") }
    if daysApart == 0 { because.append("both tell of one day") }
    if let places { because.append("the places differ: \(places.a) and \(places.b)") }
    if let others { because.append("the names differ: \(others.a) and \(others.b)") }
    if let persons { because.append("the persons differ: \(persons.a) and \(persons.b)") }
    if let editions { because.append("the numbers in the series differ: \(editions.a) and \(editions.b)") }
    if let daysApart, daysApart > 2 { because.append("days between what they tell of: \(daysApart)") }
    if isDigest { because.append("one of them tells several events") }
    if conflicts > 0 { because.append("aligned facts that contradict each other: \(conflicts)") }
    if let publishedApart {
      because.append(
        publishedApart == 0 ? "published on one day" : "days between their publication: \(publishedApart)")
    }
    return aligned.count == 0 && names.isEmpty ? ["no fact, name or place in common"] + because : because
  }

  private static func both(_ a: String?, _ b: String?) -> (a: String, b: String)? {
    a.flatMap { a in b.map { (a, $0) } }
  }

  /// The first of each, where neither begins with what the other tells of anywhere.
  private static func clash(_ a: EventSide.Names, _ b: EventSide.Names) -> (a: String, b: String)? {
    guard let x = a.lead.first, let y = b.lead.first, !a.lead.contains(where: { b.has($0) }),
      !b.lead.contains(where: { a.has($0) })
    else { return nil }
    return (x.text, y.text)
  }

  /// The same of places: cities are held against cities, and countries against what lies in them.
  private static func clash(places a: EventSide.Names, _ b: EventSide.Names) -> (a: String, b: String)? {
    let (citiesA, citiesB) = (a.lead.filter { $0.country != nil }, b.lead.filter { $0.country != nil })
    if !citiesA.isEmpty, !citiesB.isEmpty {
      return clash(.init(lead: citiesA, all: a.all), .init(lead: citiesB, all: b.all))
    }
    let (countriesA, countriesB) = (Set(a.all.map(\.countryCode)), Set(b.all.map(\.countryCode)))
    guard let x = a.lead.first, let y = b.lead.first, !a.lead.contains(where: { countriesB.contains($0.countryCode) }),
      !b.lead.contains(where: { countriesA.contains($0.countryCode) })
    else { return nil }
    return (x.text, y.text)
  }

  private static func editions(_ a: EventSide, _ b: EventSide) -> (a: String, b: String)? {
    for x in a.editions {
      guard let y = b.editions.first(where: { $0.noun == x.noun && $0.value != x.value }),
        !a.editions.contains(where: { $0.noun == y.noun && $0.value == y.value }),
        !b.editions.contains(where: { $0.noun == x.noun && $0.value == x.value })
      else { continue }
      return (x.text, y.text)
    }
    return nil
  }

  /// Days between the nearest of each.
  private static func apart(_ a: [ClosedRange<Day>], _ b: [ClosedRange<Day>]) -> Int? {
    a.flatMap { x in b.map { max(0, max(x.lowerBound - $0.upperBound, $0.lowerBound - x.upperBound)) } }.min()
  }
}
