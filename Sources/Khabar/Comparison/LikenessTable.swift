/// How alike the different terms of two articles are, each pair found out once: facts of one article share most of their
/// words.
struct LikenessTable {
  /// The different terms of an article.
  private struct Side {
    var terms: [Term] = []
    /// The numbers of their vectors, `blocks` times 64 in eights for each.
    var vectors: [SIMD8<Int16>] = []

    mutating func add(_ term: Term) {
      terms.append(term)
      for block in 0..<LikenessTable.blocks * 8 {
        vectors.append(term.vector >= 0 ? Vectors.eight(Int(term.vector), block) : SIMD8<Int16>())
      }
    }
  }

  private let rows: Side
  private let columns: Side
  /// A row for each term of one side; NaN where nothing has been asked yet. Of very long articles nothing is kept.
  private var values: [Float]

  /// The most pairs that are kept.
  private static let limit = 1 << 20
  /// How many times 64 numbers a vector has.
  private static var blocks: Int { Vectors.dimensions / 64 }

  /// Makes a table for the terms of two lists of facts and notes in each term where it stands in it.
  init(_ a: inout [Terms], _ b: inout [Terms]) {
    (rows, columns) = (Self.number(&a), Self.number(&b))
    let isKept = !columns.terms.isEmpty && rows.terms.count <= Self.limit / columns.terms.count
    values = Array(repeating: .nan, count: isKept ? rows.terms.count * columns.terms.count : 0)
  }

  /// How alike two terms are, 0...1, by their numbers.
  @inline(__always)
  mutating func likeness(_ row: Int32, _ column: Int32) -> Float {
    let place = Int(row) &* columns.terms.count &+ Int(column)
    guard place < values.count else { return find(Int(row), Int(column)) }
    let known = values[place]
    if !known.isNaN { return known }
    values[place] = find(Int(row), Int(column))
    return values[place]
  }

  @inline(never)
  private func find(_ row: Int, _ column: Int) -> Float {
    Alignment.similarity(rows.terms[row], columns.terms[column]) {
      let (x, y, blocks) = (rows.vectors.span, columns.vectors.span, Self.blocks)
      var product: Int32 = 0
      for block in 0..<blocks { product &+= Self.product(x, row &* blocks &+ block, y, column &* blocks &+ block) }
      return Vectors.cosine(ofProduct: product)
    }
  }

  /// The product of 64 numbers of each side, a fixed number so that the loop is unrolled.
  @inline(__always)
  private static func product(
    _ x: Swift.Span<SIMD8<Int16>>, _ row: Int, _ y: Swift.Span<SIMD8<Int16>>, _ column: Int
  ) -> Int32 {
    let (a, b) = (x.extracting(row &* 8..<row &* 8 &+ 8), y.extracting(column &* 8..<column &* 8 &+ 8))
    var sum = SIMD4<Int32>()
    for eight in 0..<8 {
      let product = SIMD8<Int32>(truncatingIfNeeded: a[eight]) &* SIMD8<Int32>(truncatingIfNeeded: b[eight])
      // Products of neighbours are added first: one instruction multiplies and adds so.
      sum &+= product.evenHalf &+ product.oddHalf
    }
    return sum.wrappedSum()
  }

  /// Numbers the different terms of a side.
  private static func number(_ facts: inout [Terms]) -> Side {
    var side = Side()
    var numbers = KeyTable()
    for fact in facts.indices {
      for term in facts[fact].all.indices {
        let key = facts[fact].all[term].key
        let number = numbers[key] ?? side.terms.count
        if number == side.terms.count {
          numbers[key] = number
          side.add(facts[fact].all[term])
        }
        facts[fact].all[term].number = Int32(number)
      }
    }
    return side
  }
}

extension Term {
  /// The same for terms that are alike to all others; stem and vector go with the form.
  fileprivate var key: UInt64 {
    let kind: UInt64 = (isNumber ? 1 : 0) | (weight > 20 ? 2 : 0)
    return Key.join(Key.join(Key.join(base, anchor), place), kind)
  }
}
