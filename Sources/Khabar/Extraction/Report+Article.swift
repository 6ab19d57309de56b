internal import Crypto

extension Report {
  /// Reads an article and extracts its facts. Never fails: what cannot be read becomes a finding.
  ///
  /// Of a report without facts only text, blocks, metadata and findings are read, which takes a third of the time. One without a
  /// digest has no id either. Of many articles those are read faster of which the words are known from the others.
  public init(of article: Article, hasFacts: Bool = true, hasDigest: Bool = true, known: KnownWords? = nil) {
    let reading = Reading(of: article, known)
    let words = reading.words
    let digest = hasDigest ? SHA256.hash(data: article.bytes).hex : ""
    let publishedFrom: PublishedFrom? = article.published != nil ? .option : reading.publishedFrom
    let published = article.published ?? reading.published

    var extraction = Extraction(words: words, published: published)
    for (block, range) in zip(reading.blocks, reading.blockRanges) where hasFacts && block.kind != .boilerplate {
      extraction.read(range)
    }
    extraction.connectNames()
    let found =
      !hasFacts
      ? []
      : FactExtractor(
        words: words, blocks: reading.blocks, blockRanges: reading.blockRanges,
        names: extraction.names, known: known
      ).facts()
    let matches = Self.withoutRepeatedCaptions(found, reading.blocks)
    let listed = extraction.listed()

    self.init(
      id: String(decoding: digest.utf8.prefix(16), as: UTF8.self),
      source: Origin(
        name: article.name, mediaType: article.mediaType, charset: reading.charset, byteCount: article.bytes.count,
        sha256: digest, url: article.url ?? reading.url, outlet: article.outlet ?? reading.outlet,
        record: article.record),
      language: reading.language, direction: reading.direction, published: published,
      publishedFrom: publishedFrom, modified: reading.modified, section: reading.section, blocks: reading.blocks,
      facts: Self.withCountedHeads(
        Self.facts(matches, words, listed.mentions), listed.quantities, reading.blocks), mentions: listed.mentions,
      times: listed.times,
      quantities: listed.quantities, findings: reading.findings, words: words)
  }

  /// A caption that only restates another fact is no fact of its own.
  private static func withoutRepeatedCaptions(_ facts: [FactMatch], _ blocks: [Block]) -> [FactMatch] {
    guard facts.contains(where: { $0.repeats != nil }) else { return facts }
    let kept = facts.indices.filter { facts[$0].repeats == nil || blocks[facts[$0].block].kind != .caption }
    guard kept.count < facts.count else { return facts }
    let places = Dictionary(uniqueKeysWithValues: zip(kept, kept.indices))
    return kept.map { index in
      var fact = facts[index]
      fact.repeats = fact.repeats.flatMap { places[$0] }
      return fact
    }
  }

  /// A headline that counts as many dead or injured as a fact of the body restates it, whatever words tell it: the victims of one
  /// event are counted once.
  private static func withCountedHeads(_ facts: [Fact], _ quantities: [Quantity], _ blocks: [Block]) -> [Fact] {
    let tolls = quantities.indices.filter {
      quantities[$0].value != nil && quantities[$0].unit.map(ScopeRules.fates.contains) ?? false
    }
    if tolls.isEmpty { return facts }
    var facts = facts
    for head in facts.indices where facts[head].repeats == nil && blocks[facts[head].block].kind == .headline {
      guard let toll = tolls.first(where: { facts[head].span.contains(quantities[$0].span) }) else { continue }
      let same = tolls.filter {
        quantities[$0].value == quantities[toll].value && quantities[$0].unit == quantities[toll].unit
      }
      facts[head].repeats =
        facts.first { fact in
          blocks[fact.block].kind != .headline && fact.repeats == nil
            && same.contains { fact.span.contains(quantities[$0].span) }
        }?.id
    }
    return facts
  }

  private static func facts(_ matches: [FactMatch], _ words: Words, _ mentions: [Mention]) -> [Fact] {
    matches.enumerated().map { index, match in
      let span = words.statementSpan(match.range)
      return Fact(
        id: index + 1, span: span, block: match.block,
        sources: match.sources.map {
          Source(
            span: words.coreSpan($0.range), name: $0.name, kind: $0.kind, isAnonymous: $0.isAnonymous, count: $0.count)
        },
        verb: match.verb.map { ReportingVerb(span: words.coreSpan($0), force: match.force) }, polarity: match.polarity,
        certainty: match.certainty, quoted: match.quoted,
        mentions: inside(span, mentions), repeats: match.repeats.map { $0 + 1 })
    }
  }
}

extension Report {
  /// The ids of the mentions inside a span; mentions are in reading order.
  private static func inside(_ span: Span, _ mentions: [Mention]) -> [Int] {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].span.start >= span.start { high = middle } else { low = middle + 1 }
    }
    let end = mentions[low...].firstIndex { $0.span.start >= span.end } ?? mentions.count
    var ids: [Int] = []
    ids.reserveCapacity(end - low)
    for index in low..<end where mentions[index].span.end <= span.end { ids.append(mentions[index].id) }
    return ids
  }
}

extension SHA256Digest {
  /// Lower-case hex.
  var hex: String {
    func digit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10 }
    var text = Array(repeating: UInt8(0), count: Self.byteCount * 2)
    for (index, byte) in enumerated() {
      text[index * 2] = digit(byte >> 4)
      text[index * 2 + 1] = digit(byte & 15)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
