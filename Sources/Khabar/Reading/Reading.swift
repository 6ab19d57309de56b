/// The blocks and head data of an article, before anything is extracted.
struct Reading: Sendable {
  /// The tokens of the decoded text.
  var words: Words
  /// Charset the bytes were in.
  var charset: String
  /// BCP 47 language.
  var language: String
  /// Blocks in reading order and their tokens.
  var blocks: [Block]
  var blockRanges: [Range<Int>]
  /// Publication day (EDTF) found in the text.
  var published: String?
  /// What was wrong with the bytes.
  var findings: [Finding]

  /// Reads plain text: decodes it, cuts it into words and infers its structure.
  init(plainText article: Article) {
    let words = Words(Array(String(decoding: article.bytes, as: UTF8.self).utf8))
    self.words = words
    charset = "utf-8"
    language = article.language ?? "ar"
    blockRanges = words.indices.split { words[$0].newlines > 0 }.filter { !$0.isEmpty }.map {
      $0.startIndex..<$0.endIndex
    }
    blocks = blockRanges.map { Block(kind: .paragraph, span: words.span($0)) }
    findings = []
  }
}
