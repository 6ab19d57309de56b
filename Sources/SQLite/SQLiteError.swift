/// What SQLite refused.
public struct SQLiteError: Error, CustomStringConvertible {
  /// The extended result code.
  public var code: Int32
  /// What SQLite says about it.
  public var message: String
  /// The statement, or the path of a database that cannot be opened.
  public var statement: String

  /// The message and its code.
  public var description: String { "\(message) (SQLite \(code))" }
}
