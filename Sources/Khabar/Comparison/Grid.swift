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
