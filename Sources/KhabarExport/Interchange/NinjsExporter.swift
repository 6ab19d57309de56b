public import Khabar

/// Writes an article with what its report says of it as ninjs 3.1 (IPTC, News in JSON).
///
/// ninjs has no place for facts: the report is linked as an association by its address.
public struct NinjsExporter: Sendable {
  private let isPretty: Bool

  /// Makes an exporter; a pretty one indents by two spaces.
  public init(isPretty: Bool = false) { self.isPretty = isPretty }

  /// A report.
  public func bytes(_ report: Report) -> [UInt8] {
    var json = JSONWriter(isPretty: isPretty, capacity: report.utf8.count * 2 + 4096)
    let entities = report.mentions.filter { $0.sameAs == nil }
    json.object { json in
      json.member("associations", [report]) { $0.association($1) }
      json.member("bodies", [report]) { $0.body($1) }
      json.member("by", Self.text(.byline, report))
      json.member("contentCreated", Self.moment(report.published))
      json.member("headlines", report.blocks.filter { $0.kind == .headline }.prefix(1)) { json, block in
        json.object {
          $0.member("role", "main")
          $0.member("value", report.text(block.span))
        }
      }
      json.member("infoSources", Self.sources(report)) { json, source in
        json.object { $0.member("name", source) }
      }
      json.member("language", report.language)
      json.member("located", Self.text(.dateline, report))
      json.member("organisations", entities.filter { $0.kind == .organisation }) { $0.entity($1, report) }
      json.member("people", entities.filter { $0.kind == .person }) { $0.entity($1, report) }
      json.member("places", entities.filter { $0.kind == .place }) { $0.entity($1, report) }
      json.member("standard") {
        $0.member("name", "ninjs")
        $0.member("schema", "https://iptc.org/std/ninjs/ninjs-schema_3.1.json")
        $0.member("version", "3.1")
      }
      json.member("type", "text")
      json.member("uri", WebAddress.article(report.source.url, sha256: report.source.sha256))
    }
    return json.bytes
  }

  /// The text of the first block of a kind.
  private static func text(_ kind: Block.Kind, _ report: Report) -> String? {
    report.blocks.first { $0.kind == kind }.map { report.text($0.span) }
  }

  /// Midnight of a whole day, since ninjs has no dates without a time; nil for what is less exact.
  private static func moment(_ edtf: String?) -> String? {
    let day = String(edtf?.prefix(10) ?? "")
    guard day.utf8.count == 10, CivilDate(edtf: day)?.iso == day else { return nil }
    return "\(day)T00:00:00Z"
  }

  /// Who is quoted, each once, in the order of the text.
  private static func sources(_ report: Report) -> [String] {
    var seen: Set<String> = []
    let names: [String] = report.facts.flatMap(\.sources).map { $0.name ?? report.text($0.span) }
    return names.filter { seen.insert($0).inserted }
  }
}

extension JSONWriter {
  fileprivate mutating func association(_ report: Report) {
    object { json in
      json.member("name", "factReport")
      json.member("title", "\(report.facts.count) facts found by \(generatorName) \(khabarVersion)")
      json.member("uri", WebAddress.report(report.id))
    }
  }

  fileprivate mutating func body(_ report: Report) {
    object { json in
      json.member("charCount", report.text.unicodeScalars.count)
      json.member("contentType", "text/plain")
      json.member("role", "main")
      json.key("value")
      json.string(report.utf8, report.utf8.indices)
    }
  }

  fileprivate mutating func entity(_ mention: Mention, _ report: Report) {
    let isCode = mention.kind == .place
    object { json in
      if isCode { json.member("literal", mention.name) }
      json.member("name", isCode ? report.text(mention.span) : mention.name ?? report.text(mention.span))
      json.member("rel", "mentions")
    }
  }
}
