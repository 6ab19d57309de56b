internal import Gzip

/// Verifies a bundle, or any BagIt bag in a gzipped tar, in one pass over its bytes, without unpacking it.
///
/// Checked are the checksum of gzip, the structure of the archive, the manifests both ways and the Payload-Oxum; of bags
/// that follow our own profile also that nothing in the archive is other than Khabar writes it, and the articles inside.
/// Refused are absolute paths, "..", links, devices, paths that stand twice, and bombs. gzip has several ways to write the
/// same bytes, so whoever must know that the very file is unchanged compares `gzipSHA256` as well.
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

  /// What goes by, once it has passed the guards against harm; whether it is unchanged is known at the end.
  public enum Event {
    /// A folder, by its path without a slash at the end.
    case folder(path: String)
    /// A file begins.
    case file(path: String, size: Int)
    /// Some bytes of the file.
    case bytes(ArraySlice<UInt8>)
    /// The file is complete.
    case end
  }

  /// The only header that our bundles have: deflate, no flags, no time, level 6, no operating system.
  private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]

  private let decompressor: GzipDecompressor?
  private var tar = TarReader()
  private var bag: BagChecker
  private var head: [UInt8] = []
  private var tarDigest = Digest()
  private var gzipDigest = Digest()
  private var refusal: BundleFailure?

  /// Begins a verification.
  ///
  /// - Parameters:
  ///   - limits: How much the bundle may hold.
  ///   - makesAllDigests: Unless this is set, archives that look like ours get SHA-256 only.
  ///   - checksSchemas: Whether the documents of our bundles are held against their schemas, which takes several times as
  ///     long as all else.
  public init(limits: Limits = Limits(), makesAllDigests: Bool = false, checksSchemas: Bool = false) {
    bag = BagChecker(
      memberLimit: limits.members, makesAllDigests: makesAllDigests, schemas: checksSchemas ? SchemaCheck() : nil)
    do {
      decompressor = try GzipDecompressor(limits: .init(size: limits.size, ratio: limits.ratio))
    } catch {
      decompressor = nil
      refusal = BundleFailure(path: "", message: "\(error)")
    }
  }

  /// Takes the next bytes of the bundle; answers whether it makes sense to give more. Throws what the visitor throws.
  public func read(_ bytes: [UInt8], visit: (Event) throws -> Void = { _ in }) throws -> Bool {
    gzipDigest.update(bytes[...])
    head += bytes.prefix(Self.header.count - head.count)
    try attempt {
      try decompressor?.decompress(bytes) { piece in
        tarDigest.update(piece)
        try tar.read(piece) { event in
          try bag.take(event)
          do { try Self.visit(event, visit) } catch { throw Visit(error: error) }
        }
      }
    }
    return refusal == nil
  }

  /// Says that the bundle is at its end, and answers what was found.
  public func finish() -> BundleVerdict {
    do {
      try attempt {
        try decompressor?.finish()
        try tar.finish()
      }
    } catch {
      refusal = BundleFailure(path: "", message: "\(error)")
    }
    if refusal == nil {
      bag.finish(isCanonical: tar.isCanonical, isOwnGzip: head == Self.header && decompressor?.memberCount == 1)
    }
    return BundleVerdict(
      failures: refusal.map { [$0] } ?? bag.notes.failures, warnings: bag.notes.warnings,
      fileCount: bag.files.paths.count, tarSHA256: tarDigest.hex, gzipSHA256: gzipDigest.hex,
      needsAllDigests: refusal == nil && bag.notes.needsAllDigests)
  }

  /// An error of the visitor, which is none of the bundle's.
  private struct Visit: Error { let error: any Error }

  private static func visit(_ event: TarReader.Event, _ visit: (Event) throws -> Void) throws {
    switch event {
    case .begin(let member, _) where member.path.isEmpty: break
    case .begin(let member, _) where member.kind == .folder: try visit(.folder(path: String(member.path.dropLast())))
    case .begin(let member, _): try visit(.file(path: member.path, size: member.size))
    case .bytes(let bytes): try visit(.bytes(bytes))
    case .end: try visit(.end)
    }
  }

  /// Runs a step unless an earlier one failed; the first failure ends the reading.
  private func attempt(_ step: () throws -> Void) throws {
    guard refusal == nil else { return }
    do {
      try step()
    } catch let error as Visit {
      throw error.error
    } catch let error as TarReader.Refusal {
      refusal = BundleFailure(path: error.path, message: error.message)
    } catch {
      refusal = BundleFailure(path: "", message: "\(error)")
    }
  }
}
