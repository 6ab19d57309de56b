/// The different terms of some facts of one article, those whose vectors are compared before all others.
struct DifferentTerms {
  let all: [Term]
  /// How many of them are compared by their vectors.
  let compared: Int
  /// For each fact the numbers of its terms, and one behind the other what they weigh there.
  let facts: Lists<Int32>
  let weights: [Float]
  /// For each fact the numbers of those that are compared by their vectors.
  let comparedTerms: Lists<Int32>
  /// For each term the facts that have it.
  let places: Lists<Int32>

  init(_ facts: [Terms]) {
    let count = facts.reduce(0) { $0 + $1.all.count }
    var (all, others): ([Term], [Term]) = ([], [])
    all.reserveCapacity(count)
    others.reserveCapacity(count / 4)
    var (lists, comparedTerms) = (Lists<Int32>(capacity: count), Lists<Int32>(capacity: count))
    var numbers = KeyTable(capacity: count)
    for fact in facts {
      let terms = fact.all.span
      for index in terms.indices {
        // Of those that are not compared the numbers go on behind the others, of which none knows yet how many there are.
        let isCompared = terms[index].hasComparedVector
        let new = isCompared ? all.count : count + others.count
        let number = numbers.index(of: terms[index].key, orNew: new)
        if number == new {
          if isCompared { all.append(terms[index]) } else { others.append(terms[index]) }
        }
        if isCompared { comparedTerms.append(Int32(truncatingIfNeeded: number)) }
        lists.append(Int32(truncatingIfNeeded: number))
      }
      lists.close()
      comparedTerms.close()
    }
    compared = all.count
    let gap = Int32(count - all.count)
    lists.map { $0 < Int32(count) ? $0 : $0 - gap }
    all += others
    places = lists.inverted(count: all.count)
    (self.all, self.facts, self.comparedTerms) = (all, lists, comparedTerms)
    var weights: [Float] = []
    weights.reserveCapacity(count)
    for fact in facts { for index in fact.all.indices { weights.append(fact.all[index].weight) } }
    self.weights = weights
  }

  /// The rows of the vectors of those that are compared.
  var comparedRows: Vectors.Rows { Vectors.Rows(all[..<compared].lazy.map(\.vector)) }
}

extension Term {
  /// The same for terms that are alike to all others; stem and vector go with the form.
  fileprivate var key: UInt64 {
    let kind: UInt64 = (isNumber ? 1 : 0) | (weight > 20 ? 2 : 0)
    return Key.finish(((base &* 31 &+ anchor) &* 31 &+ place) &* 31 &+ kind)
  }
}
