/// The loop of every line mode: one line in, exactly one line out, in the same order.
struct LineRun {
  /// The lines that come in.
  var input: ArticleFile
  /// Where the answers go.
  var output: String?

  /// Answers every line; a line that cannot be answered gets an error line.
  ///
  /// Answers are written before the program waits for more input, so that a partner who sends one line at a time is
  /// answered at once, and many lines at a time cost few system calls.
  func answer(_ answer: (InputLine) throws -> [UInt8]) throws {
    POSIX.keepFreeMemory()
    let out = try OutputFile(output)
    var reader = LineReader(try input.open(), limit: input.limit)
    var (count, failed) = (0, 0)
    while let line = try reader.next(beforeWaiting: out.flush) {
      let line = InputLine(line)
      count += 1
      do {
        if let failure = line.failure { throw failure }
        try out.write(try answer(line))
      } catch let failure as LineFailure {
        failed += 1
        try out.write(failure.bytes(id: line.id))
      }
    }
    try out.finish()
    if failed > 0 { Notice.print("\(failed) of \(count) lines got an error line") }
  }
}
