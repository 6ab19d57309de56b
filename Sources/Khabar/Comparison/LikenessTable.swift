/// How alike the different terms of two articles are, each pair found out once: facts of one article share most of their
/// words.
struct LikenessTable {
  /// The different terms of either article.
  private let rows: [Term]
  private let columns: [Term]
  /// A row for each term of one side; NaN where nothing has been asked yet. Of very long articles nothing is kept.
  private var values: [Float]

  /// The most pairs that are kept.
  private static let limit = 1 << 20

  /// Makes a table for the terms of two lists of facts and notes in each term where it stands in it.
  init(_ a: inout [Terms], _ b: inout [Terms]) {
    (rows, columns) = (Self.number(&a), Self.number(&b))
    let isKept = !columns.isEmpty && rows.count <= Self.limit / columns.count
    values = Array(repeating: .nan, count: isKept ? rows.count * columns.count : 0)
  }

  /// How alike two terms are, 0...1, by their numbers.
  @inline(__always)
  mutating func likeness(_ row: Int32, _ column: Int32) -> Float {
    let place = Int(row) &* columns.count &+ Int(column)
    guard place < values.count else { return find(Int(row), Int(column)) }
    let known = values[place]
    if !known.isNaN { return known }
    values[place] = find(Int(row), Int(column))
    return values[place]
  }

  @inline(never)
  private func find(_ row: Int, _ column: Int) -> Float { Alignment.similarity(rows[row], columns[column]) }

  /// Numbers the different terms of a side.
  private static func number(_ facts: inout [Terms]) -> [Term] {
    var different: [Term] = []
    var numbers = KeyTable()
    for fact in facts.indices {
      for term in facts[fact].all.indices {
        let key = facts[fact].all[term].key
        let number = numbers[key] ?? different.count
        if number == different.count {
          numbers[key] = number
          different.append(facts[fact].all[term])
        }
        facts[fact].all[term].number = Int32(number)
      }
    }
    return different
  }
}

extension Term {
  /// The same for terms that are alike to all others; stem and vector go with the form.
  fileprivate var key: UInt64 {
    let kind: UInt64 = (isNumber ? 1 : 0) | (weight > 20 ? 2 : 0)
    return Key.join(Key.join(Key.join(base, anchor), place), kind)
  }
}
