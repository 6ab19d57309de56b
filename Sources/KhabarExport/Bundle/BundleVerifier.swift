internal import Gzip

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
  /// Number of files in it.
  public var fileCount: Int
  /// SHA-256 of the tar inside, lower-case hex; of as much as could be read, if there are failures.
  public var tarSHA256: String
  /// SHA-256 of the given bytes, lower-case hex.
  public var gzipSHA256: String
}

/// Verifies a bundle in one pass over its bytes, without unpacking it.
///
/// Checked are the checksum of gzip, the structure of the archive, the manifests both ways and the Payload-Oxum. Refused
/// are absolute paths, "..", links, devices, paths that stand twice, and bombs. gzip has several ways to write the same
/// bytes, so whoever must know that the very file is unchanged compares `gzipSHA256` as well.
public final class BundleVerifier {
  /// How much a bundle may hold.
  public struct Limits: Sendable, Hashable {
    /// Largest number of bytes of the tar inside.
    public var size: Int
    /// Largest number of bytes of the tar for one byte of the bundle.
    public var ratio: Int
    /// Largest number of files and folders.
    public var members: Int

    /// Makes limits; by default 64 GiB, 250 times the bundle's size, and two million members.
    public init(size: Int = 64 << 30, ratio: Int = 250, members: Int = 2_000_000) {
      self.size = size
      self.ratio = ratio
      self.members = members
    }
  }

  /// The only header that a bundle has: deflate, no flags, no time, level 9, no operating system.
  private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255]

  private let limits: Limits
  private var decompressor: GzipDecompressor?
  private var tar = TarReader()
  private var bag: BagChecker
  private var head: [UInt8] = []
  private var tarDigest = Digest()
  private var gzipDigest = Digest()
  private var refusal: BundleFailure?

  /// Begins a verification.
  public init(limits: Limits = Limits()) {
    self.limits = limits
    bag = BagChecker(memberLimit: limits.members)
    attempt { decompressor = try GzipDecompressor(limits: .init(size: limits.size, ratio: limits.ratio)) }
  }

  /// Takes the next bytes of the bundle; answers whether it makes sense to give more.
  public func read(_ bytes: [UInt8]) -> Bool {
    gzipDigest.update(bytes[...])
    head += bytes.prefix(Self.header.count - head.count)
    attempt {
      try decompressor?.decompress(bytes) { piece in
        tarDigest.update(piece)
        try tar.read(piece) { try bag.take($0) }
      }
    }
    return refusal == nil
  }

  /// Says that the bundle is at its end, and answers what was found.
  public func finish() -> BundleVerdict {
    attempt {
      try decompressor?.finish()
      try tar.finish()
      guard head == Self.header, decompressor?.memberCount == 1 else {
        throw TarReader.Refusal(
          path: "", message: "The gzip header is not that of a bundle, or there are several members.")
      }
    }
    if refusal == nil { bag.finish() }
    return BundleVerdict(
      failures: refusal.map { [$0] } ?? bag.failures, fileCount: bag.fileCount, tarSHA256: tarDigest.hex,
      gzipSHA256: gzipDigest.hex)
  }

  /// Runs a step unless an earlier one failed; the first failure ends the reading.
  private func attempt(_ step: () throws -> Void) {
    guard refusal == nil else { return }
    do {
      try step()
    } catch let error as TarReader.Refusal {
      refusal = BundleFailure(path: error.path, message: error.message)
    } catch {
      refusal = BundleFailure(path: "", message: "\(error)")
    }
  }
}
