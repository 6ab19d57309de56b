/// What sentences say as a whole, as vectors of unit length: two that tell one thing in other words, or in another language, point
/// the same way though few of their words do.
///
/// A small network reads the vectors of the words, each beside the mean of all (Iyyer et al., "Deep unordered composition rivals
/// syntactic methods", 2015). It was taught by a large sentence encoder; `Tools/vectors/make_encoder.py` makes its weights,
/// `Lexicons/encoder.bin`. All sums are of integers.
struct SentenceVectors: Sendable {
  private let vectors: [Int8]
  private let count: Int

  /// The vectors of some sentences.
  init(_ sentences: [Terms]) {
    let room = sentences.reduce(0) { $0 + $1.all.count }
    var numbers = KeyTable(capacity: room)
    var (rows, lists): ([Int32], Lists<Int32>) = ([], Lists(capacity: room))
    for sentence in sentences {
      for term in sentence.all {
        let row = term.encodedRow
        let number = numbers.index(of: Key.finish(UInt64(bitPattern: Int64(row))), orNew: rows.count)
        if number == rows.count { rows.append(row) }
        lists.append(Int32(truncatingIfNeeded: number))
      }
      lists.close()
    }
    count = sentences.count
    vectors = Vectors.encode(Vectors.Rows(rows), lists)
  }

  /// How alike each one is to each of others: the cosine, at least 0, in a row for each.
  func likenesses(to others: SentenceVectors) -> Grid {
    var grid = Grid(roomForRows: count, columns: others.count)
    Vectors.write(likenessesOf: vectors, with: others.vectors, to: &grid.values)
    return grid
  }
}

extension Term {
  /// The row of its vector, or what an encoder reads where there is none.
  var encodedRow: Int32 { isNumber ? Vectors.numberRow : vector }
}
