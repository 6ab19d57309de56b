internal import CLexicons

/// All word lists of `Lexicons/{ar,en}/*.tsv`, in one table from folded word or phrase to rows.
///
/// A row is `form<TAB>value`; values are read by the extractor that owns the category. `Tools/lexicons/make_table.py`
/// makes the table (the format stands there), and it is read where it lies in the binary.
package enum Lexicon {
  /// A file name in every language folder, in alphabetical order; there is room for 28.
  package enum Category: UInt8, Sendable, CaseIterable {
    case abbreviations, attribution, certainty, concepts, denials, function, hedges, labels, media, months, moods
    case names, negators, notices, numbers, opposites, organisations, places, quantifiers, related, reporting, roles
    case sites, speakers, times, units, verbs, weekdays
  }

  /// A set of categories.
  package struct Categories: OptionSet, Sendable {
    package let rawValue: UInt32
    @inline(__always)
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// None, without a list of none: each token begins with several of these.
    @inline(__always)
    package init() { rawValue = 0 }

    /// These categories; without a list of them, so that a set that is always the same is no more than a number.
    @inline(__always)
    package init(
      _ first: Category, _ b: Category? = nil, _ c: Category? = nil, _ d: Category? = nil, _ e: Category? = nil,
      _ f: Category? = nil, _ g: Category? = nil, _ h: Category? = nil
    ) {
      @inline(__always)
      func bit(_ category: Category?) -> UInt32 { category.map { 1 &<< UInt32($0.rawValue) } ?? 0 }
      rawValue = bit(first) | bit(b) | bit(c) | bit(d) | bit(e) | bit(f) | bit(g) | bit(h)
    }
    /// The categories of a list.
    package init(_ all: [Category]) { rawValue = all.reduce(0) { $0 | 1 << UInt32($1.rawValue) } }

    /// Whether the category is in the set.
    @inline(__always)
    package func has(_ category: Category) -> Bool { rawValue & 1 << UInt32(category.rawValue) != 0 }
    /// Whether one of the categories is in the set.
    @inline(__always)
    package func has(anyOf others: Categories) -> Bool { rawValue & others.rawValue != 0 }
  }

  /// The entry of a key, or -1; an entry is an index into the table and stays valid for the life of the program.
  static func entry(_ key: UInt64) -> Int32 { entry(at: slot(key)) }

  /// What the keys of the lists kept aside are salted with (`Tools/lexicons/make_table.py`).
  static let salt: UInt64 = 0x6B68_6162_6172_2121

  /// What the keys of the concepts are salted with: they say nothing of what a word is in a clause, and nobody but the comparison
  /// asks for them.
  static let conceptSalt: UInt64 = 0x636F_6E63_6570_7473

  /// The concept that a word or phrase of this key names, hashed, or 0, and how many words the longest phrase of the list has
  /// that begins with a word of this key.
  static func concept(_ key: UInt64) -> (concept: UInt64, phraseLength: Int) {
    let slot = slot(key ^ conceptSalt)
    guard slot >= 0 else { return (0, 0) }
    let value = value(entry(at: slot), .concepts)
    return (value.map { Key.of($0.bytes) } ?? 0, phraseLength(at: slot))
  }

  /// What the keys of the provinces that places lie in are salted with: no word is a place because this list has it.
  private static let regionSalt: UInt64 = 0x7265_6769_6F6E_7321

  /// The province that a place of this key lies in or is, with what it is (`Tools/places/make_regions.py`), and how many words the
  /// longest phrase of the list has that begins with a word of this key.
  static func region(_ key: UInt64) -> (value: Value?, phraseLength: Int) {
    let slot = slot(key ^ regionSalt)
    return slot >= 0 ? (value(entry(at: slot), .places), phraseLength(at: slot)) : (nil, 0)
  }

  /// Whether a list kept aside may have a word, or a phrase that begins with a word, of this salted key.
  static func mayBeAside(_ key: UInt64) -> Bool {
    let place = unsafe Int(table.load(fromByteOffset: 16, as: UInt32.self)) + Int(key & 0x3FFF) >> 3
    return unsafe table.load(fromByteOffset: place, as: UInt8.self) & 1 << UInt8(key & 7) != 0
  }

  /// The entry at a slot, or -1 where none is or only phrases begin.
  @inline(__always)
  static func entry(at slot: Int32) -> Int32 { slot >= 0 && !categories(slot).isEmpty ? slot : -1 }

  /// How many words the longest phrase has that begins with the word of a slot; 0 when none does.
  @inline(__always)
  static func phraseLength(at slot: Int32) -> Int { slot >= 0 ? Int(bits(slot) >> 28) : 0 }

  /// All categories that an entry has a row of.
  @inline(__always)
  static func categories(_ entry: Int32) -> Categories {
    Categories(rawValue: entry >= 0 ? bits(entry) & 0x0FFF_FFFF : 0)
  }

  /// The value of an entry in a category. When several files give one, the last row wins.
  @inline(__always)
  package static func value(_ entry: Int32, _ category: Category) -> Value? {
    let categories = categories(entry)
    guard categories.has(category) else { return nil }
    let first = unsafe table.load(fromByteOffset: place(entry) + 8, as: UInt32.self)
    // The only row stands in the slot.
    if categories.rawValue & (categories.rawValue - 1) == 0 { return Value(place: first) }
    let before = categories.rawValue & (1 << UInt32(category.rawValue) - 1)
    let row = Int(first) + before.nonzeroBitCount
    return unsafe Value(place: table.load(fromByteOffset: rows + row * 4, as: UInt32.self))
  }

  // MARK: - The table

  private static let head = 64
  @inline(__always)
  private static var table: UnsafeRawPointer { unsafe UnsafeRawPointer(khabar_lexicon()) }
  @inline(__always)
  private static var slots: Int { unsafe 1 &<< Int(table.load(fromByteOffset: 4, as: UInt32.self)) }
  @inline(__always)
  private static var rows: Int { head + slots * 16 }
  @inline(__always)
  fileprivate static var values: Int { unsafe rows + Int(table.load(fromByteOffset: 8, as: UInt32.self)) * 4 }
  @inline(__always)
  private static func place(_ slot: Int32) -> Int { head + Int(slot) * 16 }

  @inline(__always)
  private static func bits(_ slot: Int32) -> UInt32 {
    unsafe table.load(fromByteOffset: place(slot) + 12, as: UInt32.self)
  }

  /// Whether the table may have a key.
  @inline(__always)
  private static func mayHave(_ key: UInt64) -> Bool {
    let place = unsafe Int(table.load(fromByteOffset: 16, as: UInt32.self)) + 2048 + Int(key >> 50)
    return unsafe table.load(fromByteOffset: place, as: UInt8.self) & 1 << UInt8(key >> 47 & 7) != 0
  }

  /// The slot of a key, or -1.
  static func slot(_ key: UInt64) -> Int32 {
    guard mayHave(key) else { return -1 }
    let mask = Int32(truncatingIfNeeded: slots - 1)
    var slot = Int32(truncatingIfNeeded: key) & mask
    while true {
      let found = unsafe table.load(fromByteOffset: place(slot), as: UInt64.self)
      if found == key { return slot }
      if found == 0 { return -1 }
      slot = (slot + 1) & mask
    }
  }

  /// A byte of the table.
  @inline(__always)
  fileprivate static func byte(_ place: Int) -> UInt8 { unsafe table.load(fromByteOffset: place, as: UInt8.self) }

  /// All bytes of the table.
  fileprivate static var buffer: UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: khabar_lexicon(), count: khabar_lexicon_size())
  }
}

extension Lexicon {
  /// A value of a row.
  package struct Value: Sendable {
    /// The bytes of the value.
    let bytes: Bytes

    @inline(__always)
    fileprivate init(place: UInt32) { bytes = Bytes(start: Lexicon.values + Int(place >> 8), count: Int(place & 0xFF)) }

    /// The first byte, enough to tell one-letter codes apart, or 0.
    package var first: UInt8 { bytes.isEmpty ? 0 : bytes[0] }
    /// The second byte, or 0.
    var second: UInt8 { bytes.count > 1 ? bytes[1] : 0 }
    /// The value as text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }
    /// The fields between tabs.
    package var fields: [String] { text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }

    /// One of the fields between tabs, counted from 0; nothing where there are fewer.
    func field(_ number: Int) -> Slice<Bytes> {
      var rest = Slice(base: bytes, bounds: bytes.indices)
      for _ in 0..<number {
        guard let tab = rest.firstIndex(of: 0x09) else { return rest.suffix(0) }
        rest = rest[(tab + 1)...]
      }
      return rest.prefix { $0 != 0x09 }
    }

    /// Whether the value is just this text.
    package static func == (value: Value, text: StaticString) -> Bool {
      guard value.bytes.count == text.utf8CodeUnitCount else { return false }
      return unsafe value.bytes.elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
  }

  /// A run of bytes in the table.
  struct Bytes: RandomAccessCollection, Sendable {
    fileprivate let start: Int
    let count: Int

    var startIndex: Int { 0 }
    var endIndex: Int { count }

    @inline(__always)
    subscript(index: Int) -> UInt8 {
      precondition(index >= 0 && index < count)
      return Lexicon.byte(start + index)
    }

    func withContiguousStorageIfAvailable<Result>(
      _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result? {
      unsafe try body(UnsafeBufferPointer(rebasing: Lexicon.buffer[start..<start + count]))
    }
  }
}
