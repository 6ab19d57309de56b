internal import Synchronization

/// Work on several values at a time.
enum Threads {
  /// The answers for some values in their order, found on several threads.
  static func map<Value: Sendable, Answer: Sendable>(
    _ values: [Value], threads: Int, _ answer: @escaping @Sendable (Value) -> Answer
  ) -> [Answer] {
    guard threads > 1, values.count > 1 else { return values.map(answer) }
    let work = Work<Value, Answer>(values)
    let others = (1..<min(threads, values.count)).map { _ in POSIX.Thread { @Sendable in work.run(answer) } }
    work.run(answer)
    for other in others { other.join() }
    return work.answers()
  }

  /// Values that threads take one by one, and the answers so far.
  private final class Work<Value: Sendable, Answer: Sendable>: Sendable {
    private let values: [Value]
    private let next = Atomic(0)
    private let found = Mutex<[(Int, Answer)]>([])

    init(_ values: [Value]) { self.values = values }

    func run(_ answer: (Value) -> Answer) {
      var own: [(Int, Answer)] = []
      while case let index = next.add(1, ordering: .relaxed).oldValue, index < values.count {
        own.append((index, answer(values[index])))
      }
      let answers = own
      found.withLock { $0 += answers }
    }

    func answers() -> [Answer] {
      let found = found.withLock { $0 }
      var places = [Int](repeating: 0, count: found.count)
      for (place, answer) in found.enumerated() { places[answer.0] = place }
      return places.map { found[$0].1 }
    }
  }
}
