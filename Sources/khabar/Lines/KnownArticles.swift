import Khabar

/// What was read of the statements or articles of the last lines that came more than once, with all that a comparison asks of each
/// alone: where one is held against many others, or each of some against each of the rest, reading them anew would take half of the time.
///
/// No answer depends on it. It holds no more than so much text and one article: then it forgets all of them.
struct KnownArticles<Reading> {
  /// Bytes of text; what was read of them takes some hundred times as much of statements, and forty times of articles.
  private let most: Int
  /// How many texts are remembered by their keys.
  private static var recent: Int { 512 }

  /// By the keys of their texts, each with what it was read from.
  private var known: [UInt64: (line: LineArticle, reading: Reading)] = [:]
  private var bytes = 0
  /// The keys of texts that came lately. What comes only once is not kept: it would push all else out of the processor's caches,
  /// which takes a tenth of the time.
  private var recent = Array(repeating: UInt64(0), count: Self.recent)

  /// Room for what is read of so many bytes of text.
  init(most: Int) { self.most = most }

  /// What is read of an article, whatever its name.
  mutating func reading(of line: LineArticle, _ read: (LineArticle) -> Reading) -> Reading {
    let key = line.article.textKey
    if let found = known[key], found.line.isRead(as: line) { return found.reading }
    let reading = read(line)
    let place = Int(key % UInt64(Self.recent))
    if recent[place] == key { keep(reading, of: line, key) } else { recent[place] = key }
    return reading
  }

  private mutating func keep(_ reading: Reading, of line: LineArticle, _ key: UInt64) {
    if bytes >= most { (known, bytes) = ([:], 0) }
    known[key] = (line, reading)
    bytes += line.article.bytes.count
  }
}

extension Article {
  /// A key that most texts have alone. Their ends tell them apart; to hash a whole article would take as long as to match its facts'
  /// words.
  fileprivate var textKey: UInt64 {
    let end = 256
    let ends =
      bytes.count <= 2 * end ? Key.of(bytes[...]) : Key.join(Key.of(bytes.prefix(end)), Key.of(bytes.suffix(end)))
    return Key.join(ends, UInt64(bytes.count))
  }
}
