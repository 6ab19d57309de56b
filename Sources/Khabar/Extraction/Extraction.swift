/// All mentions of a report, collected block by block and then numbered in reading order.
struct Extraction {
  let words: Words
  private(set) var times: [TimeMatch] = []
  private(set) var quantities: [QuantityMatch] = []
  private(set) var names: [NameMatch] = []
  private var ranges: [Range<Int>] = []
  /// The day of publication, from which times are told.
  private let today: Day?

  init(words: Words, published: String?) {
    self.words = words
    today = published.flatMap(EDTF.bounds)?.first
  }

  /// Reads the tokens of one block.
  mutating func read(_ range: Range<Int>) {
    let found = TimeExtractor.times(in: words, range, today: today)
    let counted = QuantityExtractor.quantities(in: words, range, outside: found)
    let named = NameExtractor.names(in: words, range)
    times.append(few: found)
    quantities.append(few: counted)
    names.append(few: named)
    ranges.append(range)
  }

  /// Connects the names of all blocks that were read.
  mutating func connectNames() { names = Coreference(names, in: words, ranges).names }

  /// The mentions with ids in reading order, and the times and quantities that refer to them.
  func listed() -> (mentions: [Mention], times: [TimeExpression], quantities: [Quantity]) {
    let places = places
    if places.isEmpty { return ([], [], []) }
    var ids = Array(0, times: places.count)
    let order = places.sorted(by: Place.isBefore)
    for (id, place) in order.enumerated() { ids[place.index] = id + 1 }
    @inline(__always)
    func mention(_ place: Place) -> Mention {
      let id = ids[place.index]
      guard place.index < names.count else { return Mention(id: id, kind: place.kind, span: place.span) }
      let (role, sameAs) = (names[place.index].role, names[place.index].sameAs)
      return Mention(
        id: id, kind: place.kind, span: place.span, name: names[place.index].name, role: role.map(words.nameText),
        roleSpan: role.map(words.nameSpan), sameAs: sameAs.map { ids[$0] })
    }
    let firstTime = names.count
    let firstQuantity = firstTime + times.count
    var mentions: [Mention] = []
    mentions.reserveCapacity(order.count)
    for place in order { mentions.append(mention(place)) }
    return (
      mentions,
      times.indices.map { index in
        let place = firstTime + index
        return TimeExpression(
          mention: ids[place], span: places[place].span, edtf: times[index].edtf, anchor: times[index].anchor)
      },
      quantities.indices.map { index in
        let (match, place) = (quantities[index], firstQuantity + index)
        return Quantity(
          mention: ids[place], span: places[place].span, value: match.value, low: match.low, high: match.high,
          unit: match.unit, isApproximate: match.isApproximate)
      }
    )
  }

  /// Where a name, a time or a quantity stands; they are counted in this order.
  private struct Place {
    var span: Span
    var kind: Mention.Kind
    var index: Int

    /// The reading order; what stands in one place comes by its kind.
    static func isBefore(_ x: Place, _ y: Place) -> Bool {
      if x.span.start != y.span.start { return x.span.start < y.span.start }
      if x.span.end != y.span.end { return x.span.end < y.span.end }
      return x.kind == y.kind ? x.index < y.index : x.kind.rawValue < y.kind.rawValue
    }
  }

  private var places: [Place] {
    var places: [Place] = []
    places.reserveCapacity(names.count + times.count + quantities.count)
    func add(_ span: Span, _ kind: Mention.Kind) { places.append(Place(span: span, kind: kind, index: places.count)) }
    for index in names.indices { add(words.nameSpan(names[index].range), names[index].kind) }
    for index in times.indices { add(words.coreSpan(times[index].range), .time) }
    for index in quantities.indices { add(words.coreSpan(quantities[index].range), .quantity) }
    return places
  }
}
