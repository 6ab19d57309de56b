/// What is wrong and what is odd about a bag, up to a number that people still read.
struct BagNotes {
  /// The folder of the bag with its slash.
  var root = ""
  /// What is wrong.
  private(set) var failures: [BundleFailure] = []
  /// What is odd.
  private(set) var warnings: [BundleFailure] = []
  /// Whether digests were asked for that were not made.
  private(set) var needsAllDigests = false

  /// A hostile bag could otherwise fill the memory with them.
  private static let limit = 10_000

  /// Adds something wrong about a file.
  mutating func fail(_ path: String, _ message: String) {
    guard failures.count < Self.limit else { return }
    failures.append(BundleFailure(path: root + path, message: message))
  }

  /// Adds something odd about a file.
  mutating func warn(_ path: String, _ message: String) {
    guard warnings.count < Self.limit else { return }
    warnings.append(BundleFailure(path: root + path, message: message))
  }

  /// Says that digests are asked for which were not made.
  mutating func failForDigests(_ name: String) {
    needsAllDigests = true
    fail(name, "Its digests were not made.")
  }
}
