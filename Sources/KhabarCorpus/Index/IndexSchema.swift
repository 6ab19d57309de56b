internal import SQLite

/// The tables of an index and how an older one becomes a newer one (`docs/index-schema.md`).
enum IndexSchema {
  /// "khbr": tells our files from other databases.
  static let application = 0x6B68_6272

  /// One step for each version, applied in order and each wholly or not at all; a step never changes once released.
  private static let steps: [[String]] = [
    [
      """
      CREATE TABLE source (
        path TEXT PRIMARY KEY,
        digest TEXT NOT NULL,
        made_by TEXT NOT NULL
      ) WITHOUT ROWID
      """,
      """
      CREATE TABLE article (
        id INTEGER PRIMARY KEY,
        path TEXT NOT NULL REFERENCES source (path) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        report_id TEXT NOT NULL,
        name TEXT NOT NULL,
        language TEXT NOT NULL,
        outlet TEXT,
        published TEXT,
        headline TEXT,
        report TEXT NOT NULL,
        UNIQUE (path, number)
      )
      """,
      "CREATE INDEX article_published ON article (published)",
      """
      CREATE TABLE fact (
        article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        first INTEGER NOT NULL,
        last INTEGER NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (article, number)
      ) WITHOUT ROWID
      """,
      "CREATE VIRTUAL TABLE search USING fts5 (words, stems, tokenize = 'unicode61 remove_diacritics 0')",
      "CREATE TRIGGER article_gone AFTER DELETE ON article BEGIN DELETE FROM search WHERE rowid = old.id; END",
    ],
    // Rows that are there are made anew by the next run, since another program made them.
    ["ALTER TABLE article ADD COLUMN sketch TEXT NOT NULL DEFAULT ''"],
  ]

  /// The version that this program writes.
  static var version: Int { steps.count }

  /// Brings a database up to date; throws for one that is not ours or newer.
  static func migrate(_ database: Database) throws {
    try database.transaction {
      let version = try number(of: "user_version", database)
      try check(database, version)
      for (index, step) in steps.enumerated().dropFirst(version) {
        for sql in step { try database.run(sql) }
        try database.run("PRAGMA user_version = \(index + 1)")
      }
      try database.run("PRAGMA application_id = \(application)")
    }
  }

  /// Throws for a database that is not ours, or of another version, if it is only read.
  static func checkReadable(_ database: Database) throws {
    let version = try number(of: "user_version", database)
    try check(database, version)
    guard version == self.version else { throw IndexError.outdated(version) }
  }

  private static func check(_ database: Database, _ version: Int) throws {
    let tables = try database.rows("SELECT count(*) FROM sqlite_schema")[0][0].number
    let owner = try number(of: "application_id", database)
    guard owner == application || tables == 0 && owner == 0 else { throw IndexError.foreign }
    guard version <= self.version else { throw IndexError.newer(version) }
  }

  private static func number(of pragma: String, _ database: Database) throws -> Int {
    try database.rows("PRAGMA \(pragma)").first?.first?.number ?? 0
  }
}

/// Why an index cannot be used.
public enum IndexError: Error {
  /// It is a database of another program.
  case foreign
  /// A newer version of the program made it.
  case newer(Int)
  /// An older version of the program made it, and it is only read.
  case outdated(Int)
}
