/// The program that shows long text on a terminal, a screen at a time.
final class Pager {
  private let process: POSIX.Reader

  /// Starts it; nil if it cannot be started.
  init?(_ command: String) {
    // As git does: leave at once if it fits, let colours through, leave the text on the screen.
    let script = "LESS=\"${LESS-FRX}\" LESSCHARSET=\"${LESSCHARSET-utf-8}\"; export LESS LESSCHARSET; \(command)"
    guard let process = POSIX.Reader(shell: script) else { return nil }
    self.process = process
    POSIX.ignoreInterrupts()
  }

  /// What is written here is shown.
  var input: Descriptor { process.input }

  /// Ends its input and waits until people have read it.
  func finish() { process.finish() }

  /// What PAGER names, else less; nil if that is cat, which would change nothing.
  static func command(environment: (String) -> String?) -> String? {
    let command = environment("PAGER") ?? "less"
    return command == "cat" ? nil : command
  }
}
