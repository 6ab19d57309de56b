/// The blocks and head data of an article, before anything is extracted.
struct Reading: Sendable {
  /// The tokens of the decoded text.
  var words: Words
  /// Charset the bytes were in.
  var charset: String
  /// BCP 47 language.
  var language: String
  /// Base direction of the text.
  var direction: Report.Direction
  /// Blocks in reading order and their tokens.
  var blocks: [Block]
  var blockRanges: [Range<Int>]
  /// Publication day (EDTF) found in the text.
  var published: String?
  /// What was wrong with the input.
  var findings: [Finding]

  /// Reads plain text: decodes it, cuts it into words and infers its structure.
  init(plainText article: Article) {
    let decoded = Charset(decoding: article.bytes)
    let words = Words(decoded.utf8)
    self.words = words
    charset = decoded.name
    language = article.language ?? LanguageGuess.language(of: words)
    direction = LanguageGuess.direction(of: words)
    findings = decoded.findings
    if words.hidesControls { findings += TextFindings.hiddenControls(decoded.utf8) }
    let found = BlockRoles(words).blocks
    blockRanges = found.map(\.range)
    blocks = found.map { Block(kind: $0.kind, span: words.span($0.range)) }
    published = PublicationDate.find(in: words, blocks, blockRanges)
    if blocks.isEmpty, !findings.contains(where: { $0.severity == .error }) { findings.append(TextFindings.empty) }
    if let cut = TextFindings.truncation(words, blocks, blockRanges) { findings.append(cut) }
  }
}
