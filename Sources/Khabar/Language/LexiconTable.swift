/// A hash table from the keys of folded words and phrases to rows, with open addressing.
struct LexiconTable {
  struct Row {
    /// Bytes of the value.
    var value: Range<Int32>
    /// The next row of the same form, or -1.
    var next: Int32
    var category: Lexicon.Category
  }

  struct Slot {
    var key: UInt64 = 0
    /// First row, or -1 for a slot that only begins phrases.
    var row: Int32 = -1
    /// Bit set of the categories of all rows, and above them the tokens of the longest phrase from this word.
    fileprivate var bits: UInt32 = 0

    var categories: UInt32 { bits & 0x0FFF_FFFF }
    var phrase: Int {
      get { Int(bits >> 28) }
      set { bits = categories | UInt32(newValue) << 28 }
    }
  }

  private(set) var rows: [Row] = []
  private(set) var slots: [Slot]
  private var mask: Int
  private var used = 0

  /// An empty table with room for so many forms.
  init(forms: Int) {
    var size = 1 << 10
    while size * 3 < forms * 4 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    mask = size - 1
    rows.reserveCapacity(forms)
  }

  /// Adds a row.
  mutating func insert(_ category: Lexicon.Category, _ form: FormKey, value: Range<Int>) {
    if form.words > 1 {
      let head = take(form.first)
      slots[head].phrase = max(slots[head].phrase, min(form.words, 12))
    }
    let index = take(form.key)
    rows.append(
      Row(
        value: Int32(value.lowerBound)..<Int32(value.upperBound), next: slots[index].row, category: category))
    slots[index].row = Int32(rows.count - 1)
    slots[index].bits |= 1 << UInt32(category.rawValue)
  }

  /// Gives a form that only these categories have the rows of another one too.
  mutating func join(_ key: UInt64, with other: UInt64, ifOnly categories: UInt32) {
    let (own, more) = (find(key), find(other))
    guard slots[own].key == key, slots[more].key == other, slots[more].row >= 0, slots[own].row >= 0,
      slots[own].categories & ~categories == 0, slots[more].categories & ~slots[own].categories != 0
    else { return }
    var last = Int(slots[own].row)
    while rows[last].next >= 0 { last = Int(rows[last].next) }
    rows[last].next = slots[more].row
    slots[own].bits |= slots[more].categories
  }

  /// The slot of a key, or the free one where it would stand.
  @inline(__always)
  func find(_ key: UInt64) -> Int {
    var index = Int(truncatingIfNeeded: key) & mask
    while slots[index].key != key, slots[index].key != 0 { index = (index + 1) & mask }
    return index
  }

  /// The slot of a key, taken if it was free.
  private mutating func take(_ key: UInt64) -> Int {
    let index = find(key)
    guard slots[index].key != key else { return index }
    used += 1
    guard used * 4 > slots.count * 3 else {
      slots[index].key = key
      return index
    }
    grow()
    return take(key)
  }

  private mutating func grow() {
    let old = slots
    mask = mask << 1 | 1
    slots = Array(repeating: Slot(), count: mask + 1)
    for slot in old where slot.key != 0 { slots[find(slot.key)] = slot }
  }
}
