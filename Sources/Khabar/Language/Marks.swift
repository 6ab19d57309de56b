/// A few marks by their scalars. Searching so few costs less than hashing one.
struct Marks: ExpressibleByArrayLiteral, Sendable {
  private let all: [UInt32]

  init(arrayLiteral all: UInt32...) { self.all = all }

  /// Whether it is one of them; 0, which stands for no mark, never is.
  func contains(_ mark: UInt32) -> Bool { mark != 0 && all.contains(mark) }
}
