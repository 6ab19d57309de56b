import Khabar
import KhabarExport

/// Findings that were accepted, so that only new ones fail: sorted JSON that a reviewer can read (`khabar.baseline/1`).
public struct Baseline: Sendable {
  /// An accepted finding.
  public struct Entry: Sendable, Hashable {
    /// See `CorpusFinding.fingerprint`.
    public var fingerprint: String
    /// Digest of what it is about, without its files.
    public var content: String
    /// Code of the check.
    public var check: String
    /// The file, from the folder of the configuration.
    public var path: String
    /// The other file.
    public var related: String?
    /// What was found, for the reader of the file.
    public var message: String
    /// Why it is accepted; written by hand and kept.
    public var reason: String?
  }

  /// The entries, by path, check and fingerprint.
  public private(set) var entries: [Entry]

  /// Accepts findings; reasons are taken over from an older baseline.
  public init(_ findings: [CorpusFinding], reasonsFrom older: Baseline? = nil) {
    let reasons = Dictionary((older?.entries ?? []).map { ($0.fingerprint, $0.reason) }) { first, _ in first }
    entries = findings.map { finding in
      Entry(
        fingerprint: finding.fingerprint, content: Fingerprints.content(finding), check: finding.hit.check,
        path: finding.place.key, related: finding.related?.key, message: finding.hit.message,
        reason: reasons[finding.fingerprint] ?? nil)
    }
    .sorted { ($0.path, $0.check, $0.fingerprint) < ($1.path, $1.check, $1.fingerprint) }
  }

  /// Reads a baseline; nil if the bytes are none.
  public init?(_ bytes: [UInt8]) {
    guard let value = JSONValue(bytes[...], .lenient), value["format"]?.text == "khabar.baseline/1",
      case .list(let list) = value["findings"]
    else { return nil }
    entries = []
    for entry in list {
      guard let fingerprint = entry["fingerprint"]?.text, let check = entry["check"]?.text else { return nil }
      entries.append(
        Entry(
          fingerprint: fingerprint, content: entry["content"]?.text ?? "", check: check,
          path: entry["path"]?.text ?? "", related: entry["related"]?.text, message: entry["message"]?.text ?? "",
          reason: entry["reason"]?.text))
    }
  }

  /// The baseline as JSON, one entry a few lines, so that a change of one is a change of these.
  public var bytes: [UInt8] {
    var json = JSONWriter(isPretty: true, capacity: 512 * entries.count + 256)
    json.object { json in
      json.member("findings", entries) { json, entry in
        json.object {
          $0.member("check", entry.check)
          $0.member("content", entry.content)
          $0.member("fingerprint", entry.fingerprint)
          $0.member("message", entry.message)
          $0.member("path", entry.path)
          $0.member("reason", entry.reason)
          $0.member("related", entry.related)
        }
      }
      json.head("khabar.baseline/1")
    }
    return json.bytes + [10]
  }

  /// What a run knows of a file.
  public enum Presence: Sendable {
    /// It was checked.
    case checked
    /// It would have been, and is not there.
    case gone
    /// It was not asked for.
    case outside
  }

  /// Marks the findings that the baseline has, and answers its entries that are fixed.
  ///
  /// An entry is fixed if it is not found although its check was run and its files were checked or are gone. A finding whose
  /// file was renamed is known by what it is about.
  public func mark(
    _ findings: inout [CorpusFinding], presence: (_ path: String) -> Presence, isRun: (_ check: String) -> Bool
  ) -> [Entry] {
    let known = Set(entries.map(\.fingerprint))
    let found = Set(findings.map(\.fingerprint))
    var left: [String: [Entry]] = [:]
    for entry in entries where !found.contains(entry.fingerprint) && isRun(entry.check) {
      let places = [entry.path, entry.related].compactMap { $0 }.map(presence)
      if !places.contains(.outside) { left[entry.content, default: []].append(entry) }
    }
    for index in findings.indices {
      findings[index].isKnown = known.contains(findings[index].fingerprint)
      let content = Fingerprints.content(findings[index])
      guard !findings[index].isKnown, !content.isEmpty,
        let moved = left[content]?.firstIndex(where: { entry in
          [entry.path, entry.related].compactMap { $0 }.contains { presence($0) == .gone }
        })
      else { continue }
      left[content]?.remove(at: moved)
      findings[index].isKnown = true
    }
    return left.values.flatMap { $0 }
      .sorted { ($0.path, $0.check, $0.fingerprint) < ($1.path, $1.check, $1.fingerprint) }
  }
}
