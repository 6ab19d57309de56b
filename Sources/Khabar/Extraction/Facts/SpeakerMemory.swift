/// The sources of an article so far, for those that are named again by a definite noun, a surname or a pronoun.
struct SpeakerMemory {
  /// Whose words go on when a verb of saying has no subject.
  var speaker = Chain()
  private var sources: [(match: SourceMatch, head: UInt64, isPlural: Bool)] = []

  /// How far back a reference may point.
  private static let reach = 24

  /// Adds a source that was just named.
  mutating func remember(_ source: SourceMatch, _ text: TaggedWords) {
    if sources.count >= Self.reach * 2 { sources.removeFirst(Self.reach) }
    let head = SourceReader.head(of: source.range, text)
    let isPlural = source.name == nil && head.map { Self.isPlural(text.words, $0) } ?? false
    sources.append((source, head.map { text.words[$0].core } ?? 0, isPlural))
  }

  /// "foremen", "officials": none of them is "he".
  private static func isPlural(_ words: Words, _ head: Int) -> Bool {
    guard words[head].script == .latin else { return false }
    let form = words.foldedText(head)
    return ["s", "men", "people"].contains { form.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// The last source with this head noun, or of this kind.
  func antecedent(head: UInt64) -> SourceMatch? {
    sources.suffix(Self.reach).last { $0.head == head }?.match
  }

  /// The last source of a kind.
  func antecedent(kind: Source.Kind) -> SourceMatch? {
    sources.suffix(Self.reach).last { $0.match.kind == kind }?.match
  }

  /// The last longer source that ends, before its apposition, in this name.
  func antecedent(naming key: UInt64, _ words: Words) -> SourceMatch? {
    sources.suffix(Self.reach).last { source in
      guard source.match.range.count > 1, !source.match.isAnonymous else { return false }
      let name = source.match.range.prefix { words[$0].kind != .mark }
      return name.last.map { words[$0].core == key || words[$0].key == key } ?? false
    }?.match
  }

  /// The last source that "he" or "she" may stand for.
  var lastPerson: SourceMatch? {
    sources.suffix(Self.reach).last { source in
      let isBody = source.match.kind == .organisation && source.head != 0
      return !isBody && !source.isPlural && source.match.kind != .document && source.match.kind != .media
    }?.match
  }

  /// The last source that a pronoun may stand for.
  var last: SourceMatch? { sources.last?.match }
}
