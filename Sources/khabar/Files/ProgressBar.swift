/// How far a long run is, on a terminal's standard error: share, articles, rate and time left.
///
/// It appears after a second and leaves nothing behind. It is all that looks at a clock; no output does.
final class ProgressBar {
  private let total: Int
  private let isShown: Bool
  private let start = POSIX.uptime
  private var drawn: Double
  private var hasDrawn = false
  private var bytes = 0
  private var articles = 0

  /// Makes a bar for a number of bytes; 0 if it is not known.
  init(total: Int) {
    self.total = total
    isShown = Descriptor.errors.isTerminal
    drawn = POSIX.uptime
  }

  /// Counts bytes that were read.
  func add(bytes: Int) { self.bytes += bytes }

  /// Counts articles that are done, and draws if it is time to.
  func add(articles: Int) {
    self.articles += articles
    guard isShown else { return }
    let now = POSIX.uptime
    guard now - start > 1, now - drawn > 0.2 else { return }
    drawn = now
    hasDrawn = true
    show(line(after: now - start))
  }

  /// Removes the bar.
  func finish() { if hasDrawn { show("") } }

  private func show(_ text: String) { try? Descriptor.errors.write(Array("\r\u{1B}[K\(text)".utf8)) }

  private func line(after seconds: Double) -> String {
    let rate = "\(articles) articles, \(Int(Double(articles) / seconds)) a second"
    guard total > 0, bytes > 0 else { return rate }
    let share = min(100, bytes * 100 / total)
    let width = 24
    let bar =
      String(repeating: "#", count: share * width / 100) + String(repeating: ".", count: width - share * width / 100)
    let left = Int(seconds / Double(bytes) * Double(max(0, total - bytes)))
    return "[\(bar)] \(share) %, \(rate), \(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60) left"
  }
}
