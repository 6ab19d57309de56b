/// Persons whom one side names and the other only describes.
extension NameRules {
  /// A person of A whom B, in another language, has by what he or she is alone: "وزير الري عصام الدين حامد", "the irrigation
  /// minister".
  static func translated(_ pair: Pair) -> Difference? {
    for x in pair.a.persons {
      if let role = x.mention.roleSpan {
        let bare = pair.b.people.first { y in
          y.name == nil && max(pair.coverage(role, y.span).a, pair.coverage(role, y.span).b) >= 0.5
        }
        if let bare {
          return fuller.difference(pair.a.detail(x.whole, value: x.mention.name), pair.b.detail(bare.span))
        }
      }
      guard let span = described(pair, x) else { continue }
      return fuller.difference(pair.a.detail(x.whole, value: x.mention.name), pair.b.detail(span))
    }
    return nil
  }

  /// Where B, which names nobody, has a word for what a person of A is: "the envoy", "a militant group", "باحث مغربي".
  static func described(_ pair: Pair, _ person: Person) -> Span? {
    guard pair.b.persons.isEmpty else { return nil }
    let (words, others) = (pair.a.report.words, pair.b.report.words)
    let name = words.range(person.mention.span)
    let role = person.mention.roleSpan.map { words.range($0) }
    // The name of a speaker may stand before the sentence of what is said.
    let before = role ?? max(0, name.lowerBound - 2)..<name.lowerBound
    let heads = before.filter { words[$0].kind == .word && !words.has(.function, at: $0) }
    let head = role == nil ? heads.first { words.unitKind(at: $0)?.isPerson ?? false } : heads.first
    let start = min(name.lowerBound, role?.lowerBound ?? name.lowerBound)
    let likeness: Float = pair.alignment.isBetweenLanguages ? 0.55 : 0.85
    let found = ([head, apposed(pair.a, before: start)] + apposed(pair.a, behind: name)).lazy.compactMap { head in
      head.flatMap { pair.partners(of: $0..<$0 + 1, likeness: likeness) }
    }.first
    if let partner = found { return others.coreSpan(withComplement(partner, pair.b)) }
    // "a man", "امرأة"
    let somebody = pair.b.hull.filter { others.unitKind(at: $0)?.isPerson ?? false }
    guard somebody.count == 1, pair.a.persons.count == 1, someone.contains(others[somebody[0]].core) else { return nil }
    return others.coreSpan(somebody[0]..<somebody[0] + 1)
  }

  /// A noun with the word behind it, if that can belong to it.
  static func withComplement(_ noun: Range<Int>, _ side: Side) -> Range<Int> {
    let (words, next) = (side.report.words, noun.upperBound)
    let belongs = next < side.hull.upperBound && words[next].kind == .word && !words.has(.function, at: next)
    return belongs ? noun.lowerBound..<next + 1 : noun
  }

  /// The noun for a person that stands before a name and a comma: "The pilot, Captain Daniel Kiptoo", "سائق الشاحنة، رضا الماجري".
  private static func apposed(_ side: Side, before name: Int) -> Int? {
    let words = side.report.words
    guard name > side.hull.lowerBound, [0x2C, 0x60C].contains(words[name - 1].mark) else { return nil }
    return (max(side.hull.lowerBound, name - 4)..<name - 1).last { words.unitKind(at: $0)?.isPerson ?? false }
  }

  /// The nouns for what somebody is right behind a name and a comma: "عبد الحق أزروال، الباحث المغربي", "Solveig Brekke,
  /// conductor of the orchestra".
  private static func apposed(_ side: Side, behind name: Range<Int>) -> [Int?] {
    let words = side.report.words
    let comma = name.upperBound
    guard comma + 1 < words.count, [0x2C, 0x60C].contains(words[comma].mark) else { return [] }
    let run = (comma + 1..<min(words.count, comma + 5)).prefix { words[$0].kind == .word }
    return run.filter { !words.has(.function, at: $0) && !words.has(.reporting, at: $0) && !words.isDemonym(at: $0) }
  }

  /// Words for anybody who is not named.
  private static let someone = Set(
    [
      "رجل", "رجلا", "امراه", "سيده", "شاب", "شابا", "شابه", "شخص", "شخصا", "فتاه", "فتى", "man", "woman", "person",
      "somebody", "someone", "boy", "girl", "teenager",
    ].map { Key.of($0.utf8) })
}
