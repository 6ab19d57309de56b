/// A province, and what a place is to it.
struct Region: Equatable {
  /// The code of the country, a colon and the name of the province.
  let name: String
  let kind: UInt8
  /// The place itself.
  let place: String

  /// The code of its country.
  var country: Substring { name.prefix { $0 != ":" } }

  /// A town, a district, a camp; an area that is no town, such as a desert; the province itself has other letters.
  static let town: UInt8 = 0x74
  static let area: UInt8 = 0x61
}

extension Words {
  /// The provinces of the longest name of the list that begins at a token, and its length in tokens.
  func region(at token: Int) -> (length: Int, regions: [Region])? {
    guard self[token].kind == .word else { return nil }
    let (key, core) = (self[token].key, self[token].core)
    return region(token, key) ?? (core == key ? nil : region(token, core))
  }

  /// The same with the key of the first word.
  private func region(_ token: Int, _ head: UInt64) -> (length: Int, regions: [Region])? {
    let (value, longest) = Lexicon.region(head)
    // Most words are in no name of a place.
    guard value != nil || longest > 0 else { return nil }
    var found = value.map { (length: 1, value: $0) }
    var (key, at) = (head, token + 1)
    while at < count, at - token < longest, self[at].kind == .word {
      key = Key.join(key, self[at].key)
      at += 1
      if let value = Lexicon.region(key).value { found = (at - token, value) }
    }
    return found.map { ($0.length, Region.all($0.value)) }
  }
}

extension Region {
  /// The readings of a row: three fields each.
  fileprivate static func all(_ value: Lexicon.Value) -> [Region] {
    let fields = value.fields
    return stride(from: 0, to: fields.count - 2, by: 3).map {
      Region(name: fields[$0], kind: fields[$0 + 1].utf8.first ?? 0, place: fields[$0 + 2])
    }
  }
}
