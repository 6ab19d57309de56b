/// The cosines of the different words of two articles, each computed once: facts of one article share most of their words.
struct CosineTable {
  private var values: [Float] = []
  private var columns = 0

  /// The most pairs that are kept; beyond, each is computed anew.
  private static let limit = 1 << 20

  /// Makes a table for the words of two lists of facts and notes in each term where its words stand in it.
  init(_ a: inout [Terms], _ b: inout [Terms]) {
    let (rows, columns) = (Self.number(&a), Self.number(&b))
    guard rows > 0, columns > 0, rows <= Self.limit / columns else { return }
    self.columns = columns
    values = Array(repeating: .nan, count: rows * columns)
  }

  /// A table that keeps nothing.
  init() {}

  /// The cosine of two words that have vectors.
  mutating func cosine(_ x: Term, _ y: Term) -> Float {
    guard columns > 0 else { return Vectors.cosine(Int(x.vector), Int(y.vector)) }
    let place = Int(x.number) * columns + Int(y.number)
    if values[place].isNaN { values[place] = Vectors.cosine(Int(x.vector), Int(y.vector)) }
    return values[place]
  }

  /// Numbers the different vectors of a side; returns how many there are.
  private static func number(_ side: inout [Terms]) -> Int {
    var numbers: [Int32: Int32] = [:]
    for fact in side.indices {
      for term in side[fact].all.indices where side[fact].all[term].vector >= 0 {
        let next = Int32(numbers.count)
        side[fact].all[term].number = numbers[side[fact].all[term].vector, default: next]
        numbers[side[fact].all[term].vector] = side[fact].all[term].number
      }
    }
    return numbers.count
  }
}
