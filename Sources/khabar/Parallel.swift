import Dispatch
import Synchronization

/// Work on many values at one time; results come in the order of the values, so that no output depends on the threads.
enum Parallel {
  /// Transforms values on at most `jobs` threads.
  static func map<Value: Sendable, Result: Sendable>(
    _ values: [Value], jobs: Int, _ transform: @Sendable (Value) -> Result
  ) -> [Result] {
    guard jobs > 1, values.count > 1 else { return values.map(transform) }
    let results = Mutex<(next: Int, all: [Result?])>((0, Array(repeating: nil, count: values.count)))
    DispatchQueue.concurrentPerform(iterations: min(jobs, values.count)) { _ in
      while true {
        let index = results.withLock { state in
          defer { state.next += 1 }
          return state.next
        }
        guard index < values.count else { return }
        let result = transform(values[index])
        results.withLock { $0.all[index] = result }
      }
    }
    return results.withLock { $0.all.compactMap(\.self) }
  }
}
