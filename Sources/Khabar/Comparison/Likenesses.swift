/// How alike the things of two sides are, and how far each pair stands out from the others.
struct Likenesses: Sendable {
  private let all: Grid
  /// The two highest of each row and of each column.
  private let highest: (ofRows: Grid, ofColumns: Grid)
  private let spread: (mean: Float, deviation: Float)
  /// What the best other pair of a row or column counts as at least.
  private let least: Float

  /// Of all pairs, 0...1.
  init(_ all: Grid, least: Float) {
    var (ofRows, ofColumns) = (Grid(rows: 2, columns: all.rows), Grid(rows: 2, columns: all.columns))
    all.write(highestTo: 0, ofRows: &ofRows, ofColumns: &ofColumns)
    (self.all, highest, spread, self.least) = (all, (ofRows, ofColumns), all.spread, least)
  }

  /// How alike a pair is.
  @inline(__always)
  subscript(i: Int, j: Int) -> Float { all[i, j] }

  /// How far a pair stands above the best other one of its row or column.
  func lift(_ i: Int, _ j: Int) -> Float {
    let value = all[i, j]
    return value - max(least, highest.ofRows.other(value, 0, i), highest.ofColumns.other(value, 0, j))
  }

  /// How far a pair stands above the mean of all, in standard deviations.
  func standing(_ i: Int, _ j: Int) -> Float {
    spread.deviation > 0 ? (all[i, j] - spread.mean) / spread.deviation : 0
  }
}

extension Grid {
  /// The higher of two values of a column that a value is not, where it is one of them; they stand in a line and the one below it.
  func other(_ value: Float, _ line: Int, _ column: Int) -> Float {
    value == self[line, column] ? self[line + 1, column] : self[line, column]
  }
}
