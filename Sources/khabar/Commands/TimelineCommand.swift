import ArgumentParser
import Khabar
import KhabarCorpus
import KhabarExport

/// The articles of one event in, how its figures moved out.
struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Shows how the figures of an event moved over time and by outlet.",
    discussion: """
      EXAMPLES:
        khabar timeline monday.html tuesday.html agency.txt
        khabar timeline ferry/ --unit killed
        khabar clusters corpus/ >events.ndjson; khabar timeline events.ndjson#3

      For each unit that at least two of the articles have, every figure stands with the day of its article, who published
      it and who says it, in the order of publication. events.ndjson#3 is the event of khabar clusters whose "cluster" is 3,
      if its articles are called by their paths.
      """)

  @Argument(help: "The articles of one event: files, folders and patterns, or an event of khabar clusters.")
  var files: [String]

  @Option(help: "Only figures of this unit: killed, injured, person, USD, km.")
  var unit: String?

  @Option(name: .shortAndLong, help: "Write to this file, which appears whole or not at all.")
  var output: String?

  @OptionGroup var input: InputOptions

  func run() throws {
    let reports = try articles().map { Report(of: $0) }
    let out = try OutputFile(output)
    for series in FigureTimeline(reports).series
    where unit == nil || series.unit == unit || series.unit == "{\(unit ?? "")}" {
      try out.write(Self.line(series.unit))
      for point in series.points { try out.write(Self.line(Self.text(point, reports[point.report]))) }
    }
    try out.finish()
  }

  private func articles() throws -> [Article] {
    try files.flatMap { argument in
      if let event = ClusterReference(orFile: argument) { return try event.articles(input) }
      return try input.articles(InputPaths([argument]).paths, language: nil, published: nil)
    }
  }

  private static func text(_ point: FigureTimeline.Point, _ report: Report) -> String {
    let value = point.quantity.value ?? [point.quantity.low ?? "", point.quantity.high ?? ""].joined(separator: "…")
    let about = point.quantity.isApproximate ? "about " : ""
    let outlet = report.source.outlet ?? report.source.name
    let says = point.sources.isEmpty ? [] : ["says: " + point.sources.joined(separator: " ← ")]
    let parts = [report.published ?? "no day", outlet, about + value] + says + [point.text]
    return "  " + parts.joined(separator: " · ")
  }

  private static func line(_ text: String) -> [UInt8] { SafeText.bytes(Array(text.utf8)) + [10] }
}
