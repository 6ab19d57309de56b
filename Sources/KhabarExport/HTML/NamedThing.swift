import Khabar

/// A person, organisation or place of a report with all that is said of it, so that a long article has short tables.
struct NamedThing {
  /// Person, organisation or place.
  let kind: Mention.Kind
  /// The resolved name or the code of a place.
  let name: String?
  /// The words that name it, each once.
  private(set) var forms: [String] = []
  /// What it is called besides, each once.
  private(set) var roles: [String] = []
  /// The facts that it stands in.
  private(set) var facts: [Int] = []

  private var knownForms: Set<String> = []
  private var knownRoles: Set<String> = []

  private init(kind: Mention.Kind, name: String?) {
    self.kind = kind
    self.name = name
  }

  private struct Key: Hashable {
    let kind: Mention.Kind
    let name: String
  }

  /// All names of a report, in the order of their first mention.
  static func all(of report: Report) -> [NamedThing] {
    var facts: [Int: [Int]] = [:]
    for fact in report.facts { for mention in fact.mentions { facts[mention, default: []].append(fact.id) } }
    var things: [NamedThing] = []
    var places: [Key: Int] = [:]
    for mention in report.mentions where mention.kind != .time && mention.kind != .quantity {
      let form = report.text(mention.span)
      let key = Key(kind: mention.kind, name: mention.name ?? form)
      let index = places[key] ?? things.count
      if index == things.count {
        places[key] = index
        things.append(NamedThing(kind: mention.kind, name: mention.name))
      }
      things[index].add(form, mention.role, facts[mention.id] ?? [])
    }
    return things
  }

  private mutating func add(_ form: String, _ role: String?, _ facts: [Int]) {
    if knownForms.insert(form).inserted { forms.append(form) }
    if let role, knownRoles.insert(role).inserted { roles.append(role) }
    self.facts += facts.filter { $0 != self.facts.last }
  }
}
