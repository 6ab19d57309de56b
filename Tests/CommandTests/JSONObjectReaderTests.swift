import Testing

@testable import khabar

@Suite struct JSONObjectReaderTests {
  private func read(_ text: String) throws -> (bytes: [UInt8], object: JSONObject) {
    var reader = JSONObjectReader(Array(text.utf8))
    try reader.read()
    return (Array(text.utf8), reader.object)
  }

  private func string(_ json: String) throws -> String? {
    let (bytes, object) = try read("{\"x\":\(json)}")
    guard case .string(let range) = object["x"] else { return nil }
    return String(decoding: JSONString.decoded(bytes, range), as: UTF8.self)
  }

  @Test(arguments: [
    (#""""#, ""), (#""خبر""#, "خبر"), (#""a\"\\\/\b\f\n\r\tz""#, "a\"\\/\u{8}\u{C}\n\r\tz"),
    (#""\u062e\u0628\u0631""#, "خبر"), (#""\uD83D\uDE00!""#, "😀!"), (#""\u00e9\u20AC""#, "é€"),
    (#""\ud83d""#, "\u{FFFD}"), (#""\ude00x""#, "\u{FFFD}x"), (#""\ud83d\u0041""#, "\u{FFFD}A"),
    (#""\u0000""#, "\u{0}"),
  ]) func `strings are decoded`(json: String, text: String) throws {
    #expect(try string(json) == text)
  }

  @Test func `a lone surrogate is one code point`() throws {
    #expect(try string(#""\ud83d\ud83d\ude00""#)?.unicodeScalars.count == 2)
  }

  @Test(arguments: [
    "", "{", "[]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}", "{\"a\":1 \"b\":2}", "{\"a\":01}", "{\"a\":-}",
    "{\"a\":1.}",
    "{\"a\":1e}", "{\"a\":tru}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12g4\"}", "{\"a\":\"\\u12", "{\"a\":\"\n\"}",
    "{'a':1}",
    "{\"a\":[1,]}", "{\"a\":[}", "{\"a\":1}}", "{\"a\":NaN}", "{\"a\":\"\\", "{a:1}",
  ]) func `what is not JSON is refused`(text: String) {
    #expect(throws: LineFailure.self) { try read(text) }
  }

  @Test(arguments: [
    "{}", " { } ", "{\"a\":[ ] , \"b\" : { } }", "{\"a\":-0.5e+10}", "{\"a\":[[],[{}],true,false,null]}",
  ])
  func `all of JSON is read`(text: String) throws {
    _ = try read(text)
  }

  @Test func `of two members with one name the later counts, and null is absent`() throws {
    let (_, object) = try read(#"{"x":"1","x":2,"y":null}"#)
    guard case .number = object["x"] else {
      Issue.record("x is not the number")
      return
    }
    #expect(object["y"] == nil)
  }

  @Test func `deep nesting is refused, not followed`() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
      let text =
        "{\"a\":" + String(repeating: open, count: 100_000) + "1" + String(repeating: close, count: 100_000) + "}"
      #expect(throws: LineFailure.self) { try read(text) }
    }
  }

  @Test func `what is written into a line cannot end it`() {
    let literal = JSONString.literal("a\"\\\n\u{85}\u{2028}\u{202E}\u{1B}خ".unicodeScalars)
    #expect(
      String(decoding: literal, as: UTF8.self) == #""a\"\\\u000a\u0085\u2028\u202e\u001bخ""#)
    #expect(JSONString.safeInLine(Array("\"\u{2029}خ\"".utf8)[...]) == Array(#""\u2029خ""#.utf8))
  }
}
