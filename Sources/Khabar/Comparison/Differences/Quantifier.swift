/// Letters of the lexicon `quantifiers`.
enum Quantifier {
  /// All of them ("كل", "every").
  static let all: UInt8 = 0x61
  /// Only some ("بعض", "اقتصر", "only").
  static let some: UInt8 = 0x73
  /// Several, nobody says how many ("عدة", "a handful of").
  static let several: UInt8 = 0x76
  /// Announces a part of what was counted before ("بينهم", "among them").
  static let part: UInt8 = 0x70
  /// Makes a part of what follows ("من", "of").
  static let of: UInt8 = 0x6F
  /// Up to this time ("حتى", "بحلول", "as of").
  static let until: UInt8 = 0x75
  /// Before this time ("قبل", "before").
  static let before: UInt8 = 0x62
  /// So long ("لمدة", "for").
  static let lasting: UInt8 = 0x74
  /// Any of it, which a negator makes none ("لم ... أي", "not a single").
  static let any: UInt8 = 0x79
  /// Leaves out what follows ("باستثناء", "except").
  static let except: UInt8 = 0x78
  /// Counts in what follows ("بما فيها").
  static let with: UInt8 = 0x69
  /// What is left over ("الباقي", "the rest").
  static let rest: UInt8 = 0x6C
  /// Room for so many ("يتسع لـ", "a capacity of").
  static let room: UInt8 = 0x6D
  /// In all of an area ("عموم", "across").
  static let throughout: UInt8 = 0x77
  /// A noun that an ordinal gives a place in an order, and no event of a series ("المركز الثالث", "third place").
  static let rank: UInt8 = 0x72

  /// Letters of words that say nothing of how many there are of the noun behind them.
  static let measuresNothing = [rank, before, lasting, rest, room]
}
