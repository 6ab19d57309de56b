internal import CVectors

/// Lists of places in a row, none of which lies outside.
struct RowPlaces {
  fileprivate let lists: Lists<Int32>
  fileprivate let end: Int

  /// Lists of places that are all below a count.
  init(_ lists: Lists<Int32>, below end: Int) {
    precondition(lists.values.allSatisfy { $0 >= 0 && $0 < end })
    (self.lists, self.end) = (lists, end)
  }
}

// The highest of many values at once: no branch asks which it is, since nobody could foresee it.
extension [Float] {
  /// Raises values from an index on to those of a row, where these are higher.
  mutating func raise(from start: Int, to row: [Float]) {
    precondition(start >= 0 && start + row.count <= count)
    unsafe withUnsafeMutableBufferPointer { values in
      guard let first = values.baseAddress else { return }
      unsafe khabar_raise(row, row.count, first + start)
    }
  }

  /// Raises a value for each list from an index on to the highest value of a row in the places of the list.
  mutating func raise(from start: Int, to row: [Float], _ places: RowPlaces) {
    precondition(start >= 0 && start + places.lists.count <= count && places.end <= row.count)
    unsafe withUnsafeMutableBufferPointer { values in
      guard let first = values.baseAddress else { return }
      unsafe khabar_raise_lists(row, places.lists.values, places.lists.starts, places.lists.count, first + start)
    }
  }
}
