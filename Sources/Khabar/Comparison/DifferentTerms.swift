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
    let count = facts.reduce(0) { $0 + $1.all.count }
    var found: [Term] = []
    found.reserveCapacity(count)
    var numbers = KeyTable(capacity: count)
    for fact in facts {
      let terms = fact.all.span
      for index in terms.indices {
        let key = terms[index].key
        let number = numbers[key] ?? found.count
        if number == found.count {
          numbers[key] = number
          found.append(terms[index])
        }
        self.facts.append(Int32(number))
        weights.append(terms[index].weight)
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

extension Term {
  /// The same for terms that are alike to all others; stem and vector go with the form.
  fileprivate var key: UInt64 {
    let kind: UInt64 = (isNumber ? 1 : 0) | (weight > 20 ? 2 : 0)
    return Key.finish(((base &* 31 &+ anchor) &* 31 &+ place) &* 31 &+ kind)
  }
}
