import Khabar
import KhabarCorpus

/// An event of the output of `khabar clusters`, written `events.ndjson#3`: the articles that are called by their paths.
struct ClusterReference {
  private let file: String
  private let number: Int

  /// The event that an argument names instead of a file.
  init?(orFile argument: String) {
    guard POSIX.kind(of: argument) == .nothing, let hash = argument.utf8.lastIndex(of: UInt8(ascii: "#")),
      let number = Int(argument[argument.utf8.index(after: hash)...]), number > 0
    else { return nil }
    file = String(argument[..<hash])
    self.number = number
  }

  /// Reads its articles.
  func articles(_ input: InputOptions) throws -> [Article] {
    try ids(input).flatMap { id in
      // An article of an archive is called by the archive and its number.
      guard POSIX.kind(of: id) == .nothing, let inner = ClusterReference(orFile: id) else {
        return try input.articles([id], language: nil, published: nil)
      }
      let articles = try input.articles([inner.file], language: nil, published: nil)
      guard articles.indices.contains(inner.number - 1) else {
        throw Trouble("is no article any more", at: id, remedy: "run khabar clusters again")
      }
      return [articles[inner.number - 1]]
    }
  }

  private func ids(_ input: InputOptions) throws -> [String] {
    var reader = LineReader(try input.file(file).open(), limit: 1 << 30)
    while let line = try reader.next(beforeWaiting: {}) {
      if case .bytes(let bytes) = line, let ids = EventClusters.articles(ofLine: bytes, number: number) { return ids }
    }
    throw Trouble("has no event \(number)", at: file, remedy: "give the \"cluster\" of one of its lines")
  }
}
