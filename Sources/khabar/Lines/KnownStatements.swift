import Khabar

/// The statements of the last lines that came more than once, read and prepared: where one claim is related to many others, or
/// each of some to each of the rest, reading them anew would take half of the time.
///
/// No answer depends on it. It holds no more than so much text and one statement: then it forgets all of them.
struct KnownStatements {
  /// Bytes of text; what was read of them takes some hundred times as much.
  private static let most = 1 << 16
  /// How many texts are remembered by their keys.
  private static let recent = 512

  private let terms = KnownTerms()
  /// By the keys of their texts, each with what it was read from.
  private var known: [UInt64: (article: Article, statement: Statement)] = [:]
  private var bytes = 0
  /// The keys of texts that came lately. What comes only once is not kept: it would push all else out of the processor's caches,
  /// which takes a tenth of the time.
  private var recent = Array(repeating: UInt64(0), count: Self.recent)

  /// The statement of an article of one paragraph.
  mutating func statement(_ line: LineArticle) -> Statement {
    let article = line.article
    let key = Key.of(article.bytes[...])
    if let found = known[key], found.article.isRead(as: article) { return found.statement }
    // Nobody asks for the id of a statement.
    let statement = Statement(Report(of: article, hasDigest: false, known: terms.words), terms)
    let place = Int(key % UInt64(Self.recent))
    if recent[place] == key { keep(statement, of: article, key) } else { recent[place] = key }
    return statement
  }

  private mutating func keep(_ statement: Statement, of article: Article, _ key: UInt64) {
    if bytes >= Self.most { (known, bytes) = ([:], 0) }
    known[key] = (article, statement)
    bytes += article.bytes.count
  }
}

extension Article {
  /// Whether two statements of data lines have one text, and all that is said of it, so that they are read alike.
  fileprivate func isRead(as other: Article) -> Bool {
    bytes == other.bytes && language == other.language && published == other.published
  }
}
