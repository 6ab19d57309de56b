import Khabar
import KhabarExport

/// What is kept of an article to find those that tell the same: small enough for all articles of a corpus at a time.
public struct Signature: Sendable, Hashable {
  /// Digest of the folded words of the news; 0 where there are too few to speak of a copy.
  var text: UInt64 = 0
  /// The smallest hashes of its runs of four words: a bottom-k sketch (Broder 1997).
  var sketch: [UInt32] = []
  /// Keys of its content words, places and counts.
  var terms: [UInt32] = []
  /// Sum of the hashes of its sentences: the same however they are ordered, wrapped, spaced or vowelled.
  var sentences: UInt64 = 0
  /// The day of publication.
  var day: Day?

  private static let sketchSize = 64
  private static let termLimit = 128
  /// Words of a run.
  private static let run = 4
  /// How few words make no copy: two flashes may well be worded alike.
  private static let least = 12

  init() {}

  /// Reads the signature of an article.
  init(_ report: Report) {
    let keys = report.newsKeys
    day = report.published.flatMap(EDTF.bounds).flatMap { $0.first == $0.last ? $0.first : nil }
    sentences = report.sentenceSum
    terms = Self.smallest(report.terms, Self.termLimit)
    guard keys.count >= Self.least else { return }
    text = keys.reduce(1, Key.join)
    sketch = Self.smallest(
      Set((0...keys.count - Self.run).map { keys[$0..<$0 + Self.run].reduce(0, Key.join) }), Self.sketchSize)
  }

  /// The smallest of some hashes, in ascending order: of equal texts always the same. Half of their bits will do, and half of
  /// the memory.
  private static func smallest(_ hashes: Set<UInt64>, _ count: Int) -> [UInt32] {
    // No key is 0, which stands for an empty place in an index.
    Array(Set(hashes.map { max(1, UInt32(truncatingIfNeeded: $0)) }).sorted().prefix(count))
  }

  /// How much of both texts is the same, in thousandths: the share of the sketch of both that is in each.
  func resemblance(_ other: Signature) -> Int {
    var (i, j, union, common) = (0, 0, 0, 0)
    while union < Self.sketchSize, i < sketch.count || j < other.sketch.count {
      union += 1
      if j == other.sketch.count || i < sketch.count && sketch[i] < other.sketch[j] {
        i += 1
      } else if i == sketch.count || other.sketch[j] < sketch[i] {
        j += 1
      } else {
        (i, j, common) = (i + 1, j + 1, common + 1)
      }
    }
    return union == 0 ? 0 : common * 1000 / union
  }

  /// Whether both may tell of one event: published no more days apart, as far as is known.
  func isNear(_ other: Signature, days: Int) -> Bool {
    guard let day, let other = other.day else { return true }
    return abs(day - other) <= days
  }
}

extension Report {
  /// The keys of the words of headline and body, in order.
  fileprivate var newsKeys: [UInt64] {
    blocks.filter { $0.kind != .boilerplate && $0.kind != .related && $0.kind != .byline && $0.kind != .dateline }
      .flatMap { block in words.range(block.span).lazy.filter { words[$0].isWordLike }.map { words[$0].key } }
  }

  /// The sum over the hashes of all sentences; a blank line ends one too, a single line break may be that of a wrapped text.
  fileprivate var sentenceSum: UInt64 {
    var (sum, sentence): (UInt64, UInt64) = (0, 0)
    for word in words.all {
      if word.isWordLike {
        sentence = Key.join(sentence, word.key)
      } else if word.newlines > 1 || [0x2E, 0x21, 0x3F, 0x61F, 0x6D4].contains(word.mark) {
        sum &+= Key.finish(sentence)
        sentence = 0
      }
    }
    return sum &+ Key.finish(sentence)
  }

  /// Keys of content words, of places by their codes and of counts with their units, which two languages share.
  fileprivate var terms: Set<UInt64> {
    var terms: Set<UInt64> = []
    for block in blocks where block.kind.tellsNews {
      for index in words.range(block.span) where words[index].kind == .word && !words.has(.function, at: index) {
        if words[index].end - words[index].start > 2 { terms.insert(words[index].core) }
      }
    }
    for mention in mentions where mention.kind == .place {
      if let name = mention.name { terms.insert(Key.of("place \(name)".utf8)) }
    }
    for quantity in quantities {
      if let value = quantity.value, let unit = quantity.unit, value.utf8.count > 1 {
        terms.insert(Key.of("\(value) \(unit)".utf8))
      }
    }
    return terms
  }
}
