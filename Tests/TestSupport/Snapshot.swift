import Foundation
import Testing

/// Compares an output with the file that holds the expected one, `Snapshots/NAME` beside the test.
///
/// A missing file, or a run with RECORD_SNAPSHOTS set, writes the file and still fails: a recording proves nothing.
public func expectSnapshot(
  _ actual: String, _ name: String, file: String = #filePath, location: SourceLocation = #_sourceLocation
) throws {
  let url = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Snapshots/\(name)")
  let expected = (try? Data(contentsOf: url)).map { String(decoding: $0, as: UTF8.self) }
  guard let expected, ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == nil else {
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(actual.utf8).write(to: url)
    Issue.record("Recorded \(name); look at it and run again", sourceLocation: location)
    return
  }
  guard actual != expected else { return }
  Issue.record("\(name) differs: \(firstDifference(actual, expected))", sourceLocation: location)
}

/// The first line that is not the same on both sides.
private func firstDifference(_ actual: String, _ expected: String) -> String {
  let actual = actual.split(separator: "\n", omittingEmptySubsequences: false)
  let expected = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let line = zip(actual, expected).prefix { $0 == $1 }.count
  let found = line < actual.count ? "\"\(actual[line])\"" : "the end"
  let wanted = line < expected.count ? "\"\(expected[line])\"" : "the end"
  return "line \(line + 1) is \(found) instead of \(wanted)"
}
