/// A JSON object as ranges of the line it was read from; strings are decoded only when asked for.
struct JSONObject {
  /// A member's value.
  enum Value {
    /// Between the quotation marks, escapes undecoded.
    case string(Range<Int>)
    case object(JSONObject)
    /// A number, exactly as written.
    case number(Range<Int>)
    case null
    /// A list, true or false, which no field of ours is.
    case other
  }

  /// Members in the order of the line. Of two with one name the later counts, as most readers have it.
  var members: [(name: String, value: Value)] = []

  /// The value of a member; a null counts as absent.
  subscript(name: String) -> Value? {
    guard let value = members.last(where: { $0.name == name })?.value else { return nil }
    if case .null = value { return nil }
    return value
  }
}
