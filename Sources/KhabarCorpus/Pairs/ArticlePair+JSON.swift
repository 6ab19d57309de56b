internal import KhabarExport

extension ArticlePair {
  /// The pair as one line of JSON with the ids of its articles, raw JSON, and a line break.
  public func line(a: [UInt8], b: [UInt8]) -> [UInt8] {
    var writer = JSONWriter(isPretty: false, capacity: 256)
    writer.object { writer in
      writer.key("a")
      writer.raw(a)
      writer.key("b")
      writer.raw(b)
      if let copy {
        writer.key("copy")
        writer.name(copy.rawValue)
      }
      if let days {
        writer.key("days")
        writer.integer(days)
      }
      writer.key("sameEvent")
      writer.boolean(true)
      writer.key("score")
      writer.integer(score)
      writer.key("words")
      writer.array(words) { $0.string($1) }
    }
    return writer.bytes + [10]
  }
}
