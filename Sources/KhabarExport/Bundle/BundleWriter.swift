public import Khabar

/// Writes reports and comparisons as a bundle: a gzipped BagIt bag that an archive can verify with stock tools
/// (`docs/bundle-format.md`).
///
/// The same reports, comparisons and options give the same bytes, whatever order they are given in.
public struct BundleWriter: Sendable {
  /// An article's delivered bytes.
  public struct Original: Sendable {
    /// File name; only its extension is used, since members are named by their digests.
    public var name: String
    /// The bytes.
    public var bytes: [UInt8]

    /// Makes an original.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// What was written.
  public struct Summary: Sendable, Hashable {
    /// SHA-256 of the tar inside, lower-case hex: the bundle's identity, whatever compressed it.
    public var tarSHA256: String
    /// Size of the tar inside.
    public var tarSize: Int
    /// SHA-256 of the bytes handed to the sink, lower-case hex.
    public var gzipSHA256: String
    /// Number of bytes handed to the sink.
    public var gzipSize: Int
    /// Number of reports, without doubles.
    public var reports: Int
    /// Number of comparisons, without doubles.
    public var comparisons: Int
  }

  private let name: String
  private let organisation: String
  private let sourceDateEpoch: Int?

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - name: Name of the bag's folder; the file should be `NAME.tar.gz`.
  ///   - organisation: Who makes the bundle (`Source-Organization`).
  ///   - sourceDateEpoch: Seconds since 1970 for all members and the `Bagging-Date`; by default the day of the newest
  ///     report, else 1970.
  public init(name: String, organisation: String = "unspecified", sourceDateEpoch: Int? = nil) throws {
    guard Self.isFit(name) else { throw BundleError.unfitName(name) }
    guard !organisation.isEmpty, organisation.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0 != "\u{7F}" }) else {
      throw BundleError.unfitOrganisation(organisation)
    }
    self.name = name
    self.organisation = organisation
    self.sourceDateEpoch = sourceDateEpoch
  }

  /// Writes a bundle piece by piece to the sink. Throws a `BundleError`, or what the sink throws.
  public func write(
    reports: [Report], comparisons: [Comparison] = [], originals: [Original] = [], to sink: ([UInt8]) throws -> Void
  ) throws -> Summary {
    let reports = try BundleContents.unique(reports)
    let comparisons = try BundleContents.unique(comparisons)
    let newest = reports.compactMap { $0.value.published.flatMap(CivilDate.init(edtf:))?.seconds }.max()
    let modified = max(0, sourceDateEpoch ?? newest ?? 0)
    var bag = try BagWriter(name: name, modified: modified)
    try bag.begin(to: sink)
    try write(comparisons, to: &bag, sink)
    let lines = try write(reports, to: &bag, sink)
    for schema in Schemas.files { try bag.payload("schema/" + schema.name, schema.bytes, to: sink) }
    for (path, bytes) in try BundleContents.named(originals) { try bag.payload("sources/" + path, bytes, to: sink) }
    try bag.payload("summary.ndjson", lines, to: sink)
    let result = try bag.finish(
      [
        "Bag-Software-Agent": "\(generatorName) \(khabarVersion)", "Bagging-Date": CivilDate(seconds: modified).iso,
        "BagIt-Profile-Identifier": "urn:khabar:bag-profile:1", "Source-Organization": organisation,
      ], to: sink)
    return Summary(
      tarSHA256: result.tarDigest, tarSize: result.tarSize, gzipSHA256: result.gzipDigest, gzipSize: result.gzipSize,
      reports: reports.count, comparisons: comparisons.count)
  }

  private func write(
    _ comparisons: [BundleContents.Entry<Comparison>], to bag: inout BagWriter, _ sink: ([UInt8]) throws -> Void
  ) throws {
    for (index, entry) in comparisons.enumerated() {
      let path = BundleContents.path("comparisons", entry.name, index, of: comparisons.count)
      try bag.payload(path + ".json", BundleContents.json(entry.value), to: sink)
      try bag.payload(path + ".xml", XMLExporter().bytes(entry.value), to: sink)
    }
  }

  /// Writes the reports and answers the lines of `summary.ndjson`.
  private func write(
    _ reports: [BundleContents.Entry<Report>], to bag: inout BagWriter, _ sink: ([UInt8]) throws -> Void
  ) throws -> [UInt8] {
    var lines: [UInt8] = []
    for (index, entry) in reports.enumerated() {
      let path = BundleContents.path("reports", entry.name, index, of: reports.count)
      let digest = try bag.payload(path + ".json", BundleContents.json(entry.value), to: sink)
      try bag.payload(path + ".xml", XMLExporter().bytes(entry.value), to: sink)
      lines += BundleContents.summaryLine(entry.value, path: "data/\(path).json", digest: digest)
    }
    return lines
  }

  private static func isFit(_ name: String) -> Bool {
    guard let first = name.utf8.first, name.utf8.count <= 100 else { return false }
    func isAlphanumeric(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    return isAlphanumeric(first) && name.utf8.allSatisfy { isAlphanumeric($0) || ".-_".utf8.contains($0) }
  }
}
