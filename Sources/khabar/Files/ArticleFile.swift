/// One input of a command: a file, or standard input as "-".
struct ArticleFile {
  var path: String
  /// Most bytes that are read.
  var limit: Int

  var isStandardInput: Bool { path == "-" }
  /// The file name without folders.
  var name: String {
    isStandardInput ? "stdin" : path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Reads the whole input and refuses what cannot be an article.
  func read() throws(Trouble) -> [UInt8] {
    let bytes: [UInt8]
    do {
      bytes = try readAll(try open())
    } catch let failure as SystemFailure {
      throw Trouble(failure.reason, at: place, remedy: "check the file and its disk")
    } catch let trouble as Trouble {
      throw trouble
    } catch {
      throw Trouble("\(error)", at: place, remedy: "check the file")
    }
    if let complaint = Content(bytes).complaint { throw Trouble(complaint.what, at: place, remedy: complaint.remedy) }
    return bytes
  }

  /// Opens the input.
  func open() throws(Trouble) -> Descriptor {
    if isStandardInput { return .input }
    switch POSIX.kind(of: path) {
    case .directory: throw Trouble("is a directory", at: place, remedy: "name a file in it")
    case .nothing: throw Trouble("no such file", at: place, remedy: "check the path")
    case .file, .other: break
    }
    do { return try Descriptor(reading: path) } catch {
      throw Trouble("cannot be opened (\(error.reason))", at: place, remedy: "check its permissions")
    }
  }

  private var place: String { isStandardInput ? "standard input" : path }

  private func readAll(_ source: Descriptor) throws -> [UInt8] {
    if let size = source.size, size > limit { throw tooLarge(size) }
    var bytes = [UInt8](repeating: 0, count: min(limit, source.size ?? 1 << 16) + 1)
    var count = 0
    while true {
      let read = try source.read(into: &bytes, from: count)
      if read == 0 { break }
      count += read
      if count > limit { throw tooLarge(nil) }
      if count == bytes.count { bytes.append(contentsOf: repeatElement(0, count: min(count, limit + 1 - count))) }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  private func tooLarge(_ size: Int?) -> Trouble {
    Trouble(
      "\(size.map { "\($0) bytes are" } ?? "there is") more than the limit of \(limit) bytes", at: place,
      remedy: "cut it into articles, or raise the limit with --max-bytes")
  }
}
