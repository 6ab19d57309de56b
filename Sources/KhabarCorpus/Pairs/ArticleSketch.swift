public import Khabar

/// What pair finding needs of one article: its words, folded, and a signature of its runs of words.
///
/// Sketches are made on any thread, one by one; `PairFinder` takes them in the order of the articles.
public struct ArticleSketch: Sendable {
  let text: FoldedWords
  let signature: RunSignature
  /// The first and last day that the publication date can mean.
  let published: ClosedRange<Int>?

  /// Sketches a text of valid UTF-8; `published` is a date in EDTF.
  public init(text utf8: [UInt8], published: String?) {
    text = FoldedWords(utf8)
    signature = RunSignature(text.words)
    self.published = published.flatMap(EDTF.bounds).map { $0.first...max($0.first, $0.last) }
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
}
