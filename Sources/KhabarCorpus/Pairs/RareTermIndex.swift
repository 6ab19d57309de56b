/// For each article the others that share rare terms with it, found without comparing all with all.
///
/// An article stands in the lists of its rarest terms only, so that the lists stay short however common its other words
/// are. Articles are numbered in their order of publication here, and of the longer lists only those around the article
/// that asks are looked at: they are the nearest in time.
struct RareTermIndex {
  /// Terms of an article that it is found by.
  static let keysPerArticle = 24
  /// Entries of lists that are looked at for one article before lists are cut.
  private static let budget = 6000
  /// Entries of a list that is cut on either side of the article that asks.
  private static let reach = 64
  /// Candidates of one article that are weighed exactly.
  static let mostCandidates = 24
  /// Terms that a candidate must share: of the same days, and else, where only copies count.
  private static let fewestShared: (near: UInt32, far: UInt32) = (2, 3)
  /// What a list of one article would count; 24 lists of two articles do not overflow a sum.
  private static let unit: UInt32 = 1 << 24
  /// Low bits of a sum that count the terms.
  private static let countBits: UInt32 = 5

  /// The keys of all articles, one after the other; where an article has fewer, -1.
  private var keys: [Int32] = []
  /// For each key of an article its place in the list of that key.
  private var placesInLists: [Int32] = []
  private var lists: [Int32] = []
  private var starts: [Int32] = []
  private var sums: [UInt32] = []
  /// Whose sums are not 0, `touchedCount` of them; one place more than articles, so that it can be written ahead.
  private var touched: [Int32]
  private var touchedCount = 0
  /// The days of the articles in their order.
  private let days: [Int32]
  private let window: Int32

  /// Chooses the keys of the articles, in the order given, and lists the articles of each.
  init(_ store: SketchStore, _ weights: TermWeights, order: [Int32], window: Int) {
    self.window = Int32(clamping: window)
    days = order.map { store.days[Int($0)] }
    touched = Array(repeating: 0, count: order.count + 1)
    keys.reserveCapacity(order.count * Self.keysPerArticle)
    // The sound of a name adds nothing to the name while all write it in one script.
    let isKey = zip(store.table.terms, store.articlesOfTerm).map { term, articles in
      articles > 1 && (!term.isSound || term.isOfManyScripts)
    }
    var lengths = [Int32](repeating: 0, count: weights.energy.count)
    for article in order {
      let chosen = Self.rarest(store.terms(Int(article)), isKey, weights)
      for key in chosen {
        placesInLists.append(lengths[Int(key)])
        lengths[Int(key)] += 1
      }
      keys += chosen
      let missing = Self.keysPerArticle - chosen.count
      keys += repeatElement(-1, count: missing)
      placesInLists += repeatElement(0, count: missing)
    }
    var total: Int32 = 0
    starts = lengths.map { length in
      defer { total += length }
      return total
    }
    starts.append(total)
    shortestFirst(lengths)
    fill(Int(total))
    sums = Array(repeating: 0, count: order.count)
  }

  private mutating func shortestFirst(_ lengths: [Int32]) {
    for first in stride(from: 0, to: keys.count, by: Self.keysPerArticle) {
      let own = first..<first + Self.keysPerArticle
      var ranked = own.filter { keys[$0] >= 0 }.map { (lengths[Int(keys[$0])], keys[$0], placesInLists[$0]) }
      ranked.sort { ($0.0, $0.1) < ($1.0, $1.1) }
      for (place, key) in zip(own, ranked) { (keys[place], placesInLists[place]) = (key.1, key.2) }
    }
  }

  private mutating func fill(_ count: Int) {
    lists = Array(repeating: 0, count: count)
    for place in keys.indices where keys[place] >= 0 {
      lists[Int(starts[Int(keys[place])] + placesInLists[place])] = Int32(place / Self.keysPerArticle)
    }
  }

  /// The places in the order of the articles that share rare terms with one, those that share most first.
  mutating func candidates(of place: Int) -> [Int32] {
    touchedCount = 0
    let own = place * Self.keysPerArticle
    // Keys stand with the shortest list first.
    var left = Self.budget
    for index in own..<own + Self.keysPerArticle where keys[index] >= 0 { visit(index, &left) }
    defer { for other in touched[..<touchedCount] { sums[Int(other)] = 0 } }
    sums[place] = 0
    return best(days[place])
  }

  private mutating func visit(_ index: Int, _ left: inout Int) {
    let key = Int(keys[index])
    var (start, end) = (Int(starts[key]), Int(starts[key + 1]))
    // By one through the square of its length, so that few words of some articles count more than many words of hundreds:
    // these would bring all articles of a subject before the one of the same event.
    let length = UInt32(clamping: min(end - start, 4096))
    let share = (Self.unit / (length * length)) << Self.countBits | 1
    if end - start > left {
      let own = start + Int(placesInLists[index])
      (start, end) = (max(start, own - Self.reach), min(end, own + Self.reach + 1))
    }
    left -= end - start
    let (lists, count) = (lists, touchedCount)
    touchedCount = Self.add(share, to: lists[start..<end].span, &sums, &touched, from: count)
  }

  /// Adds to the sums of some articles, and notes whose sum was 0; answers how many are noted.
  private static func add(
    _ share: UInt32, to others: Span<Int32>, _ sums: inout [UInt32], _ touched: inout [Int32], from first: Int
  ) -> Int {
    // This loop is a fifth of all time: no branch, no growing array.
    var count = first
    var sums = sums.mutableSpan
    var touched = touched.mutableSpan
    for at in others.indices {
      let other = Int(others[at])
      touched[count] = others[at]
      count += sums[other] == 0 ? 1 : 0
      sums[other] &+= share
    }
    return count
  }

  private func best(_ day: Int32) -> [Int32] {
    let mask: UInt32 = (1 << Self.countBits) - 1
    var found: [Int32] = []
    for other in touched[..<touchedCount] {
      let shared = sums[Int(other)] & mask
      guard shared >= Self.fewestShared.near else { continue }
      let isNear = day != SketchStore.undated && abs(days[Int(other)] &- day) <= window
      if isNear || shared >= Self.fewestShared.far { found.append(other) }
    }
    guard found.count > Self.mostCandidates else { return found }
    // Copies share most words, other reports of an event its rarest ones.
    let most = leading(found) { sums[Int($0)] & mask }
    return most + leading(found) { sums[Int($0)] }.filter { !most.contains($0) }
  }

  /// Half of the candidates, those that have most of something.
  private func leading(_ found: [Int32], _ amount: (Int32) -> UInt32) -> [Int32] {
    // The amount and the place in one number, so that of equal ones the earlier is first; sorting all would cost more.
    var best: [UInt64] = []
    for place in found {
      let ranked = UInt64(amount(place)) << 32 | UInt64(UInt32.max - UInt32(place))
      if best.count == Self.mostCandidates / 2 {
        guard ranked > best[best.count - 1] else { continue }
        best.removeLast()
      }
      best.insert(ranked, at: best.firstIndex { $0 < ranked } ?? best.count)
    }
    return best.map { Int32(UInt32.max - UInt32(truncatingIfNeeded: $0)) }
  }

  /// The rarest terms by which others can be found.
  private static func rarest(_ terms: ArraySlice<Int32>, _ isKey: [Bool], _ weights: TermWeights) -> [Int32] {
    let shared = terms.filter { isKey[Int($0)] }
    guard shared.count > keysPerArticle else { return shared }
    // Sorting what lies above a threshold is enough, and sorting all would cost more than everything else here.
    var counts = [Int](repeating: 0, count: 128)
    for term in shared { counts[bucket(weights.rarity[Int(term)])] += 1 }
    var (limit, above) = (counts.count, 0)
    while above < keysPerArticle {
      limit -= 1
      above += counts[limit]
    }
    var rarest = shared.filter { bucket(weights.rarity[Int($0)]) >= limit }
    rarest.sort { (weights.rarity[Int($0)], $1) > (weights.rarity[Int($1)], $0) }
    return Array(rarest[..<keysPerArticle])
  }

  private static func bucket(_ rarity: Int32) -> Int { min(127, max(0, Int(rarity) >> 7)) }
}
