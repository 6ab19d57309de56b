import KhabarExport

extension CheckReport {
  /// GitHub drops a summary of more than 1 MiB.
  private static let limit = 1_000_000

  /// A summary as Markdown: counts, then a table of the new findings, the worse ones first.
  var markdown: [UInt8] {
    var bytes = Array(head.utf8)
    let all = worst(.max)
    for (index, finding) in all.enumerated() {
      let row = Array(row(finding).utf8)
      if bytes.count + row.count > Self.limit {
        return bytes + Array("\n\(all.count - index) more findings do not fit in here.\n".utf8)
      }
      bytes += row
    }
    return bytes
  }

  private var head: String {
    let counts = [
      ("errors", result.count(.error)), ("warnings", result.count(.warning)), ("notes", result.count(.note)),
      ("known", result.findings.count { $0.isKnown }), ("fixed", result.fixed.count),
      ("suppressed", result.suppressed.count),
    ]
    let line = counts.map { "\($1) \($0)" }.joined(separator: " · ")
    let table = result.new.isEmpty ? "" : "\n| severity | place | finding | check |\n|---|---|---|---|\n"
    return "### khabar check: \(result.fileCount) files, \(result.articleCount) articles\n\n\(line)\n\(table)"
  }

  private func row(_ finding: CorpusFinding) -> String {
    let cells = [finding.hit.severity.rawValue, Self.place(finding.place), longMessage(finding), finding.hit.check]
    return "| \(cells.map(Self.cell).joined(separator: " | ")) |\n"
  }

  /// A text that neither ends its cell nor becomes markup.
  private static func cell(_ text: String) -> String {
    var cell = ""
    for scalar in String(decoding: SafeText.bytes(Array(text.utf8)), as: UTF8.self).unicodeScalars {
      if "|\\`*_[]<>#&~!".unicodeScalars.contains(scalar) { cell += "\\" }
      cell.unicodeScalars.append(scalar)
    }
    return cell
  }
}
