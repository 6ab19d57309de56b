/// The names of an article by their first token.
struct NameIndex {
  private let names: [NameMatch]

  /// Takes names in reading order.
  init(_ names: [NameMatch]) { self.names = names }

  /// The names that begin inside a run of tokens.
  func names(in range: Range<Int>) -> ArraySlice<NameMatch> {
    var low = 0
    var high = names.count
    while low < high {
      let middle = (low + high) / 2
      if names[middle].range.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return names[low...].prefix { $0.range.lowerBound < range.upperBound }
  }
}
