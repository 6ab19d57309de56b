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

  /// Reads the whole input.
  func read() throws(Trouble) -> [UInt8] {
    let source = try open()
    var bytes: [UInt8] = []
    while case let block = try block(of: source), !block.isEmpty {
      bytes += block
      if bytes.count > limit { throw tooLarge(nil) }
    }
    return bytes
  }

  /// The next bytes of the opened input; none at its end.
  func block(of source: Descriptor, size: Int = 1 << 16) throws(Trouble) -> [UInt8] {
    do { return try source.read(upTo: size) } catch {
      throw Trouble(error.reason, at: place, remedy: "check the file and its disk")
    }
  }

  /// Opens the input.
  func open() throws(Trouble) -> Descriptor {
    if isStandardInput { return .input }
    switch POSIX.kind(of: path) {
    case .directory: throw Trouble("is a directory", at: place, remedy: "name a file in it")
    case .nothing where path.hasPrefix("https://") || path.hasPrefix("http://"):
      throw Trouble("is an address, and nothing is loaded", at: place, remedy: "save the page and give its file")
    case .nothing: throw Trouble("no such file", at: place, remedy: "check the path")
    case .file, .other: break
    }
    do { return try Descriptor(reading: path) } catch {
      throw Trouble("cannot be opened (\(error.reason))", at: place, remedy: "check its permissions")
    }
  }

  /// What messages call it.
  var place: String { isStandardInput ? "standard input" : path }

  /// What is said of an input with too many bytes.
  func tooLarge(_ size: Int?) -> Trouble {
    Trouble(
      "\(size.map { "\($0) bytes are" } ?? "there is") more than the limit of \(limit) bytes", at: place,
      remedy: "cut it into articles, or raise the limit with --max-bytes")
  }
}
