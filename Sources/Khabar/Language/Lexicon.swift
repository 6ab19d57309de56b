internal import CLexicons

/// All word lists of `Lexicons/{ar,en}/*.tsv`, in one table from folded word or phrase to rows.
///
/// A row is `form<TAB>value`; values are read by the extractor that owns the category. Lines that begin with "#" are
/// comments. The table is built once, at the first use, from the bytes embedded in the binary.
package final class Lexicon: Sendable {
  /// A file name in every language folder; there is room for 28.
  package enum Category: UInt8, Sendable, CaseIterable {
    case function, reporting, attribution, speakers, negators, certainty, related, roles, media, organisations
    case places, names, numbers, units, hedges, months, weekdays, times, abbreviations, opposites, verbs
    case sites
  }

  /// A value of a row.
  package struct Value: Sendable {
    /// The first byte, enough to tell one-letter codes apart.
    package let first: UInt8
    /// The second byte, or 0.
    let second: UInt8
    private let range: Range<Int32>

    fileprivate init(_ data: [UInt8], _ range: Range<Int32>) {
      self.range = range
      first = range.isEmpty ? 0 : data[Int(range.lowerBound)]
      second = range.count > 1 ? data[Int(range.lowerBound) + 1] : 0
    }

    /// The bytes of the embedded file.
    var bytes: ArraySlice<UInt8> { Lexicon.shared.data[Int(range.lowerBound)..<Int(range.upperBound)] }
    /// The value as text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }
    /// The fields between tabs.
    package var fields: [String] { text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    /// Whether the value is just this text.
    package static func == (value: Value, text: StaticString) -> Bool {
      guard value.range.count == text.utf8CodeUnitCount else { return false }
      return unsafe value.bytes.elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
  }

  /// The table of this program.
  package static let shared = Lexicon()

  private let data: [UInt8]
  private let table: LexiconTable

  /// Reads the embedded files.
  private init() {
    var data: [UInt8] = []
    var files: [(Category, Range<Int>)] = []
    let lists = unsafe UnsafeBufferPointer(start: khabar_lexicons(), count: Int(khabar_lexicon_count()))
    let names = Category.allCases.map { "\($0)" }
    data.reserveCapacity(unsafe lists.reduce(0) { unsafe $0 + $1.count })
    for index in lists.indices {
      let list = unsafe lists[index]
      let name = unsafe String(cString: list.category)
      guard let category = names.firstIndex(of: name) else { continue }
      let begin = data.count
      unsafe data.append(contentsOf: UnsafeBufferPointer(start: list.bytes, count: list.count))
      files.append((Category.allCases[category], begin..<data.count))
    }
    // No list has rows of fewer than twelve bytes on average, so that the table need not grow.
    var table = LexiconTable(forms: data.count / 12)
    for (category, range) in files { Self.read(category, data, range, into: &table) }
    for (category, range) in files where category == .roles { Self.joinBareForms(data, range, in: &table) }
    self.data = data
    self.table = table
  }

  private static func read(
    _ category: Category, _ data: [UInt8], _ range: Range<Int>, into table: inout LexiconTable
  ) {
    var at = range.lowerBound
    while at < range.upperBound {
      let start = at
      let form = FormKey(plain: data, &at, range.upperBound)
      while at < range.upperBound, data[at] != 0x09, data[at] != 0x0A { at += 1 }
      let tab = at
      while at < range.upperBound, data[at] != 0x0A { at += 1 }
      if tab > start, data[start] != 0x23, let form = form ?? FormKey(any: data, start..<tab) {
        table.insert(category, form, value: min(tab + 1, at)..<at)
      }
      at += 1
    }
  }

  /// A role that is listed with its article ("الأمين العام") must not hide the other lists' rows of the bare word, as in
  /// "العام الماضي"; where another list has the form itself ("الاثنين"), it knows better.
  private static func joinBareForms(_ data: [UInt8], _ range: Range<Int>, in table: inout LexiconTable) {
    let mine: UInt32 = [Category.roles, .speakers, .opposites].reduce(0) { $0 | 1 << UInt32($1.rawValue) }
    for line in data[range].split(separator: 0x0A) where line.starts(with: "ال".utf8) {
      let form = line.prefix { $0 != 0x09 }
      guard form.count >= 8, let whole = FormKey(any: data, form.indices), whole.words == 1,
        let bare = FormKey(any: data, form.indices.dropFirst(4))
      else { continue }
      table.join(whole.key, with: bare.key, ifOnly: mine)
    }
  }

  /// The entry of a key, or -1; an entry is an index into the table and stays valid for the life of the program.
  func entry(_ key: UInt64) -> Int32 {
    let index = table.find(key)
    return table.slots[index].key == key && table.slots[index].row >= 0 ? Int32(index) : -1
  }

  /// How many tokens the longest phrase has that begins with a word of this key; 0 when none does.
  func phraseLength(_ key: UInt64) -> Int {
    let index = table.find(key)
    return table.slots[index].key == key ? table.slots[index].phrase : 0
  }

  /// Bits of the raw values of all categories that an entry has a row of.
  @inline(__always)
  func categories(_ entry: Int32) -> UInt32 { entry >= 0 ? table.slots[Int(entry)].categories : 0 }

  /// Whether an entry has a row of the category.
  @inline(__always)
  package func has(_ entry: Int32, _ category: Category) -> Bool {
    categories(entry) & 1 << UInt32(category.rawValue) != 0
  }

  /// Whether an entry has a row of one of the categories (bits of their raw values).
  @inline(__always)
  func has(_ entry: Int32, anyOf categories: UInt32) -> Bool { self.categories(entry) & categories != 0 }

  /// The value of an entry in a category. When several files give one, the last row wins.
  package func value(_ entry: Int32, _ category: Category) -> Value? {
    guard has(entry, category) else { return nil }
    var row = table.slots[Int(entry)].row
    while row >= 0 {
      if table.rows[Int(row)].category == category { return Value(data, table.rows[Int(row)].value) }
      row = table.rows[Int(row)].next
    }
    return nil
  }

  /// The value of a form, as written anywhere.
  package func value(of form: String, _ category: Category) -> Value? {
    let bytes = Array(form.utf8)
    return FormKey(any: bytes, bytes.indices).flatMap { value(entry($0.key), category) }
  }
}
