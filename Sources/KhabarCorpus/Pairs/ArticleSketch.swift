public import Khabar

/// What pair finding needs of one article: its words, folded, and a signature of its runs of words.
///
/// Sketches are made on any thread, one by one; `PairFinder` takes them in the order of the articles.
public struct ArticleSketch: Sendable {
  let text: FoldedWords
  let signature: RunSignature
  /// The publication date in EDTF, if it is known.
  let published: String?
  /// Whether most words are Arabic.
  let isArabic: Bool

  /// The first day that the publication date can mean.
  var day: Int? { published.flatMap(EDTF.bounds)?.first }

  /// Sketches a text of valid UTF-8; `published` is a date in EDTF.
  public init(text utf8: [UInt8], published: String?) {
    let text = FoldedWords(utf8)
    self.init(text, RunSignature(text.words), published: published, isArabic: Self.isArabic(text.words))
  }

  /// Sketches a report without its boilerplate, captions and links to other articles.
  public init(_ report: Report) {
    var utf8: [UInt8] = []
    for block in report.blocks where ![.boilerplate, .caption, .related].contains(block.kind) {
      utf8 += report.utf8[block.span.bytes]
      utf8.append(0x0A)
    }
    self.init(text: utf8, published: report.published)
  }

  init(_ text: FoldedWords, _ signature: RunSignature, published: String?, isArabic: Bool) {
    self.text = text
    self.signature = signature
    self.published = published
    self.isArabic = isArabic
  }

  private static func isArabic(_ words: [Word]) -> Bool {
    var (arabic, latin) = (0, 0)
    for word in words where word.isWordLike {
      if word.script == .arabic { arabic += 1 } else if word.script == .latin { latin += 1 }
    }
    return arabic >= latin
  }
}
