internal import CLexicons

/// All word lists of `Lexicons/{ar,en}/*.tsv`, in one table from folded word or phrase to rows.
///
/// A row is `form<TAB>value`; values are read by the extractor that owns the category. Lines that begin with "#" are
/// comments. The table is built once, at the first use, from the bytes embedded in the binary.
package struct Lexicon: Sendable {
  /// A file name in every language folder.
  package enum Category: UInt8, Sendable, CaseIterable {
    case function, reporting, attribution, speakers, negators, certainty, related, roles, media, organisations
    case places, names, numbers, units, hedges, months, weekdays, times, abbreviations, opposites, verbs
    case sites
  }

  /// A value of a row, as bytes of the embedded file.
  package struct Value: Sendable {
    let bytes: ArraySlice<UInt8>
    /// The value as text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }
    /// The fields between tabs.
    package var fields: [String] { text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    /// The first byte, enough to tell one-letter codes apart.
    package var first: UInt8 { bytes.first ?? 0 }
    /// Whether the value is just this text.
    package static func == (value: Value, text: StaticString) -> Bool {
      guard value.bytes.count == text.utf8CodeUnitCount else { return false }
      return unsafe value.bytes.elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
  }

  private struct Row {
    var category: Category
    var value: Range<Int32>
    /// The next row of the same form, or -1.
    var next: Int32
  }

  private struct Slot {
    var key: UInt64
    /// First row, or -1 for a slot that only begins phrases.
    var row: Int32
    /// Tokens of the longest phrase that begins with this word.
    var phrase: UInt8
    /// Bit set of the categories of all rows.
    var categories: UInt32
  }

  /// The table of this program.
  package static let shared = Lexicon()

  private var data: [UInt8] = []
  private var rows: [Row] = []
  private var slots: [Slot]
  private var mask: Int

  /// Reads the embedded files.
  init() {
    let empty = Slot(key: 0, row: -1, phrase: 0, categories: 0)
    // As large as the lists need, so that the table does not have to grow while the program starts.
    mask = 1 << 16 - 1
    slots = Array(repeating: empty, count: mask + 1)
    rows.reserveCapacity(slots.count / 2)
    var files: [(Category, Range<Int>)] = []
    let lists = unsafe UnsafeBufferPointer(start: khabar_lexicons(), count: Int(khabar_lexicon_count()))
    let names = Category.allCases.map { "\($0)" }
    for index in lists.indices {
      let list = unsafe lists[index]
      let name = unsafe String(cString: list.category)
      guard let place = names.firstIndex(of: name) else { continue }
      let category = Category.allCases[place]
      let begin = data.count
      unsafe data.append(contentsOf: UnsafeBufferPointer(start: list.bytes, count: list.count))
      files.append((category, begin..<data.count))
    }
    for (category, range) in files { read(category, range) }
  }

  private mutating func read(_ category: Category, _ range: Range<Int>) {
    var at = range.lowerBound
    while at < range.upperBound {
      let end = data[at..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
      defer { at = end + 1 }
      guard end > at, data[at] != 0x23 else { continue }
      let tab = data[at..<end].firstIndex(of: 0x09) ?? end
      insert(category, form: at..<tab, value: min(tab + 1, end)..<end)
    }
  }

  private mutating func insert(_ category: Category, form: Range<Int>, value: Range<Int>) {
    guard let form = FormKey(plain: data, form) ?? FormKey(any: data, form) else { return }
    if form.words > 1 {
      let head = slot(form.first)
      slots[head].phrase = max(slots[head].phrase, UInt8(min(form.words, 12)))
    }
    let index = slot(form.key)
    rows.append(
      Row(
        category: category, value: Int32(value.lowerBound)..<Int32(value.upperBound), next: slots[index].row))
    slots[index].row = Int32(rows.count - 1)
    slots[index].categories |= 1 << UInt32(category.rawValue)
  }

  /// The slot of a key, taken if it was free. The table is built far larger than the lists.
  private mutating func slot(_ key: UInt64) -> Int {
    if rows.count * 2 > slots.count { grow() }
    let index = find(key)
    slots[index].key = key
    return index
  }

  private mutating func grow() {
    let old = slots
    mask = mask << 1 | 1
    slots = Array(repeating: Slot(key: 0, row: -1, phrase: 0, categories: 0), count: mask + 1)
    for slot in old where slot.key != 0 { slots[find(slot.key)] = slot }
  }

  private func find(_ key: UInt64) -> Int {
    var index = Int(truncatingIfNeeded: key) & mask
    while slots[index].key != key, slots[index].key != 0 { index = (index + 1) & mask }
    return index
  }

  /// The entry of a key, or -1; an entry is an index into the table and stays valid for the life of the program.
  func entry(_ key: UInt64) -> Int32 {
    let index = find(key)
    return slots[index].key == key && slots[index].row >= 0 ? Int32(index) : -1
  }

  /// How many tokens the longest phrase has that begins with a word of this key; 0 when none does.
  func phraseLength(_ key: UInt64) -> Int {
    let index = find(key)
    return slots[index].key == key ? Int(slots[index].phrase) : 0
  }

  /// Whether an entry has a row of the category.
  package func has(_ entry: Int32, _ category: Category) -> Bool {
    entry >= 0 && slots[Int(entry)].categories & 1 << UInt32(category.rawValue) != 0
  }

  /// Bits of the raw values of all categories that an entry has a row of.
  func categories(_ entry: Int32) -> UInt32 { entry >= 0 ? slots[Int(entry)].categories : 0 }

  /// Whether an entry has a row of one of the categories (bits of their raw values).
  func has(_ entry: Int32, anyOf categories: UInt32) -> Bool {
    entry >= 0 && slots[Int(entry)].categories & categories != 0
  }

  /// The value of an entry in a category. When several files give one, the last row wins.
  package func value(_ entry: Int32, _ category: Category) -> Value? {
    guard has(entry, category) else { return nil }
    var row = slots[Int(entry)].row
    while row >= 0 {
      let current = rows[Int(row)]
      if current.category == category {
        return Value(bytes: data[Int(current.value.lowerBound)..<Int(current.value.upperBound)])
      }
      row = current.next
    }
    return nil
  }

  /// The value of a form, as written anywhere.
  package func value(of form: String, _ category: Category) -> Value? {
    let bytes = Array(form.utf8)
    return FormKey(any: bytes, bytes.indices).flatMap { value(entry($0.key), category) }
  }
}
