/// Something that is wrong with a bundle.
public struct BundleFailure: Sendable, Hashable, CustomStringConvertible {
  /// The member it is about; empty for the archive as a whole.
  public var path: String
  /// What is wrong, in one sentence.
  public var message: String

  /// Path and sentence.
  public var description: String { path.isEmpty ? message : "\(path): \(message)" }
}

/// What the verification of a bundle found.
public struct BundleVerdict: Sendable, Hashable {
  /// What is wrong; empty if the bundle is whole.
  public var failures: [BundleFailure]
  /// What is odd, though the bundle is whole.
  public var warnings: [BundleFailure]
  /// Number of files in it.
  public var fileCount: Int
  /// SHA-256 of the tar inside, lower-case hex; of as much as could be read, if there are failures.
  public var tarSHA256: String
  /// SHA-256 of the given bytes, lower-case hex.
  public var gzipSHA256: String
  /// Whether the bag needs digests that were not made; it must be read again with all of them.
  public var needsAllDigests: Bool
}
