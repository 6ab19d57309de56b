import KhabarExport

/// Gives every finding of a list its fingerprint.
///
/// A fingerprint is made of the check, the files by their keys and what the finding is about; lines and columns are no part
/// of it. Findings that are equal in all that are numbered, so that no two have one fingerprint.
enum Fingerprints {
  static func assign(_ findings: inout [CorpusFinding]) {
    var seen: [String: Int] = [:]
    for index in findings.indices {
      let parts = parts(findings[index]).joined(separator: "\u{0}")
      let number = seen[parts, default: 0]
      seen[parts] = number + 1
      let bytes = Array((number == 0 ? parts : "\(parts)\u{0}\(number)").utf8)
      findings[index].fingerprint = String(Digest.hex(bytes).prefix(32))
    }
  }

  /// What a finding is about, without the files: the same after a file was renamed. Empty where nothing tells.
  static func content(_ finding: CorpusFinding) -> String {
    let content = finding.hit.content.isEmpty ? finding.title : finding.hit.content
    guard !content.isEmpty else { return "" }
    return String(Digest.hex(Array("\(finding.hit.check)\u{0}\(content)".utf8)).prefix(16))
  }

  /// What a finding about two files says of each, with the rule it is found by; nothing of other findings.
  static func sides(_ finding: CorpusFinding) -> [String] {
    let parts = finding.hit.content.split(separator: "\u{0}", omittingEmptySubsequences: false)
    guard finding.related != nil, parts.count == 3 else { return [] }
    return parts.dropFirst().map { String(Digest.hex(Array("\(parts[0])\u{0}\($0)".utf8)).prefix(16)) }
  }

  private static func parts(_ finding: CorpusFinding) -> [String] {
    let places = [finding.place, finding.related].compactMap { $0 }
    return [finding.hit.check, finding.hit.content] + places.flatMap { [$0.key, $0.article ?? ""] }
  }
}
