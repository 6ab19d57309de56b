/// Why one line of a line mode has no answer. The run goes on.
struct LineFailure: Error {
  /// The codes, which never change.
  enum Code: String, CaseIterable {
    case emptyLine = "empty-line"
    case invalidJSON = "invalid-json"
    case invalidUTF8 = "invalid-utf-8"
    case lineTooLong = "line-too-long"
    case missingField = "missing-field"
    case wrongType = "wrong-type"
  }

  var code: Code
  /// One sentence: what, and where.
  var message: String

  /// The line that is written instead of an answer.
  func bytes(id: [UInt8]?) -> [UInt8] {
    var out = Array("{\"error\":{\"code\":\"\(code.rawValue)\",\"message\":".utf8)
    out += JSONString.literal(message.unicodeScalars)
    out.append(UInt8(ascii: "}"))
    if let id { out += Array(",\"id\":".utf8) + id }
    return out + Array("}\n".utf8)
  }
}
