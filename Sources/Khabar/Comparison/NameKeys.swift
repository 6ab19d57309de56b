/// The keys of the names of a report's persons and organisations, each made once.
struct NameKeys: Sendable {
  private var keys: [String: NameKey] = [:]

  init(_ report: Report) {
    for index in report.mentions.indices {
      switch report.mentions[index].kind {
      case .person, .organisation:
        if let name = report.mentions[index].name, keys[name] == nil { keys[name] = NameKey(name) }
      case .place, .time, .quantity: break
      }
    }
  }

  /// The key of a name, whether it is one of them or not.
  subscript(name: String) -> NameKey { keys[name] ?? NameKey(name) }
}
