import Khabar

/// The statements of the lines that came last, read and prepared: where one claim is related to many others, or each of some to
/// each of the rest, reading them anew would take half of the time.
///
/// No answer depends on it. It holds no more than so much text and one statement: then it forgets all of them.
struct KnownStatements {
  /// Bytes of text; what was read of them takes some fifty times as much.
  private static let most = 1 << 15

  private let terms = KnownTerms()
  /// By the keys of their texts, each with what it was read from.
  private var known: [UInt64: (article: Article, statement: Statement)] = [:]
  private var bytes = 0

  /// The statement of an article of one paragraph.
  mutating func statement(_ line: LineArticle) -> Statement {
    let article = line.article
    let key = Key.of(article.bytes[...])
    if let found = known[key], found.article.isRead(as: article) { return found.statement }
    // Nobody asks for the id of a statement.
    let statement = Statement(Report(of: article, hasDigest: false), terms)
    if bytes >= Self.most { (known, bytes) = ([:], 0) }
    known[key] = (article, statement)
    bytes += article.bytes.count
    return statement
  }
}

extension Article {
  /// Whether two statements of data lines have one text, and all that is said of it, so that they are read alike.
  fileprivate func isRead(as other: Article) -> Bool {
    bytes == other.bytes && language == other.language && published == other.published
  }
}
