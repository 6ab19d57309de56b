/// A few different keys: the words of a name, say. To look at them one by one costs less than to hash them again.
struct KeySet: Sendable, Equatable {
  /// In ascending order.
  private let keys: [UInt64]

  init(_ keys: consuming [UInt64]) {
    keys.sort()
    var last: UInt64?
    keys.removeAll { key in
      defer { last = key }
      return key == last
    }
    self.keys = keys
  }

  var isEmpty: Bool { keys.isEmpty }

  /// Whether none of the keys is one of others.
  func isDisjoint(with other: KeySet) -> Bool { !keys.contains(where: other.keys.contains) }

  /// Whether it has all of others.
  func isSuperset(of other: KeySet) -> Bool { other.keys.allSatisfy(keys.contains) }
}
