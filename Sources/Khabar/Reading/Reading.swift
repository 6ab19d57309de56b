/// The blocks and head data of an article, before anything is extracted.
package struct Reading: Sendable {
  /// The tokens of the decoded text.
  package var words: Words
  /// Charset the bytes were in.
  var charset: String
  /// BCP 47 language.
  var language: String
  /// Base direction of the text.
  var direction: Report.Direction
  /// Blocks in reading order and their tokens.
  package var blocks: [Block]
  package var blockRanges: [Range<Int>]
  /// Publication day (EDTF) that the article itself gives, and where.
  package var published: String?
  var publishedFrom: Report.PublishedFrom?
  /// Day of the last change (EDTF), section, outlet and address, from the metadata.
  var modified: String?
  var section: String?
  var outlet: String?
  var url: String?
  /// What was wrong with the input.
  var findings: [Finding]

  /// Reads an article by its media type. Never fails: what cannot be read becomes a finding.
  package init(of article: Article, _ known: KnownWords? = nil) {
    let format = Format(mediaType: article.mediaType)
    guard format != .text else {
      self.init(plainText: article, known)
      return
    }
    let label = article.charset ?? (format == .ninjs ? nil : CharsetLabel.declared(in: article.bytes))
    let decoded = Charset(decoding: article.bytes, label: label, isUTF8: article.isUTF8)
    self.init(ArticleParts(decoded.utf8, format), decoded, language: article.language)
  }

  /// Reads plain text: decodes it, cuts it into words and infers its structure.
  init(plainText article: Article, _ known: KnownWords? = nil) {
    let decoded = Charset(decoding: article.bytes, label: article.charset, isUTF8: article.isUTF8)
    var words = Words(decoded.utf8, known)
    charset = decoded.name
    language = article.language ?? LanguageGuess.language(of: words)
    direction = LanguageGuess.direction(of: words)
    findings = decoded.findings
    if words.hidesControls { findings += TextFindings.hiddenControls(decoded.utf8) }
    findings += TextRepair.findings(words)
    let found = BlockRoles(words).blocks
    blocks = found.map { [words] in Block(kind: $0.kind, span: words.span($0.range)) }
    blockRanges = found.map(\.range)
    if let joined = words.joiningLines(in: blockRanges, known) { (words, blockRanges) = joined }
    self.words = words
    published = PublicationDate.find(in: words, blocks, blockRanges)
    publishedFrom = published == nil ? nil : .text
    if blocks.isEmpty, !findings.contains(where: { $0.severity == .error }) { findings.append(TextFindings.empty) }
    if let cut = TextFindings.truncation(words, blocks, blockRanges) { findings.append(cut) }
  }

  /// Joins the blocks that a reader found to one text, an empty line between two, and reads them as lines are read.
  private init(_ parts: ArticleParts, _ decoded: Charset, language: String?) {
    var parts = parts
    parts.limit()
    var text: [UInt8] = []
    var places: [Range<Int>] = []
    for part in parts.parts {
      if !text.isEmpty { text += [0x0A, 0x0A] }
      places.append(text.count..<text.count + part.text.count)
      text += part.text
    }
    let words = Words(text)
    let roles = PartRoles(words, parts.parts, places)
    let metadata = parts.metadata
    self.words = words
    charset = decoded.name
    let guess = LanguageGuess.language(of: words)
    self.language = language ?? (guess == "und" ? metadata.language.flatMap(LanguageGuess.tag) ?? guess : guess)
    direction = LanguageGuess.direction(of: words)
    blocks = roles.blocks
    blockRanges = roles.ranges
    published = metadata.published ?? PublicationDate.find(in: words, blocks, blockRanges)
    publishedFrom = metadata.published != nil ? .metadata : published == nil ? nil : .text
    modified = metadata.modified
    section = metadata.section
    outlet = metadata.outlet
    url = metadata.url
    findings = decoded.findings + parts.findings
    if words.hidesControls { findings += TextFindings.hiddenControls(text) }
    findings += TextRepair.findings(words)
    if blocks.isEmpty, !findings.contains(where: { $0.severity == .error }) { findings.append(TextFindings.empty) }
    if let cut = TextFindings.truncation(words, blocks, blockRanges) { findings.append(cut) }
  }
}
