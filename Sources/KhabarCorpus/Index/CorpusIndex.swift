public import Khabar
internal import KhabarExport
internal import SQLite

/// An index of a corpus in an SQLite database: reports, facts and the words of their texts.
///
/// A file is known by its digest and by the program that read it, so that an unchanged file is not read again and what an
/// older program made of it is never trusted. All rows of a file are written in one transaction.
public final class CorpusIndex {
  /// One file of the corpus with the reports of its articles.
  public struct Source: Sendable {
    /// Its path as it was given.
    public var path: String
    /// SHA-256 of its bytes, lower-case hex.
    public var digest: String
    /// The reports of its articles, in order.
    public var reports: [Report]

    /// Makes a source.
    public init(path: String, digest: String, reports: [Report]) {
      self.path = path
      self.digest = digest
      self.reports = reports
    }
  }

  private let database: Database
  private let program: String

  /// Opens or makes an index to write to it. `program` tells the program from any other that would read files otherwise.
  public init(writing path: String, by program: String) throws {
    database = try Database(path, .write)
    self.program = program
    try IndexSchema.migrate(database)
  }

  /// Opens an index to search it.
  public init(reading path: String) throws {
    database = try Database(path, .read)
    program = ""
    try IndexSchema.checkReadable(database)
  }

  /// The digests of the files that need not be read again, by path.
  public func known() throws -> [String: String] {
    let rows = try database.rows("SELECT path, digest FROM source WHERE made_by = ?", .text(program))
    return Dictionary(rows.compactMap { row in row[0].string.map { ($0, row[1].string ?? "") } }) { $1 }
  }

  /// Puts files in the place of what is known under their paths, all of them or none.
  public func replace(_ sources: [Source]) throws {
    try database.transaction {
      for source in sources {
        try database.run("DELETE FROM source WHERE path = ?", .text(source.path))
        try database.run(
          "INSERT INTO source VALUES (?, ?, ?)", .text(source.path), .text(source.digest), .text(program))
        for (number, report) in source.reports.enumerated() { try insert(report, number + 1, of: source.path) }
      }
    }
  }

  /// Forgets the files whose paths are not among these; answers how many there were.
  public func keepOnly(_ paths: Set<String>) throws -> Int {
    let gone = try database.rows("SELECT path FROM source").compactMap { $0[0].string }.filter { !paths.contains($0) }
    try database.transaction {
      for path in gone { try database.run("DELETE FROM source WHERE path = ?", .text(path)) }
    }
    return gone.count
  }

  private func insert(_ report: Report, _ number: Int, of path: String) throws {
    let headline = report.blocks.first { $0.kind == .headline }.map { report.text($0.span) }
    try database.run(
      """
      INSERT INTO article (path, number, report_id, name, language, outlet, published, headline, report, sketch)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, .text(path), .integer(number), .text(report.id), .text(report.source.name), .text(report.language),
      .text(report.source.outlet), .text(report.published), .text(headline), .text(JSONExporter().bytes(report)),
      .text(ArticleSketch(report).line(id: Array("\"\(report.id)\"".utf8)).dropLast()))
    let article = database.lastRow
    for fact in report.facts {
      try database.run(
        "INSERT INTO fact VALUES (?, ?, ?, ?, ?)", .integer(article), .integer(fact.id), .integer(fact.span.start),
        .integer(fact.span.end), .text(report.text(fact.span)))
    }
    let folded = SearchText(report.searchable)
    try database.run(
      "INSERT INTO search (rowid, words, stems) VALUES (?, ?, ?)", .integer(article), .text(folded.words),
      .text(folded.stems))
  }
}

extension CorpusIndex {
  /// Hands on what pair finding needs of all articles, by path and number: the number is nil for the only one of a file.
  public func sketches(_ take: (String, Int?, ArticleSketch) throws -> Void) throws {
    let counts = try database.prepare("SELECT count(*) FROM article WHERE path = ?")
    let articles = try database.prepare("SELECT path, number, sketch FROM article ORDER BY path, number")
    try articles.each { row in
      guard let path = row[0].string, case .text(let json) = row[2], let sketch = ArticleSketch(json) else { return }
      let isOnly = try counts.rows([.text(path)]).first?.first?.number == 1
      try take(path, isOnly ? nil : row[1].number, sketch)
    }
  }

  /// An article that a search found.
  public struct Hit: Sendable, Hashable {
    /// The path of its file.
    public var path: String
    /// Its number in the file, from 1.
    public var number: Int
    /// Its publication date in EDTF.
    public var published: String?
    /// Its outlet.
    public var outlet: String?
    /// Its headline.
    public var headline: String?
    /// The first of its facts that have a word of the query.
    public var fact: String?
  }

  /// The articles that have all words, the best first; words between quotation marks stand side by side.
  ///
  /// Words are folded, and found in other forms too: by their stems, unless they are quoted.
  public func search(_ query: String, limit: Int) throws -> [Hit] {
    let query = SearchQuery(query)
    guard !query.expression.isEmpty else { return [] }
    let rows = try database.rows(
      """
      SELECT path, number, published, outlet, headline, id FROM search JOIN article ON article.id = search.rowid
      WHERE search MATCH ? ORDER BY rank, path, number LIMIT ?
      """, .text(query.expression), .integer(limit))
    let facts = try database.prepare("SELECT text FROM fact WHERE article = ? ORDER BY number")
    return try rows.map { row in
      let texts = try facts.rows([row[5]]).compactMap { $0[0].string }
      return Hit(
        path: row[0].string ?? "", number: row[1].number, published: row[2].string, outlet: row[3].string,
        headline: row[4].string, fact: texts.first { query.meets($0) })
    }
  }
}

extension Report {
  /// The text of the blocks that belong to the article.
  fileprivate var searchable: [UInt8] {
    blocks.filter { $0.kind != .boilerplate && $0.kind != .related }.flatMap { utf8[$0.span.bytes] + [0x0A] }
  }
}
