internal import Khabar

/// A query as FTS5 takes it.
struct SearchQuery {
  /// The expression; empty where the query has no word. All words must be there.
  private(set) var expression = ""
  private var stems: Set<[UInt8]> = []

  /// Reads words, and phrases between quotation marks.
  init(_ text: String) {
    var parts: [String] = []
    let pieces = text.split(separator: "\"", omittingEmptySubsequences: false)
    for (index, piece) in pieces.enumerated() {
      let folded = SearchText(Array(piece.utf8))
      let words = folded.words.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      let stems = folded.stems.split(separator: 0x20)
      self.stems.formUnion(stems.map(Array.init))
      // Every second piece stands between marks, unless the last one has no end.
      if index % 2 == 1, index + 1 < pieces.count {
        if !words.isEmpty { parts.append("words : \"\(words.joined(separator: " "))\"") }
      } else {
        parts += zip(words, stems).map { word, stem in
          "(words : \"\(word)\" OR stems : \"\(String(decoding: stem, as: UTF8.self))\")"
        }
      }
    }
    expression = parts.joined(separator: " AND ")
  }

  /// Whether a text has a word of the query.
  func meets(_ text: String) -> Bool {
    SearchText(Array(text.utf8)).stems.split(separator: 0x20).contains { stems.contains(Array($0)) }
  }
}
