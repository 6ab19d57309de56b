extension Array {
  /// Appends elements where there are mostly none, which is asked first.
  @inline(__always)
  mutating func append(few others: [Element]) {
    if others.isEmpty { return }
    if isEmpty { self = others } else { self += others }
  }

  /// So many equal elements, where they are mostly few.
  ///
  /// `init(repeating:count:)` asks the runtime each time what kind of array it is to make, which takes longer than to append some
  /// dozens of elements.
  @inline(__always)
  init(_ element: Element, times count: Int) {
    guard count <= 64 else {
      self.init(repeating: element, count: count)
      return
    }
    self.init()
    reserveCapacity(count)
    for _ in 0..<count { append(element) }
  }
}
