/// The different terms of some facts of one article, those whose vectors are compared before all others.
struct DifferentTerms {
  private(set) var all: [Term] = []
  /// How many of them are compared by their vectors.
  private(set) var compared = 0
  /// For each fact the numbers of its terms, and what they weigh there.
  private(set) var facts = Lists<Int32>()
  private(set) var weights = Lists<Float>()
  /// For each fact the numbers of those that are compared by their vectors.
  private(set) var comparedTerms = Lists<Int32>()
  /// For each term the facts that have it.
  private(set) var places = Lists<Int32>()

  init(_ facts: [Terms]) {
    var found: [Term] = []
    var numbers = KeyTable(capacity: facts.reduce(0) { $0 + $1.all.count })
    for fact in facts {
      for term in fact.all {
        let key = term.key
        let number = numbers[key] ?? found.count
        if number == found.count {
          numbers[key] = number
          found.append(term)
        }
        self.facts.append(Int32(number))
        weights.append(term.weight)
      }
      self.facts.close()
      weights.close()
    }
    let order =
      found.indices.filter { found[$0].hasComparedVector } + found.indices.filter { !found[$0].hasComparedVector }
    var places = Array(repeating: Int32(0), count: found.count)
    for (place, number) in order.enumerated() { places[number] = Int32(place) }
    self.facts.map { places[Int($0)] }
    all = order.map { found[$0] }
    compared = all.count(where: \.hasComparedVector)
    for fact in 0..<self.facts.count {
      for number in self.facts[fact] where number < compared { comparedTerms.append(number) }
      comparedTerms.close()
    }
    self.places = self.facts.inverted(count: all.count)
  }
}

/// Lists of values, one behind the other in one array.
struct Lists<Value> {
  private(set) var values: [Value] = []
  /// Where each list begins, and behind them where the last one ends.
  private(set) var starts: [Int] = [0]

  /// How many lists there are.
  var count: Int { starts.count - 1 }

  @inline(__always)
  subscript(list: Int) -> ArraySlice<Value> { values[starts[list]..<starts[list + 1]] }

  /// A value of a list.
  @inline(__always)
  subscript(list: Int, place: Int) -> Value { values[starts[list] + place] }

  /// Appends to the list that is not closed.
  mutating func append(_ value: Value) { values.append(value) }

  /// Ends a list.
  mutating func close() { starts.append(values.count) }

  mutating func map(_ change: (Value) -> Value) {
    for index in values.indices { values[index] = change(values[index]) }
  }
}

extension Lists<Int32> {
  /// For each of so many numbers the lists that have it.
  func inverted(count: Int) -> Lists<Int32> {
    var result = Lists()
    result.starts = Array(repeating: 0, count: count + 1)
    for value in values { result.starts[Int(value) + 1] += 1 }
    for number in 0..<count { result.starts[number + 1] += result.starts[number] }
    var next = result.starts
    result.values = Array(repeating: 0, count: values.count)
    for list in 0..<self.count {
      for value in self[list] {
        result.values[next[Int(value)]] = Int32(list)
        next[Int(value)] += 1
      }
    }
    return result
  }
}

/// Terms that are found by what makes others equal to them: the form, the stem, what they stand for, that they are places.
struct EqualTerms {
  private let terms: [Term]
  private var bases: Chains
  private var stems: Chains
  private var anchors: Chains
  private var places: [Int] = []

  init(_ terms: [Term]) {
    self.terms = terms
    (bases, stems, anchors) = (Chains(terms.count), Chains(terms.count), Chains(terms.count))
    for (number, term) in terms.enumerated() {
      bases.add(term.base, number)
      if !term.isNumber { stems.add(term.stem, number) }
      if term.anchor != 0 { anchors.add(term.anchor, number) }
      if term.place != 0 { places.append(number) }
    }
  }

  /// Calls a body with each term whose likeness to another is no matter of vectors (`Alignment.similarity`); of two calls
  /// with one term the later counts.
  @inline(__always)
  func forEach(of term: Term, _ body: (Int, Float) -> Void) {
    if term.place != 0 {
      for other in places { body(other, Alignment.likeness(ofPlaces: term, terms[other])) }
    }
    if !term.isNumber { stems.forEach(term.stem) { body($0, 0.97) } }
    if term.anchor != 0 { anchors.forEach(term.anchor) { body($0, 1) } }
    bases.forEach(term.base) { body($0, 1) }
  }

  /// Numbers by keys that several may have.
  private struct Chains {
    private var first: KeyTable
    private var next: [Int32]

    init(_ count: Int) {
      first = KeyTable(capacity: count)
      next = Array(repeating: -1, count: count)
    }

    mutating func add(_ key: UInt64, _ number: Int) {
      if let known = first[key] { next[number] = Int32(known) }
      first[key] = number
    }

    @inline(__always)
    func forEach(_ key: UInt64, _ body: (Int) -> Void) {
      guard var number = first[key] else { return }
      while true {
        body(number)
        guard next[number] >= 0 else { return }
        number = Int(next[number])
      }
    }
  }
}

extension Term {
  /// The same for terms that are alike to all others; stem and vector go with the form.
  fileprivate var key: UInt64 {
    let kind: UInt64 = (isNumber ? 1 : 0) | (weight > 20 ? 2 : 0)
    return Key.join(Key.join(Key.join(base, anchor), place), kind)
  }
}
