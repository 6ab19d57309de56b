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
    // Four are noted at a time, the last ones as well.
    bestOfB = Array(repeating: 0, count: termsA.facts.count * termsB.all.count + 3)
    let vectors = termsB.all[..<termsB.compared].map(\.vector)
    let equals = EqualTerms(termsB.all)
    // How alike one term of A is to those of B whose vectors are compared, and zeros up to a multiple of four.
    var row = Array(repeating: Float(0), count: (vectors.count + 3) / 4 * 4)
    for (number, term) in termsA.all.enumerated() {
      let isCompared = number < termsA.compared
      if isCompared {
        Vectors.write(cosinesOf: Int(term.vector), with: vectors, to: &row)
        var likenesses = row.mutableSpan
        for at in stride(from: 0, to: likenesses.count, by: 4) {
          likenesses.setFour(Alignment.likeness(ofCosines: likenesses.span.four(at: at)), at: at)
        }
      }
      equals.forEach(of: term) { other, likeness in
        if isCompared, other < termsB.compared { row[other] = likeness } else { note(likeness, number, other) }
      }
      if isCompared { note(row, number) }
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

  /// Notes how alike a term is to all whose vectors are compared. No branch asks which is the best, since nobody could foresee
  /// it.
  private mutating func note(_ row: [Float], _ number: Int) {
    let likenesses = row.span
    let (comparedTerms, facts) = (b.comparedTerms, a.places[number])
    let (numbers, starts) = (comparedTerms.values.span, comparedTerms.starts.span)
    let (countOfFacts, countOfTerms) = (b.facts.count, b.all.count)
    var ofA = bestOfA.mutableSpan
    for fact in 0..<countOfFacts {
      var best = ofA[number * countOfFacts + fact]
      for place in starts[fact]..<starts[fact + 1] {
        let likeness = likenesses[Int(numbers[place])]
        best = likeness > best ? likeness : best
      }
      ofA[number * countOfFacts + fact] = best
    }
    var ofB = bestOfB.mutableSpan
    for fact in facts {
      let start = Int(fact) * countOfTerms
      for at in stride(from: 0, to: likenesses.count, by: 4) {
        let (likeness, best) = (likenesses.four(at: at), ofB.span.four(at: start + at))
        ofB.setFour(best.replacing(with: likeness, where: likeness .> best), at: start + at)
      }
    }
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

extension Swift.Span<Float> {
  /// Four neighbouring values.
  @inline(__always)
  fileprivate func four(at index: Int) -> SIMD4<Float> {
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index * 4, as: SIMD4<Float>.self)
  }
}

extension MutableSpan<Float> {
  /// Changes four neighbouring values.
  @inline(__always)
  fileprivate mutating func setFour(_ values: SIMD4<Float>, at index: Int) {
    var bytes = unsafe mutableBytes
    bytes.storeBytes(of: values, toByteOffset: index * 4, as: SIMD4<Float>.self)
  }
}
