internal import Khabar
internal import KhabarExport

extension ArticleSketch {
  /// The sketch as one line of JSON with the id of its article, raw JSON, and a line break: what a line of an article can be
  /// replaced by wherever pairs are looked for.
  public func line(id: [UInt8]) -> [UInt8] {
    var writer = JSONWriter(isPretty: false, capacity: text.utf8.count + 512)
    writer.object { writer in
      writer.key("id")
      writer.raw(id)
      writer.member("published", published)
      writer.member("runs", signature.text)
      writer.member("script", isArabic ? "arabic" : "latin")
      writer.member("words", differentWords)
    }
    return writer.bytes + [10]
  }

  /// Reads the members of such a line; nil if they are none.
  public init?(runs: String, script: String, words: [UInt8], published: String?) {
    guard let signature = RunSignature(runs), script == "arabic" || script == "latin" else { return nil }
    self.init(FoldedWords(words), signature, published: published, isArabic: script == "arabic")
  }

  /// Reads such a line whole; nil if it is none.
  init?(_ line: [UInt8]) {
    guard let value = JSONValue(line[...], .lenient), let runs = value["runs"]?.text,
      let script = value["script"]?.text,
      case .string(let words) = value["words"]
    else { return nil }
    self.init(runs: runs, script: script, words: words, published: value["published"]?.text)
  }

  /// Each word of the text once, as it stands where it is first, with spaces between them.
  private var differentWords: String {
    var seen: Set<UInt64> = []
    var utf8: [UInt8] = []
    for word in text.words where word.isWordLike && seen.insert(word.key).inserted {
      if !utf8.isEmpty { utf8.append(0x20) }
      utf8 += text.text(word)
    }
    return String(decoding: utf8, as: UTF8.self)
  }
}

extension RunSignature {
  /// Four hexadecimal digits a bin.
  var text: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: values.flatMap { value in [12, 8, 4, 0].map { digits[Int(value >> UInt16($0)) & 15] } }, as: UTF8.self)
  }

  /// Reads such digits.
  init?(_ text: String) {
    let utf8 = Array(text.utf8)
    guard utf8.count == Self.bins * 4 else { return nil }
    var values: [UInt16] = []
    for start in stride(from: 0, to: utf8.count, by: 4) {
      guard let value = UInt16(String(decoding: utf8[start..<start + 4], as: UTF8.self), radix: 16) else { return nil }
      values.append(value)
    }
    self.init(values: values)
  }
}
