internal import Khabar
internal import KhabarExport

extension EventClusters {
  /// A group as one line of JSON, with the ids of its articles, raw JSON, and the days of those that have one, ascending.
  public static func line(number: Int, _ articles: [[UInt8]], days: [String]) -> [UInt8] {
    var writer = JSONWriter(isPretty: false, capacity: 256)
    writer.object { writer in
      writer.key("articles")
      writer.array(articles) { $0.raw($1) }
      writer.key("cluster")
      writer.integer(number)
      if let first = days.first, let last = days.last {
        writer.key("first")
        writer.string(first)
        writer.key("last")
        writer.string(last)
      }
    }
    return writer.bytes + [10]
  }

  /// The ids of the articles of a group, if a line is that of the group of this number.
  public static func articles(ofLine line: [UInt8], number: Int) -> [String]? {
    guard let value = JSONValue(line[...], .lenient), value["cluster"]?.integer == number else { return nil }
    return value["articles"]?.elements.compactMap(\.text)
  }
}
