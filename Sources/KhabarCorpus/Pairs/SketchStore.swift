internal import Khabar

/// The articles of a corpus as numbers: for each its terms, its days and its signature.
///
/// Terms stand in chunks that never move, so that a growing corpus is not copied and takes no more memory than it needs.
final class SketchStore {
  /// Most terms that are kept of one article; of longer ones those that general language has least often.
  static let mostTerms = 320
  private static let chunkSize = 1 << 18

  /// The articles of a term: their number, and the last one, so that each counts once.
  private struct Use {
    var articles: Int32 = 0
    var last: Int32 = -1
  }

  private struct Place {
    var chunk: Int32
    var start: Int32
    var count: Int32
  }

  private(set) var table = TermTable()
  /// In how many articles each term occurs.
  var articlesOfTerm: [Int32] { uses.map(\.articles) }
  /// The first day of each article, `undated` without one.
  private(set) var days: [Int32] = []
  /// Whether most words of an article are Arabic.
  private(set) var isArabic: [Bool] = []
  private var places: [Place] = []
  private var chunks: [[Int32]] = []
  private var signatures: [[UInt16]] = []
  private var uses: [Use] = []
  private var found: [Int32] = []

  static let undated = Int32.min
  private static let signaturesInChunk = 1 << 12

  /// Number of articles.
  var count: Int { places.count }

  /// Adds an article.
  func add(_ sketch: ArticleSketch) {
    let article = Int32(places.count)
    found.removeAll(keepingCapacity: true)
    for word in sketch.text.words where word.isWordLike {
      let terms = table.terms(of: word, in: sketch.text)
      if terms.main >= 0 { note(terms.main, article) }
      if terms.sound >= 0 { note(terms.sound, article) }
    }
    if found.count > Self.mostTerms { keepRarest() }
    isArabic.append(sketch.isArabic)
    days.append(sketch.day.map { Int32(clamping: $0) } ?? Self.undated)
    append(found)
    append(sketch.signature)
  }

  /// The terms of an article, each once.
  @inline(__always)
  func terms(_ article: Int) -> ArraySlice<Int32> {
    let place = places[article]
    return chunks[Int(place.chunk)][Int(place.start)..<Int(place.start + place.count)]
  }

  /// The signature of an article.
  func signature(_ article: Int) -> ArraySlice<UInt16> {
    let start = article % Self.signaturesInChunk * RunSignature.bins
    return signatures[article / Self.signaturesInChunk][start..<start + RunSignature.bins]
  }

  /// Days between two articles, if both are known.
  func daysApart(_ x: Int, _ y: Int) -> Int? {
    guard days[x] != Self.undated, days[y] != Self.undated else { return nil }
    return abs(Int(days[x]) - Int(days[y]))
  }

  /// Words that two articles have, the rarest first.
  func telling(_ x: Int, _ y: Int, _ most: Int) -> [String] {
    let known = Set(terms(x))
    let shared = terms(y).filter { known.contains($0) }
    let rarest = shared.sorted {
      (uses[Int($0)].articles, frequency($0), $0) < (uses[Int($1)].articles, frequency($1), $1)
    }
    var words: [String] = []
    for term in rarest where words.count < most {
      let word = table.surface(Int(term))
      if !word.isEmpty, !words.contains(word) { words.append(word) }
    }
    return words
  }

  private func frequency(_ term: Int32) -> UInt8 { table.terms[Int(term)].frequency }

  @inline(__always)
  private func note(_ term: Int32, _ article: Int32) {
    let place = Int(term)
    while place >= uses.count { uses.append(Use()) }
    guard uses[place].last != article else { return }
    uses[place] = Use(articles: uses[place].articles + 1, last: article)
    found.append(term)
  }

  private func keepRarest() {
    let terms = table.terms
    found.sort { (terms[Int($0)].frequency, $0) < (terms[Int($1)].frequency, $1) }
    for term in found[Self.mostTerms...] { uses[Int(term)].articles -= 1 }
    found.removeLast(found.count - Self.mostTerms)
  }

  private func append(_ terms: [Int32]) {
    if chunks.isEmpty || chunks[chunks.count - 1].count + terms.count > Self.chunkSize {
      chunks.append([])
      chunks[chunks.count - 1].reserveCapacity(Self.chunkSize)
    }
    let chunk = chunks.count - 1
    places.append(Place(chunk: Int32(chunk), start: Int32(chunks[chunk].count), count: Int32(terms.count)))
    chunks[chunk] += terms
  }

  private func append(_ signature: RunSignature) {
    if (places.count - 1) % Self.signaturesInChunk == 0 {
      signatures.append([])
      signatures[signatures.count - 1].reserveCapacity(Self.signaturesInChunk * RunSignature.bins)
    }
    signatures[signatures.count - 1] += signature.values
  }
}
