internal import CVectors

/// Values in rows and columns. Whole rows are worked on at once: no branch asks which value is higher, since nobody could
/// foresee it.
struct Grid: Sendable {
  let rows: Int
  let columns: Int
  /// From one row to the next.
  private let step: Int
  var values: [Float]

  /// Zeros.
  init(rows: Int, columns: Int) {
    (self.rows, self.columns, step) = (rows, columns, Vectors.room(for: columns))
    values = Array(repeating: 0, count: rows * step)
  }

  /// Room for values that are all written before they are read: to clear it first would take longer than to write them.
  init(roomForRows rows: Int, columns: Int) {
    (self.rows, self.columns, step) = (rows, columns, Vectors.room(for: columns))
    let count = rows * step
    values = unsafe Array(unsafeUninitializedCapacity: count) { $1 = count }
  }

  @inline(__always)
  subscript(row: Int, column: Int) -> Float {
    get { values[row * step + column] }
    set { values[row * step + column] = newValue }
  }

  /// Raises a value to another one, if that is higher.
  @inline(__always)
  mutating func raise(_ row: Int, _ column: Int, to value: Float) {
    let place = row * step + column
    if value > values[place] { values[place] = value }
  }

  /// The same with rows as columns.
  var transposed: Grid {
    var other = Grid(roomForRows: columns, columns: rows)
    other.write(transposed: self, rows: rows)
    return other
  }

  /// Writes the first rows of another grid as columns.
  mutating func write(transposed other: Grid, rows count: Int) {
    precondition(count <= other.rows && count <= columns && rows == other.columns)
    unsafe khabar_transpose(other.values, other.step, count, other.columns, &values, step)
  }

  /// Raises the first values of a row to those of a row of another grid, where these are higher.
  mutating func raise(_ row: Int, to other: Int, of grid: Grid) {
    precondition(row >= 0 && row < rows && other >= 0 && other < grid.rows && grid.columns <= columns)
    unsafe values.withUnsafeMutableBufferPointer { values in
      unsafe grid.values.withUnsafeBufferPointer { others in
        guard let own = values.baseAddress, let first = others.baseAddress else { return }
        unsafe khabar_raise(first + other * grid.step, grid.columns, own + row * step)
      }
    }
  }

  /// Raises some columns of each row to the first values of all rows of another grid that the list of the row names.
  mutating func raise(_ range: Range<Int>, to grid: Grid, _ lists: Places) {
    precondition(lists.end <= grid.rows && lists.count <= rows)
    precondition(range.lowerBound >= 0 && range.upperBound <= columns && range.count <= grid.columns)
    unsafe values.withUnsafeMutableBufferPointer { values in
      guard let first = values.baseAddress else { return }
      unsafe khabar_raise_lists(
        grid.values, grid.step, lists.values, lists.starts, lists.count, range.count, first + range.lowerBound, step)
    }
  }

  /// For each list the sums of the squares of the rows that it names, each times its weight.
  func sumsOfSquares(_ lists: Places, _ weights: [Float]) -> Grid {
    precondition(lists.end <= rows && weights.count == lists.values.count)
    var sums = Grid(rows: lists.count, columns: columns)
    unsafe khabar_sum_squares(values, columns, step, lists.values, weights, lists.starts, lists.count, &sums.values)
    return sums
  }

  /// The mean of all values, of 0...1, and their standard deviation.
  var spread: (mean: Float, deviation: Float) {
    // Sums of whole numbers are the same whichever side the rows are.
    var (sum, sumOfSquares) = (0, 0)
    for row in 0..<rows {
      for column in 0..<columns {
        let parts = Int(self[row, column] * 4096)
        (sum, sumOfSquares) = (sum + parts, sumOfSquares + parts * parts)
      }
    }
    let count = Double(max(1, rows * columns))
    let mean = Double(sum) / count
    return (Float(mean / 4096), Float((Double(sumOfSquares) / count - mean * mean).squareRoot() / 4096))
  }

  /// The mean shares of the weights of rows and columns that the other one covers, and the roots of what is covered, where these values
  /// are what is covered of the rows and those of another grid what is covered of the columns.
  func shares(_ coveredOfColumns: Grid, weights: (rows: [Float], columns: [Float])) -> (shares: Grid, masses: Grid) {
    precondition(coveredOfColumns.rows == rows && coveredOfColumns.columns == columns)
    precondition(weights.rows.count == rows && weights.columns.count == columns)
    var (shares, masses) = (Grid(rows: rows, columns: columns), Grid(rows: rows, columns: columns))
    unsafe khabar_shares(
      values, coveredOfColumns.values, weights.rows, weights.columns, rows, columns, step, &shares.values,
      &masses.values)
    return (shares, masses)
  }

  /// Writes the two highest values of each row and of each column, at least 0, to two lines of other grids.
  func write(highestTo line: Int, ofRows: inout Grid, ofColumns: inout Grid) {
    precondition(ofRows.columns == rows && ofColumns.columns == columns)
    precondition(line >= 0 && line + 1 < min(ofRows.rows, ofColumns.rows))
    unsafe ofRows.values.withUnsafeMutableBufferPointer { own in
      unsafe ofColumns.values.withUnsafeMutableBufferPointer { others in
        guard let own = own.baseAddress, let others = others.baseAddress else { return }
        unsafe khabar_highest_two(
          values, rows, columns, step, own + line * ofRows.step, ofRows.step, others + line * ofColumns.step,
          ofColumns.step)
      }
    }
  }

  /// How far each of these shares stands above the best other one of its row or column, and the sums of the signs of all pairs, each times
  /// its weight; of rows and columns seven lines tell (`Evidence`).
  func sums(
    ofSigns signs: (masses: Grid, kinds: Grid, nearnesses: Grid, days: Grid), _ ofRows: Grid, _ ofColumns: Grid,
    _ all: (mean: Float, deviation: Float), weights: [Float]
  ) -> (lifts: Grid, sums: Grid) {
    precondition(
      [signs.masses, signs.kinds, signs.nearnesses, signs.days].allSatisfy { $0.rows == rows && $0.columns == columns })
    precondition(ofRows.rows == 7 && ofColumns.rows == 7 && ofRows.columns == rows && ofColumns.columns == columns)
    precondition(weights.count >= 10)
    var (lifts, sums) = (Grid(rows: rows, columns: columns), Grid(rows: rows, columns: columns))
    unsafe khabar_sum_signs(
      values, signs.masses.values, signs.kinds.values, signs.nearnesses.values, signs.days.values, rows, columns, step,
      ofRows.values, ofRows.step, ofColumns.values, ofColumns.step, all.mean, all.deviation, weights, &lifts.values,
      &sums.values)
    return (lifts, sums)
  }

  /// Lists of rows, none of which lies outside.
  struct Places: Sendable {
    fileprivate let values: [Int32]
    fileprivate let starts: [Int]
    fileprivate let end: Int

    fileprivate var count: Int { starts.count - 1 }

    /// Lists of numbers that are all below a count.
    init(_ lists: Lists<Int32>, below end: Int) {
      precondition(lists.values.allSatisfy { $0 >= 0 && $0 < end })
      (values, starts, self.end) = (lists.values, lists.starts, end)
    }
  }
}
