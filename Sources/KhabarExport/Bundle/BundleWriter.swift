/// Writes reports and comparisons as a bundle: a gzipped BagIt bag that an archive can verify with stock tools
/// (`docs/bundle-format.md`).
///
/// The same documents and options give the same bytes, whatever order they were added in, on any number of threads.
public struct BundleWriter: Sendable {
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

  /// What stands behind a sink.
  typealias Sink = ([UInt8]) throws -> Void

  private let name: String
  private let organisation: String
  private let sourceDateEpoch: Int?
  private let jobs: Int

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - name: Name of the bag's folder; the file should be `NAME.tar.gz`.
  ///   - organisation: Who makes the bundle (`Source-Organization`).
  ///   - sourceDateEpoch: Seconds since 1970 for all members and the `Bagging-Date`; by default the day of the newest
  ///     report, else 1970.
  ///   - jobs: Number of threads that compress.
  public init(name: String, organisation: String = "unspecified", sourceDateEpoch: Int? = nil, jobs: Int = 1) throws {
    guard Self.isFit(name) else { throw BundleError.unfitName(name) }
    guard !organisation.isEmpty, organisation.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0 != "\u{7F}" }) else {
      throw BundleError.unfitOrganisation(organisation)
    }
    self.name = name
    self.organisation = organisation
    self.sourceDateEpoch = sourceDateEpoch
    self.jobs = jobs
  }

  /// Writes a bundle piece by piece to the sink. Throws a `BundleError`, or what the sink or the storage throws.
  public func write(_ draft: BundleDraft, to sink: ([UInt8]) throws -> Void) throws -> Summary {
    let modified = max(0, sourceDateEpoch ?? draft.newest ?? 0)
    let (comparisons, reports) = (draft.documents(.comparisons), draft.documents(.reports))
    var bag = try BagWriter(name: name, modified: modified, jobs: jobs)
    try bag.begin(to: sink)
    _ = try write(comparisons, draft.storage, to: &bag, sink)
    let lines = try write(reports, draft.storage, to: &bag, sink)
    for schema in Schemas.files { try bag.payload("schema/" + schema.name, schema.bytes, to: sink) }
    for (path, range) in draft.originals {
      try bag.payload("sources/" + path, try draft.storage.read(range), to: sink)
    }
    try bag.payload("summary.ndjson", lines, to: sink)
    let result = try bag.finish(
      [
        "Bag-Software-Agent": "\(generatorName) \(khabarVersion)", "Bagging-Date": CivilDate(seconds: modified).iso,
        "BagIt-Profile-Identifier": BagProfile.identifier, "Source-Organization": organisation,
      ], to: sink)
    return Summary(
      tarSHA256: result.tarDigest, tarSize: result.tarSize, gzipSHA256: result.gzipDigest, gzipSize: result.gzipSize,
      reports: reports.count, comparisons: comparisons.count)
  }

  /// Writes documents, one after the other, and answers the lines of `summary.ndjson` for those that are reports.
  private func write(
    _ documents: [(path: String, entry: BundleDraft.Entry)], _ storage: any BundleStorage, to bag: inout BagWriter,
    _ sink: Sink
  ) throws -> [UInt8] {
    var lines: [UInt8] = []
    for (path, entry) in documents {
      let digest = try bag.payload(path + ".json", try storage.read(entry.json), to: sink)
      try bag.payload(path + ".xml", try storage.read(entry.xml), to: sink)
      if let facts = entry.facts { lines += summaryLine(entry.name, facts, "data/\(path).json", digest) }
    }
    return lines
  }

  /// The line of `summary.ndjson` for a report.
  private func summaryLine(_ id: String, _ facts: BundleDocument.Facts, _ path: String, _ digest: String) -> [UInt8] {
    var json = JSONWriter(isPretty: false, capacity: 512)
    json.object { json in
      json.member("id", id)
      json.member("language", facts.language)
      json.member("path", path)
      json.member("published", facts.published)
      json.member("sha256", digest)
      json.member("url", facts.url)
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private static func isFit(_ name: String) -> Bool {
    guard let first = name.utf8.first, name.utf8.count <= 100 else { return false }
    func isAlphanumeric(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    return isAlphanumeric(first) && name.utf8.allSatisfy { isAlphanumeric($0) || ".-_".utf8.contains($0) }
  }
}
