internal import CSQLite

/// A connection to an SQLite database. One thread at a time.
public final class Database {
  /// What may be done with it.
  public enum Access: Sendable { case read, write }

  private let handle: OpaquePointer

  /// Opens a database; one that is written is made if it does not exist.
  ///
  /// The journal is a write-ahead log, so that readers see the last whole state while another process writes, and a writer
  /// that is killed leaves that state behind.
  public init(_ path: String, _ access: Access) throws(SQLiteError) {
    let flags = access == .write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let opened else {
      let error = SQLiteError(code: code, message: opened.map(Self.message) ?? "out of memory", statement: path)
      sqlite3_close_v2(opened)
      throw error
    }
    handle = opened
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, 10_000)
    if access == .write { try run("PRAGMA journal_mode = WAL") }
    try run("PRAGMA synchronous = NORMAL")
    try run("PRAGMA foreign_keys = ON")
    if access == .read { try run("PRAGMA query_only = ON") }
  }

  deinit { sqlite3_close_v2(handle) }

  /// Prepares a statement, to be run many times.
  public func prepare(_ sql: String) throws(SQLiteError) -> Statement {
    var prepared: OpaquePointer?
    try check(sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil), sql)
    guard let prepared else { throw SQLiteError(code: SQLITE_MISUSE, message: "there is no statement", statement: sql) }
    return Statement(prepared, of: self, sql)
  }

  /// Runs one statement and forgets its rows.
  public func run(_ sql: String, _ values: SQLiteValue...) throws(SQLiteError) {
    let statement = try prepare(sql)
    try statement.run(values)
  }

  /// The rows of a query.
  public func rows(_ sql: String, _ values: SQLiteValue...) throws(SQLiteError) -> [[SQLiteValue]] {
    let statement = try prepare(sql)
    return try statement.rows(values)
  }

  /// The id of the row that was inserted last.
  public var lastRow: Int { Int(sqlite3_last_insert_rowid(handle)) }

  /// Does everything or nothing.
  public func transaction(_ body: () throws -> Void) throws {
    try run("BEGIN IMMEDIATE")
    do {
      try body()
      try run("COMMIT")
    } catch {
      try? run("ROLLBACK")
      throw error
    }
  }

  /// Throws what the connection says of a call that failed.
  func check(_ code: Int32, _ sql: String) throws(SQLiteError) {
    guard code != SQLITE_OK, code != SQLITE_ROW, code != SQLITE_DONE else { return }
    throw SQLiteError(code: code, message: Self.message(handle), statement: sql)
  }

  private static func message(_ handle: OpaquePointer) -> String { String(cString: sqlite3_errmsg(handle)) }
}
