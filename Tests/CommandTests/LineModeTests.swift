import TestSupport
import Testing

@Suite struct LineModeTests {
  @Test func `each line gets one line, in order, with its id as written`() throws {
    let input = """
      {"id":7,"a":"قتل 12 شخصا","b":"مقتل 12 شخصا"}
      {"id":"x\\u0031","a":"خبر","b":"خبر"}
      {"a":"without one","b":"is fine"}
      {"id":1e3,"b":"b","a":"a","more":[1,{"x":[]},null,true]}
      """
    let result = try Program.run("relate", input: input)
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.lines.count == 4)
    #expect(result.lines[0].contains("\"id\":7,"))
    #expect(result.lines[1].contains("\"id\":\"x\\u0031\","))
    #expect(!result.lines[2].contains("\"id\":"))
    #expect(result.lines[3].contains("\"id\":1e3,"))
  }

  @Test(
    arguments: [
      ("", "empty-line", nil), ("  ", "empty-line", nil), ("[1]", "invalid-json", nil),
      ("{\"id\":1", "invalid-json", "1"),
      ("{\"id\":1} x", "invalid-json", "1"), ("{\"id\":1,\"a\":\"x\"}", "missing-field", "1"),
      ("{\"id\":1,\"a\":\"x\",\"b\":2}", "wrong-type", "1"),
      ("{\"id\":[1],\"a\":\"x\",\"b\":\"y\"}", "wrong-type", nil),
      ("{\"id\":1,\"a\":\"x\",\"b\":null}", "missing-field", "1"),
    ] as [(String, String, String?)])
  func `a bad line gets an error line and the run goes on`(line: String, code: String, id: String?) throws {
    let good = "{\"id\":\"good\",\"a\":\"x\",\"b\":\"y\"}"
    let result = try Program.run("relate", input: "\(line)\n\(good)\n")
    #expect(result.status == 0)
    #expect(result.lines.count == 2)
    #expect(result.lines[0].hasPrefix("{\"error\":{\"code\":\"\(code)\",\"message\":\""))
    #expect(result.lines[0].hasSuffix(id.map { "},\"id\":\($0)}" } ?? "\"}}"))
    #expect(result.lines[1].contains("\"id\":\"good\""))
    #expect(result.errors == "khabar: 1 of 2 lines got an error line\n")
  }

  @Test func `an answer does not depend on the lines before it`() throws {
    let (a, b) = ("قتل 12 شخصا في صفاقس أمس.", "مقتل 15 شخصا في مدينة سوسة في 3 أيار.")
    let lines = [
      "{\"a\":\"\(a)\",\"b\":\"\(b)\"}\n", "{\"a\":\"\(b)\",\"b\":\"\(a)\",\"publishedB\":\"2024-05-04\"}\n",
      "{\"a\":\"\(a)\",\"b\":\"\(a)\",\"languageA\":\"en\"}\n",
      "{\"a\":\"\(a)\",\"b\":\"\(b)\",\"publishedA\":\"2024-05-05\"}\n",
      "{\"a\":\"\(b)\",\"b\":\"A dam cracked in Sfax.\"}\n",
    ]
    let alone = try lines.map { try Program.run("relate", input: $0).output }
    let order = [0, 1, 0, 2, 1, 3, 3, 0, 4, 2, 4, 4, 1, 2, 0]
    let result = try Program.run("relate", input: order.map { lines[$0] }.joined())
    #expect(result.output == order.map { alone[$0] }.joined())
  }

  @Test func `a comparison of articles does not depend on the lines before it`() throws {
    let texts = [
      "حريق في مصنع بصفاقس\\n\\nقتل 12 شخصا في حريق بمصنع في صفاقس أمس، وقال الوالي نبيل الشعلان إن أحدا لم يصب سواهم.",
      "مقتل 15 عاملا في صفاقس\\n\\nلقي 15 عاملا حتفهم في مصنع بمدينة صفاقس في 3 أيار، وفق الوالي. ونجا ثلاثة.",
      "Factory fire in Sfax\\n\\nTwelve workers died on 3 May in a factory in Sfax, the governor said.",
    ]
    // One text under two names, on two days, of two addresses, and with a day that cannot be read.
    let articles =
      texts.map { "{\"text\":\"\($0)\"}" }
      + [
        "{\"id\":\"n\",\"text\":\"\(texts[0])\"}", "{\"text\":\"\(texts[0])\",\"published\":\"2024-05-04\"}",
        "{\"text\":\"\(texts[0])\",\"url\":\"https://example.org/1\",\"outlet\":\"Example\"}",
        "{\"text\":\"\(texts[0])\",\"published\":\"soon\"}", "{\"html\":\"<p>\(texts[2])</p>\"}",
      ]
    let lines = articles.flatMap { a in articles.map { "{\"a\":\(a),\"b\":\($0)}\n" } }
    let alone = try lines.map { try Program.run("compare", "--ndjson", input: $0).output }
    // Each line comes three times, among others each time.
    let order = Array(lines.indices) + lines.indices.reversed() + lines.indices.map { $0 * 7 % lines.count }
    let result = try Program.run("compare", "--ndjson", input: order.map { lines[$0] }.joined())
    #expect(result.output == order.map { alone[$0] }.joined())
  }

  @Test func `bytes that are not UTF-8 get an error line`() throws {
    let result = try Program.run(
      "relate", bytes: Array("{\"id\":1,\"a\":\"".utf8) + [0xFF] + Array("\",\"b\":\"\"}".utf8))
    #expect(result.lines == ["{\"error\":{\"code\":\"invalid-utf-8\",\"message\":\"the line is not UTF-8\"}}"])
  }

  @Test func `CRLF, a byte order mark and a missing last line end are read`() throws {
    let result = try Program.run(
      "relate", input: "\u{FEFF}{\"id\":1,\"a\":\"\",\"b\":\"\"}\r\n{\"id\":2,\"a\":\"\",\"b\":\"\"}")
    #expect(result.lines.count == 2)
    #expect(!result.output.contains("error"))
    #expect(!result.output.contains("\r"))
  }

  @Test func `no input gives no output`() throws {
    let result = try Program.run("relate")
    #expect(result.status == 0)
    #expect(result.output == "")
  }

  @Test func `a line over the limit is skipped, the next is answered`() throws {
    let long = "{\"id\":1,\"text\":\"\(String(repeating: "خبر ", count: 500_000))\"}"
    let result = try Program.run(
      "report", "--ndjson", "--max-bytes", "100000", input: "\(long)\n{\"id\":2,\"text\":\"خبر\"}\n")
    #expect(result.lines.count == 2)
    #expect(result.lines[0].hasPrefix("{\"error\":{\"code\":\"line-too-long\""))
    #expect(result.lines[1].contains("\"id\":2"))
  }

  @Test func `a long line within the limit is answered`() throws {
    let text = String(repeating: "خبر ", count: 500_000)
    let result = try Program.run("report", "--ndjson", input: "{\"id\":1,\"text\":\"\(text)\"}\n")
    #expect(result.lines.count == 1)
    #expect(result.lines[0].contains("\"id\":1"))
  }

  @Test func `an answer comes before the next line is sent`() throws {
    let result = try Program.bash(
      #"""
      coproc "$KHABAR" relate
      for id in 1 2 3; do
        echo "{\"id\":$id,\"a\":\"x\",\"b\":\"y\"}" >&"${COPROC[1]}"
        read -r -t 20 answer <&"${COPROC[0]}" && echo "$answer"
      done
      """#)
    #expect(result.lines.count == 3)
    #expect(result.lines.last?.contains("\"id\":3") == true)
  }

  @Test func `reports and comparisons are lines too`() throws {
    let report = try Program.run(
      "report", "--ndjson",
      input: #"{"id":"r","text":"قتل 12 شخصا.","published":"2023-05-31T10:00:00Z","language":"ar"}"#)
    #expect(report.lines.count == 1)
    #expect(report.output.contains("\"format\":\"khabar.report/1\""))
    #expect(report.output.contains("\"published\":\"2023-05-31\""))
    #expect(report.output.contains("\"id\":\"r\""))
    let comparison = try Program.run(
      "compare", "--ndjson", input: #"{"id":"c","a":{"text":"قتل 12 شخصا."},"b":{"text":"مقتل 12 شخصا."}}"#)
    #expect(comparison.lines.count == 1)
    #expect(comparison.output.contains("\"format\":\"khabar.comparison/1\""))
    #expect(comparison.output.contains("\"id\":\"c\""))
  }

  @Test func `metadata that cannot be read costs a finding, not the report`() throws {
    let result = try Program.run(
      "report", "--ndjson", input: #"{"id":1,"text":"خبر","published":"last week","language":"?"}"#)
    #expect(result.output.contains("\"unreadable-published\""))
    #expect(result.output.contains("\"unreadable-language\""))
  }

  @Test func `an error in a comparison names the side`() throws {
    let result = try Program.run("compare", "--ndjson", input: #"{"id":1,"a":{"text":"x"},"b":{"html":42}}"#)
    #expect(result.output.contains("\"wrong-type\""))
    #expect(result.output.contains(#"\"b.html\""#))
  }

  @Test func `fail-on ends with 1 after all lines`() throws {
    let result = try Program.run("relate", "--fail-on", "any", input: #"{"id":1,"a":"قتل 12 شخصا","b":"هطل المطر"}"#)
    #expect(result.status == 1)
    #expect(result.lines.count == 1)
  }
}
