/// Lists of values, one behind the other in one array.
struct Lists<Value> {
  private(set) var values: [Value] = []
  /// Where each list begins, and behind them where the last one ends.
  private(set) var starts: [Int] = [0]

  init() {}

  /// No lists, with room for so many values.
  init(capacity: Int) { values.reserveCapacity(capacity) }

  /// How many lists there are.
  var count: Int { starts.count - 1 }

  @inline(__always)
  subscript(list: Int) -> ArraySlice<Value> { values[starts[list]..<starts[list + 1]] }

  /// Where the values of a list stand among all: a slice of them would have to be counted as one more owner.
  @inline(__always)
  func range(_ list: Int) -> Range<Int> { starts[list]..<starts[list + 1] }

  /// A value of a list.
  @inline(__always)
  subscript(list: Int, place: Int) -> Value { values[starts[list] + place] }

  /// Appends to the list that is not closed.
  mutating func append(_ value: Value) { values.append(value) }

  /// Ends a list.
  mutating func close() { starts.append(values.count) }

  mutating func map(_ change: (Value) -> Value) {
    for index in values.indices { values[index] = change(values[index]) }
  }
}

extension Lists<Int32> {
  /// For each of so many numbers the lists that have it.
  func inverted(count: Int) -> Lists<Int32> {
    var result = Lists()
    result.starts = Array(repeating: 0, count: count + 1)
    result.values = Array(repeating: 0, count: values.count)
    // Spans, so that it is not asked at each value whether an array is shared.
    var ends = result.starts.mutableSpan
    for value in values { ends[Int(value) + 1] += 1 }
    for number in 0..<count { ends[number + 1] += ends[number] }
    var next = result.starts
    var places = next.mutableSpan
    var numbers = result.values.mutableSpan
    for list in 0..<self.count {
      for value in self[list] {
        numbers[places[Int(value)]] = Int32(list)
        places[Int(value)] += 1
      }
    }
    return result
  }
}
