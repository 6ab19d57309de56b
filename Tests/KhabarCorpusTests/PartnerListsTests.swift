import Testing

@testable import KhabarCorpus

@Suite struct PartnerListsTests {
  /// Numbers that are the same in every run.
  private struct Dice {
    var state: UInt64
    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
  }

  /// An article of words that few, some and many others have; of a later one of an event most are those of an earlier one.
  private static func signature(_ dice: inout Dice, like other: Signature?) -> Signature {
    var signature = Signature()
    var terms = Set(other?.terms.filter { _ in dice.roll(4) > 0 } ?? [])
    var runs = Set(other?.sketch.filter { _ in dice.roll(6) > 0 } ?? [])
    while terms.count < 40 { terms.insert(UInt32(1 + dice.roll([30, 400, 4000][dice.roll(3)]))) }
    while runs.count < 40 { runs.insert(UInt32(1 + dice.roll(3000))) }
    (signature.terms, signature.sketch) = (terms.sorted(), runs.sorted())
    signature.day = dice.roll(5) == 0 ? nil : dice.roll(12)
    return signature
  }

  @Test(arguments: 0..<40) func `what has changed is enough to know all partners`(seed: Int) {
    var dice = Dice(state: UInt64(seed))
    var list: [Signature] = []
    for _ in 0..<60 + dice.roll(200) {
      list.append(Self.signature(&dice, like: list.isEmpty || dice.roll(3) > 0 ? nil : list[dice.roll(list.count)]))
    }
    var known = PartnerLists(list, window: 3)
    #expect(known.sameEvent.contains { !$0.isEmpty } && known.copies.contains { !$0.isEmpty })
    for _ in 0..<5 {
      var (next, change) = (list.map { Optional($0) }, ListChange(places: [], articles: []))
      var added: [Signature] = []
      var older: [(Signature, Int)] = []
      for _ in 0...dice.roll(6) {
        let place = dice.roll(next.count)
        guard let before = next[place], before == list[place] else { continue }
        switch dice.roll(4) {
        case 0: next[place] = nil
        case 1: added.append(Self.signature(&dice, like: before))
        default:
          var changed = Self.signature(&dice, like: before)
          if dice.roll(2) == 0 { (changed.day, changed.sketch) = (before.day, before.sketch) }
          next[place] = changed
          older.append((before, place))
        }
      }
      var now = 0
      for (place, signature) in next.enumerated() {
        change.places.append(signature == nil ? -1 : Int32(now))
        if signature == nil { change.articles.append(.init(older: list[place], now: nil)) }
        if let (before, _) = older.first(where: { $0.1 == place }) {
          change.articles.append(.init(older: before, now: now))
        }
        if signature != nil { now += 1 }
      }
      for place in added.indices { change.articles.append(.init(older: nil, now: now + place)) }
      list = next.compactMap { $0 } + added
      let all = PartnerLists(list, window: 3)
      known = PartnerLists(list, window: 3, since: known, change)
      #expect(known == all)
    }
  }
}
