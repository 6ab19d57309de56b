internal import KhabarExport

extension CorpusIndex.Hit {
  /// The hit as one line of JSON with a line break.
  public var line: [UInt8] {
    var writer = JSONWriter(isPretty: false, capacity: 512)
    writer.object { writer in
      if let fact {
        writer.key("fact")
        writer.string(fact)
      }
      if let headline {
        writer.key("headline")
        writer.string(headline)
      }
      writer.key("number")
      writer.integer(number)
      if let outlet {
        writer.key("outlet")
        writer.string(outlet)
      }
      writer.key("path")
      writer.string(path)
      if let published {
        writer.key("published")
        writer.string(published)
      }
    }
    return writer.bytes + [10]
  }
}
