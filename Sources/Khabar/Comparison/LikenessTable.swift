/// How alike the words of two articles are, as far as it matters which of their facts tell one thing: for each different
/// word of one article the likeness of the likest word in each fact of the other.
///
/// Facts of one article share most of their words; two different words are compared once.
struct LikenessTable {
  private let a: DifferentTerms
  private let b: DifferentTerms
  /// For each different term of A the best likeness in each fact of B.
  private var bestOfA: [Float]
  /// For each fact of A its best likeness to each different term of B.
  private var bestOfB: [Float]

  /// Compares the terms of two lists of facts.
  init(_ a: [Terms], _ b: [Terms]) {
    let (termsA, termsB) = (DifferentTerms(a), DifferentTerms(b))
    (self.a, self.b) = (termsA, termsB)
    bestOfA = Array(repeating: 0, count: termsA.all.count * termsB.facts.count)
    bestOfB = Array(repeating: 0, count: termsA.facts.count * termsB.all.count)
    let vectors = Vectors.Rows(termsB.all[..<termsB.compared].lazy.map(\.vector))
    let places = RowPlaces(termsB.comparedTerms, below: termsB.compared)
    let equals = EqualTerms(termsB.all)
    // How alike one term of A is to those of B whose vectors are compared.
    var row = Array(repeating: Float(0), count: termsB.compared)
    for (number, term) in termsA.all.enumerated() {
      let isCompared = number < termsA.compared
      if isCompared {
        Vectors.write(cosinesOf: Int(term.vector), with: vectors, to: &row)
        var likenesses = row.mutableSpan
        for other in likenesses.indices { likenesses[other] = Alignment.likeness(ofCosine: likenesses[other]) }
      }
      equals.forEach(of: term) { other, likeness in
        if isCompared, other < termsB.compared { row[other] = likeness } else { note(likeness, number, other) }
      }
      if isCompared { note(row, places, number) }
    }
  }

  /// Notes how alike two terms are for the facts that have them.
  private mutating func note(_ likeness: Float, _ number: Int, _ other: Int) {
    for fact in b.places[other] {
      let place = number * b.facts.count + Int(fact)
      bestOfA[place] = max(bestOfA[place], likeness)
    }
    for fact in a.places[number] {
      let place = Int(fact) * b.all.count + other
      bestOfB[place] = max(bestOfB[place], likeness)
    }
  }

  /// Notes how alike a term is to all whose vectors are compared.
  private mutating func note(_ row: [Float], _ places: RowPlaces, _ number: Int) {
    bestOfA.raise(from: number * b.facts.count, to: row, places)
    for fact in a.places[number] { bestOfB.raise(from: Int(fact) * b.all.count, to: row) }
  }

  /// How alike the likest term of a fact of B is to a term of a fact of A, 0...1.
  func likeness(ofA fact: Int, _ term: Int, in other: Int) -> Float {
    bestOfA[Int(a.facts[fact, term]) * b.facts.count + other]
  }

  /// How alike the likest term of a fact of A is to a term of a fact of B, 0...1.
  func likeness(ofB fact: Int, _ term: Int, in other: Int) -> Float {
    bestOfB[other * b.all.count + Int(b.facts[fact, term])]
  }

  /// For each fact of B the weight of a fact of A that it covers (`Alignment.strictlyCoveredOfA`).
  func write(coveredOfA fact: Int, _ covered: inout [Float]) {
    for other in covered.indices { covered[other] = 0 }
    var weights = covered.mutableSpan
    let best = bestOfA.span
    for (term, weight) in zip(a.facts[fact], a.weights[fact]) {
      let start = Int(term) * b.facts.count
      for other in 0..<b.facts.count {
        let likeness = best[start + other]
        weights[other] += weight * likeness * likeness
      }
    }
  }

  /// For each fact of B its weight that a fact of A covers.
  func write(coveredOfBBy fact: Int, _ covered: inout [Float]) {
    let (numbers, weights, starts) = (b.facts.values.span, b.weights.values.span, b.facts.starts.span)
    let best = bestOfB.span
    let start = fact * b.all.count
    var sums = covered.mutableSpan
    for other in sums.indices {
      var sum: Float = 0
      for place in starts[other]..<starts[other + 1] {
        let likeness = best[start + Int(numbers[place])]
        sum += weights[place] * likeness * likeness
      }
      sums[other] = sum
    }
  }
}
