public import Khabar

/// How the figures of one event moved: for each unit what the reports say, in the order of their publication.
public struct FigureTimeline: Sendable {
  /// One figure of one report.
  public struct Point: Sendable {
    /// Number of the report, from 0.
    public var report: Int
    /// The figure.
    public var quantity: Quantity
    /// The words for it.
    public var text: String
    /// Who says it, outermost first; empty when the outlet speaks itself.
    public var sources: [String]
  }

  /// The figures of one unit.
  public struct Series: Sendable {
    /// The unit as reports have it ("{killed}", "USD").
    public var unit: String
    /// The figures, by publication; of one report in reading order.
    public var points: [Point]
  }

  /// The units that more than one report has, those of most reports first.
  public private(set) var series: [Series] = []

  /// Collects the figures of the facts of reports. A restated fact counts once.
  public init(_ reports: [Report]) {
    var points: [String: [Point]] = [:]
    for number in Self.order(reports) {
      let report = reports[number]
      for fact in report.originals {
        for quantity in report.quantities where fact.span.contains(quantity.span) {
          guard let unit = quantity.unit, unit != "{ordinal}" else { continue }
          points[unit, default: []].append(
            Point(
              report: number, quantity: quantity, text: report.text(quantity.span),
              sources: fact.sources.map { $0.name ?? report.text($0.span) }))
        }
      }
    }
    series = points.map(Series.init).filter { $0.reports > 1 }.sorted { ($0.reports, $1.unit) > ($1.reports, $0.unit) }
  }

  /// The reports by their day, those without one last.
  private static func order(_ reports: [Report]) -> [Int] {
    let days = reports.map { $0.published.flatMap(EDTF.bounds)?.first ?? Int.max }
    return reports.indices.sorted { (days[$0], $0) < (days[$1], $1) }
  }
}

extension FigureTimeline.Series {
  /// How many reports it has figures of.
  var reports: Int { Set(points.map(\.report)).count }
}
