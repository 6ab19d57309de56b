internal import CSQLite

/// A prepared statement, which lives no longer than its database.
public final class Statement {
  private let handle: OpaquePointer
  private let database: Database
  private let sql: String

  init(_ handle: OpaquePointer, of database: Database, _ sql: String) {
    self.handle = handle
    self.database = database
    self.sql = sql
  }

  deinit { sqlite3_finalize(handle) }

  /// Runs it with values for its parameters, in their order, and forgets its rows.
  public func run(_ values: [SQLiteValue] = []) throws(SQLiteError) {
    try bind(values)
    defer { sqlite3_reset(handle) }
    while try step() {}
  }

  /// Its rows.
  public func rows(_ values: [SQLiteValue] = []) throws(SQLiteError) -> [[SQLiteValue]] {
    try bind(values)
    defer { sqlite3_reset(handle) }
    var rows: [[SQLiteValue]] = []
    while try step() { rows.append((0..<sqlite3_column_count(handle)).map(value)) }
    return rows
  }

  /// Hands on its rows one by one, so that not all are held.
  public func each(_ values: [SQLiteValue] = [], _ take: ([SQLiteValue]) throws -> Void) throws {
    try bind(values)
    defer { sqlite3_reset(handle) }
    while try step() { try take((0..<sqlite3_column_count(handle)).map(value)) }
  }

  private func step() throws(SQLiteError) -> Bool {
    let code = sqlite3_step(handle)
    try database.check(code, sql)
    return code == SQLITE_ROW
  }

  /// As many values as parameters, neither more nor fewer: SQLite would take the missing ones for NULL.
  private func bind(_ values: [SQLiteValue]) throws(SQLiteError) {
    guard values.count == Int(sqlite3_bind_parameter_count(handle)) else {
      throw SQLiteError(code: SQLITE_RANGE, message: "\(values.count) values do not fit", statement: sql)
    }
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
      switch value {
      case .null: try database.check(sqlite3_bind_null(handle, place), sql)
      case .integer(let number): try database.check(sqlite3_bind_int64(handle, place, Int64(number)), sql)
      case .text(let bytes): try bind(bytes, place)
      }
    }
  }

  private func bind(_ bytes: [UInt8], _ place: Int32) throws(SQLiteError) {
    let code = bytes.withUnsafeBytes { buffer in
      // An empty buffer has no address, which SQLite takes for NULL.
      guard let base = buffer.baseAddress else { return khabar_bind_text(handle, place, "", 0) }
      return khabar_bind_text(handle, place, base.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
    }
    try database.check(code, sql)
  }

  private func value(_ column: Int32) -> SQLiteValue {
    switch sqlite3_column_type(handle, column) {
    case SQLITE_NULL: return .null
    case SQLITE_INTEGER: return .integer(Int(sqlite3_column_int64(handle, column)))
    default:
      guard let bytes = sqlite3_column_text(handle, column) else { return .text([]) }
      return .text(Array(UnsafeBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(handle, column)))))
    }
  }
}
