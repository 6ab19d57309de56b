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
    /// For a finding about two files, digests of what it says of each.
    public var sides: [String]
    /// Whether it is too uncertain to be told, and only stands here in case that it becomes more certain.
    public var isUncertain: Bool
    /// Why it is accepted; written by hand and kept.
    public var reason: String?
  }

  /// The entries, by path, check and fingerprint.
  public private(set) var entries: [Entry]
  /// Digests of the sentences of the files that entries about two files name. Where neither of two files says anything else
  /// than before, nothing about both can be new.
  private var sentences: [String: String]

  /// Accepts what a check found; reasons are taken over from an older baseline.
  public init(_ result: CheckResult, reasonsFrom older: Baseline? = nil) {
    let findings = result.findings + result.uncertain
    let pairs = Set(findings.filter { $0.related != nil }.flatMap { [$0.place.key, $0.related?.key ?? ""] })
    sentences = result.sentences.filter { pairs.contains($0.key) }
    let reasons = Dictionary((older?.entries ?? []).map { ($0.fingerprint, $0.reason) }) { first, _ in first }
    entries = findings.map { finding in
      Entry(
        fingerprint: finding.fingerprint, content: Fingerprints.content(finding), check: finding.hit.check,
        path: finding.place.key, related: finding.related?.key, message: finding.hit.message,
        sides: Fingerprints.sides(finding), isUncertain: finding.hit.isUncertain,
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
    sentences = [:]
    for text in value["texts"]?.elements ?? [] {
      if let path = text["path"]?.text { sentences[path] = text["sentences"]?.text }
    }
    for entry in list {
      guard let fingerprint = entry["fingerprint"]?.text, let check = entry["check"]?.text else { return nil }
      entries.append(
        Entry(
          fingerprint: fingerprint, content: entry["content"]?.text ?? "", check: check,
          path: entry["path"]?.text ?? "", related: entry["related"]?.text, message: entry["message"]?.text ?? "",
          sides: (entry["sides"]?.elements ?? []).compactMap(\.text), isUncertain: entry["uncertain"] != nil,
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
          if !entry.sides.isEmpty { $0.member("sides", entry.sides) { $0.string($1) } }
          if entry.isUncertain { $0.member("uncertain", true) }
        }
      }
      json.head("khabar.baseline/1")
      json.member("texts", sentences.sorted { $0.key < $1.key }) { json, text in
        json.object {
          $0.member("path", text.key)
          $0.member("sentences", text.value)
        }
      }
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
  /// An entry is fixed if it is not found, neither as certain nor `beside` as uncertain, although its check was run and its
  /// files were checked or are gone. A finding whose file was renamed is known by what it is about, and a contradiction of
  /// which one side is worded by another sentence by its other side.
  func mark(
    _ findings: inout [CorpusFinding], beside uncertain: [CorpusFinding], _ sentences: [String: String],
    presence: (_ path: String) -> Presence,
    isRun: (_ check: String) -> Bool
  ) -> [Entry] {
    let known = Set(entries.map(\.fingerprint))
    let found = Set((findings + uncertain).map(\.fingerprint))
    var left = entries.filter { entry in
      !found.contains(entry.fingerprint) && isRun(entry.check) && !entry.places.map(presence).contains(.outside)
    }
    let index = EntryIndex(left, isGone: { presence($0) == .gone })
    var used: Set<Int> = []
    for place in findings.indices {
      findings[place].isKnown = known.contains(findings[place].fingerprint) || isOld(findings[place], sentences)
      guard !findings[place].isKnown,
        let entry = index.entries(for: findings[place]).first(where: { !used.contains($0) })
      else { continue }
      used.insert(entry)
      findings[place].isKnown = true
    }
    left = left.indices.filter { !used.contains($0) && !left[$0].isUncertain }.map { left[$0] }
    return left
  }
}

extension Baseline {
  /// Whether a finding is about two files that both say what they said before.
  private func isOld(_ finding: CorpusFinding, _ now: [String: String]) -> Bool {
    guard let related = finding.related else { return false }
    return [finding.place.key, related.key].allSatisfy { sentences[$0] != nil && sentences[$0] == now[$0] }
  }
}

/// The entries of a baseline that were not found, by what else they may be known by.
private struct EntryIndex {
  private var byKey: [[String]: [Int]] = [:]

  init(_ entries: [Baseline.Entry], isGone: (String) -> Bool) {
    for (number, entry) in entries.enumerated() {
      if !entry.content.isEmpty, entry.places.contains(where: isGone) {
        byKey[[entry.check, entry.content], default: []].append(number)
      }
      for (side, digest) in entry.sides.enumerated() {
        byKey[entry.places + ["\(side)", digest], default: []].append(number)
      }
    }
  }

  /// The entries that may stand for a finding under another name or in other words.
  func entries(for finding: CorpusFinding) -> [Int] {
    let places = [finding.place.key, finding.related?.key].compactMap { $0 }
    let sides = Fingerprints.sides(finding).enumerated().map { places + ["\($0)", $1] }
    return ([[finding.hit.check, Fingerprints.content(finding)]] + sides).flatMap { byKey[$0] ?? [] }
  }
}

extension Baseline.Entry {
  /// Its files.
  fileprivate var places: [String] { [path, related].compactMap { $0 } }
}
