public import Khabar

/// One thing that a check found, without the file it was found in.
public struct Hit: Sendable, Hashable {
  /// Code of the check.
  public var check: String
  /// How bad it is.
  public var severity: Finding.Severity
  /// What stands for each {} of the check's message.
  public var details: [String] = []
  /// What the reader says of it in English, where that is more than the check's message.
  public var remark: String?
  /// Where.
  public var spot = Spot()
  /// Whether it is too uncertain to be told. A baseline keeps it all the same: an edit elsewhere may make it more certain.
  public var isUncertain = false
  /// What it is about, in words that stay the same when the text is moved or wrapped anew.
  public var content = ""

  /// Makes a hit of a check.
  init(_ check: Check, _ details: [String] = [], spot: Spot = Spot(), content: String = "") {
    self.check = check.code
    severity = check.severity
    self.details = details
    self.spot = spot
    self.content = content
  }

  /// Makes a hit of values that were read back.
  init(
    code: String, severity: Finding.Severity, details: [String], remark: String?, spot: Spot, content: String,
    isUncertain: Bool = false
  ) {
    check = code
    self.severity = severity
    self.details = details
    self.remark = remark
    self.spot = spot
    self.content = content
    self.isUncertain = isUncertain
  }

  /// A hit about a stretch of a report's text.
  init(_ check: Check, _ details: [String] = [], in report: Report, _ span: Span) {
    self.init(check, details, spot: Spot(span, in: report), content: report.folded(span))
  }
}

extension Hit {
  /// What was found, in one sentence.
  public var message: String { remark ?? Self.fill(Check.named(check)?.message ?? check, details) }

  /// The same in Arabic.
  public var arabicMessage: String { Self.fill(Check.named(check)?.arabicMessage ?? message, details) }

  /// A sentence with details in the place of its holes.
  private static func fill(_ sentence: String, _ details: [String]) -> String {
    var filled = ""
    var rest = sentence[...]
    for detail in details {
      guard let hole = rest.firstRange(of: "{}") else { break }
      filled += rest[..<hole.lowerBound] + detail
      rest = rest[hole.upperBound...]
    }
    return filled + rest
  }
}

/// A stretch of an article.
public struct Spot: Sendable, Hashable {
  /// Lines and columns from 1, columns in code points; nil where the text is not the file itself (a page, a feed).
  public struct Region: Sendable, Hashable {
    public var line, column, endLine, endColumn: Int
  }

  /// Where it stands in the file.
  public var region: Region?
  /// Its first words.
  public var text = ""
  /// Where it stands in the report's text; a region is made of it once all hits of an article are known.
  var span: Span?

  init() {}

  /// Makes a spot of values that were read back.
  init(region: Region?, text: String) {
    self.region = region
    self.text = text
  }

  /// A stretch of a report's text.
  init(_ span: Span, in report: Report) {
    self.span = span
    text = report.opening(span)
  }
}

extension Report {
  /// The folded words of a span, which stay the same however it is wrapped, spaced or vowelled.
  func folded(_ span: Span) -> String {
    var bytes: [UInt8] = []
    for index in words.range(span) where words[index].isWordLike {
      if !bytes.isEmpty { bytes.append(0x20) }
      bytes += words.foldedText(index)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The first words of a span in one line: enough to know it again.
  func opening(_ span: Span) -> String {
    let bytes = utf8[span.bytes]
    guard bytes.count > 160, let cut = bytes.prefix(160).lastIndex(of: 0x20) else {
      return String(decoding: bytes.prefix(320), as: UTF8.self)
    }
    return String(decoding: bytes[..<cut], as: UTF8.self) + " …"
  }

  /// The span of a run of tokens.
  func span(_ tokens: Range<Int>) -> Span { words.span(tokens) }
}
