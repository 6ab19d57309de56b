/// How alike the words of two articles are, as far as it matters which of their facts tell one thing: for each different
/// word of one article the likeness of the likest word in each fact of the other.
///
/// Facts of one article share most of their words; two different words are compared once.
struct LikenessTable {
  private let a: DifferentTerms
  private let b: DifferentTerms
  /// For each different term of A the best likeness in each fact of B.
  private let bestOfA: Grid
  /// For each different term of B the best likeness in each fact of A.
  private let bestOfB: Grid
  /// For each fact of A its weight that each fact of B covers (`Alignment.strictlyCoveredOfA`).
  let coveredOfA: Grid
  /// For each fact of B its weight that each fact of A covers.
  let coveredOfB: Grid

  /// As many terms of A are compared before it is asked which words are the likest.
  private static let block = 64

  /// Compares the terms of two lists of facts.
  init(_ a: [Terms], _ b: [Terms]) {
    let (a, b) = (DifferentTerms(a), DifferentTerms(b))
    (self.a, self.b) = (a, b)
    let equals = EqualTerms(b.all)
    // For each fact the best likeness to each different term of the other article.
    var bestInB = Grid(rows: b.facts.count, columns: a.all.count)
    var bestInA = Grid(rows: a.facts.count, columns: b.all.count)
    func note(_ likeness: Float, _ number: Int, _ other: Int) {
      for at in b.places.range(other) { bestInB.raise(Int(b.places.values[at]), number, to: likeness) }
      for at in a.places.range(number) { bestInA.raise(Int(a.places.values[at]), other, to: likeness) }
    }
    let (rows, others) = (a.comparedRows, b.comparedRows)
    let comparedOfB = Grid.Places(b.comparedTerms, below: b.compared)
    var likenesses = Grid(roomForRows: min(Self.block, a.compared), columns: b.compared)
    var columns = Grid(roomForRows: b.compared, columns: likenesses.rows)
    for start in stride(from: 0, to: a.compared, by: Self.block) {
      let block = start..<min(start + Self.block, a.compared)
      Vectors.write(
        likenessesOf: rows, in: block, with: others, times: Alignment.nearness, to: &likenesses.values)
      for number in block {
        equals.forEach(of: a.all[number]) { other, likeness in
          if other < b.compared {
            likenesses[number - start, other] = likeness
          } else {
            note(likeness, number, other)
          }
        }
        for at in a.places.range(number) {
          bestInA.raise(Int(a.places.values[at]), to: number - start, of: likenesses)
        }
      }
      columns.write(transposed: likenesses, rows: block.count)
      bestInB.raise(block, to: columns, comparedOfB)
    }
    for number in a.compared..<a.all.count { equals.forEach(of: a.all[number]) { note($1, number, $0) } }
    (bestOfA, bestOfB) = (bestInB.transposed, bestInA.transposed)
    coveredOfA = bestOfA.sumsOfSquares(Grid.Places(a.facts, below: a.all.count), a.weights)
    coveredOfB = bestOfB.sumsOfSquares(Grid.Places(b.facts, below: b.all.count), b.weights)
  }

  /// How alike the likest term of a fact of B is to a term of a fact of A, 0...1.
  func likeness(ofA fact: Int, _ term: Int, in other: Int) -> Float { bestOfA[Int(a.facts[fact, term]), other] }

  /// How alike the likest term of a fact of A is to a term of a fact of B, 0...1.
  func likeness(ofB fact: Int, _ term: Int, in other: Int) -> Float { bestOfB[Int(b.facts[fact, term]), other] }
}
