import TestSupport
import Testing

@Suite struct ClustersTests {
  @Test func `articles are grouped by their events`() throws {
    let lines = try Project.text("Tests/Corpus/events.ndjson")
    let result = try Program.run("clusters", input: lines)
    #expect(result.status == 0)
    #expect(
      result.lines.contains(
        #"{"articles":["ferry-1","ferry-2","ferry-3"],"cluster":1,"first":"2024-03-05","last":"2024-03-06"}"#),
      "\(result.output)")
    for event in ["dam-", "strike-", "volcano-"] {
      #expect(result.lines.contains { $0.split(separator: event).count == 4 }, "\(event)")
    }
  }

  @Test func `a timeline has the figures by day, outlet and speaker`() throws {
    let folder = try TemporaryFolder()
    let first = try folder.write(
      Array(
        "قتل 14 شخصا في زنجبار\n\nدار السلام، 5 آذار/مارس 2024 - قتل 14 شخصا بعد غرق العبّارة، بحسب سلطة الموانئ.\n".utf8
      ),
      to: "b.txt")
    let second = try folder.write(
      Array(
        "ارتفاع الحصيلة إلى 17 قتيلا\n\nدار السلام، 6 آذار/مارس 2024 - قال قائد خفر السواحل إن 17 شخصا قتلوا.\n".utf8),
      to: "a.txt")
    let result = try Program.run("timeline", second, first, "--unit", "killed")
    #expect(result.lines.first == "{killed}", "\(result.output)")
    let days = result.lines.dropFirst().map { $0.split(separator: " ").first ?? "" }
    #expect(days == days.sorted())
    #expect(result.output.contains("2024-03-05 · b.txt · 14"))
    #expect(result.output.contains("2024-03-06 · a.txt · 17"))
  }
}
