import Khabar

/// What stands in a bundle, and under which names.
enum BundleContents {
  /// A document and its name.
  struct Entry<Value> {
    let name: String
    let value: Value
  }

  /// The reports in ascending order of their ids, each id once.
  ///
  /// Of reports on the same bytes (which differ in an option at most) the one with the smaller JSON is taken, so that the
  /// order they are given in does not matter.
  static func unique(_ reports: [Report]) throws -> [Entry<Report>] {
    var entries: [Entry<Report>] = []
    for report in reports.sorted(by: { $0.id < $1.id }) {
      guard let last = entries.last?.value, last.id == report.id else {
        entries.append(Entry(name: report.id, value: report))
        continue
      }
      guard last.source.sha256 == report.source.sha256 else { throw BundleError.idCollision(report.id) }
      if json(report).lexicographicallyPrecedes(json(last)) {
        entries[entries.count - 1] = Entry(name: report.id, value: report)
      }
    }
    return entries
  }

  /// The comparisons in ascending order of their names, each name once.
  static func unique(_ comparisons: [Comparison]) throws -> [Entry<Comparison>] {
    let named = comparisons.map { Entry(name: "\($0.a.id)__\($0.b.id)", value: $0) }
    var entries: [Entry<Comparison>] = []
    for entry in named.sorted(by: { $0.name < $1.name }) {
      guard let last = entries.last, last.name == entry.name else {
        entries.append(entry)
        continue
      }
      if json(entry.value).lexicographicallyPrecedes(json(last.value)) { entries[entries.count - 1] = entry }
    }
    return entries
  }

  /// The originals in ascending order of their names, each once: the first 16 hex digits of the digest, as in a report's
  /// id, and the extension if it is plain.
  static func named(_ originals: [BundleWriter.Original]) throws -> [(path: String, bytes: [UInt8])] {
    var named: [String: [UInt8]] = [:]
    for original in originals {
      let path = Digest.hex(original.bytes).prefix(16) + "." + fileExtension(original.name)
      if let other = named[path], other != original.bytes { throw BundleError.idCollision(path) }
      named[path] = original.bytes
    }
    return named.sorted { $0.key < $1.key }.map { (path: $0.key, bytes: $0.value) }
  }

  /// The path of a document without its extension; above a thousand documents a folder holds a thousand.
  static func path(_ folder: String, _ name: String, _ index: Int, of count: Int) -> String {
    guard count > 1000 else { return "\(folder)/\(name)" }
    let shard = String(index / 1000)
    return folder + "/" + String(repeating: "0", count: max(0, 3 - shard.utf8.count)) + shard + "/" + name
  }

  /// A report as the bundle has it.
  static func json(_ report: Report) -> [UInt8] { JSONExporter().bytes(report) + [UInt8(ascii: "\n")] }

  /// A comparison as the bundle has it.
  static func json(_ comparison: Comparison) -> [UInt8] { JSONExporter().bytes(comparison) + [UInt8(ascii: "\n")] }

  /// The line of `summary.ndjson` for a report.
  static func summaryLine(_ report: Report, path: String, digest: String) -> [UInt8] {
    var json = JSONWriter(isPretty: false, capacity: 512)
    json.object { json in
      json.member("id", report.id)
      json.member("language", report.language)
      json.member("path", path)
      json.member("published", report.published)
      json.member("sha256", digest)
      json.member("url", report.source.url)
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private static func fileExtension(_ name: String) -> String {
    let bytes = name.utf8
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")) else { return "bin" }
    let tail = bytes[bytes.index(after: dot)...]
    let isPlain = tail.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
    return isPlain && (1...8).contains(tail.count) ? String(decoding: tail, as: UTF8.self) : "bin"
  }
}
