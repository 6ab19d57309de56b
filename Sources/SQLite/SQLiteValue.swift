/// A value of a column or parameter.
public enum SQLiteValue: Sendable, Hashable {
  /// No value.
  case null
  /// A whole number.
  case integer(Int)
  /// A text as UTF-8.
  case text([UInt8])

  /// A text.
  public static func text(_ string: String) -> SQLiteValue { .text(Array(string.utf8)) }
  /// A text, or no value.
  public static func text(_ string: String?) -> SQLiteValue { string.map { .text(Array($0.utf8)) } ?? .null }

  /// A text.
  public static func text(_ utf8: ArraySlice<UInt8>) -> SQLiteValue { .text(Array(utf8)) }

  /// The number, 0 for anything else.
  public var number: Int {
    if case .integer(let number) = self { number } else { 0 }
  }

  /// The text, nil for anything else.
  public var string: String? {
    if case .text(let bytes) = self { String(decoding: bytes, as: UTF8.self) } else { nil }
  }
}
