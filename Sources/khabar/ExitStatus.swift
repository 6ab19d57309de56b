import ArgumentParser

/// The exit codes of every command. A crash is never 0 or 1.
enum ExitStatus: Int32, Error {
  /// Everything was done.
  case done = 0
  /// Everything was done, and what `--fail-on` names was found.
  case found = 1
  /// Bad usage, unreadable input, an invalid bundle or a failed write.
  case trouble = 2

  /// Ends the program for an error, with its message on standard error.
  static func leave(_ error: any Error) -> Never {
    switch error {
    case let status as ExitStatus: POSIX.exit(status.rawValue)
    case let failure as SystemFailure where failure.isBrokenPipe: POSIX.exit(done.rawValue)
    case let failure as SystemFailure: leave(Trouble(failure.reason, at: "standard output", remedy: "free some space"))
    case let trouble as Trouble:
      Notice.print(trouble.description)
      POSIX.exit(ExitStatus.trouble.rawValue)
    default: leave(usage: error)
    }
  }

  /// Help and version are errors to ArgumentParser too; its own code for bad usage is 64.
  private static func leave(usage error: any Error) -> Never {
    let isClean = KhabarCommand.exitCode(for: error).isSuccess
    let message = Array((KhabarCommand.fullMessage(for: error) + "\n").utf8)
    do { try (isClean ? Descriptor.output : .errors).write(message) } catch  where !error.isBrokenPipe {
      POSIX.exit(trouble.rawValue)
    } catch {}
    POSIX.exit((isClean ? done : trouble).rawValue)
  }
}
