/// The keys of the names of a report's persons and organisations, each made once.
struct NameKeys: Sendable {
  /// Places in the list by the keys of the names as they are written: hashing an Arabic string costs as much as taking it apart.
  private var places = KeyTable()
  private var keys: [NameKey] = []

  init(_ report: Report, _ known: KnownTerms) {
    for index in report.mentions.indices {
      switch report.mentions[index].kind {
      case .person, .organisation:
        if let name = report.mentions[index].name { add(name, known) }
      case .place, .time, .quantity: break
      }
    }
  }

  /// The key of a name, whether it is one of them or not.
  subscript(name: String) -> NameKey { places[Key.of(name.utf8)].map { keys[$0] } ?? NameKey(name) }

  private mutating func add(_ name: String, _ known: KnownTerms) {
    let place = Key.of(name.utf8)
    guard places[place] == nil else { return }
    places[place] = keys.count
    keys.append(known.name(name, place))
  }
}
