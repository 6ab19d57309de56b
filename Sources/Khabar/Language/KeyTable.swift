/// Indices by keys that are hashes already (`Key`), so that nothing is hashed again.
struct KeyTable: Sendable {
  private struct Slot: Sendable {
    var key: UInt64 = 0
    /// -1 where the slot is free.
    var index = -1
  }

  /// A power of two of them, at most half of which are taken.
  private var slots: [Slot] = []
  /// The keys that have been entered.
  private(set) var count = 0

  /// An empty table.
  init() {}

  /// An empty table that has room for so many keys.
  init(capacity: Int) {
    var room = 16
    while room < capacity * 2 { room *= 2 }
    slots = Array(Slot(), times: room)
  }

  /// Whether nothing has been entered.
  var isEmpty: Bool { count == 0 }

  /// The index, not below 0, that was entered last for a key.
  subscript(key: UInt64) -> Int? {
    get {
      guard count > 0 else { return nil }
      let found = slots[place(key)].index
      return found < 0 ? nil : found
    }
    set { if let newValue { _ = enter(newValue, for: key) } }
  }

  /// Enters an index for a key; returns the one that it had.
  mutating func enter(_ index: Int, for key: UInt64) -> Int? {
    if count * 2 >= slots.count { grow() }
    let place = place(key)
    let found = slots[place].index
    slots[place] = Slot(key: key, index: index)
    guard found < 0 else { return found }
    count += 1
    return nil
  }

  /// The index that was entered for a key; the given one is entered where none was.
  mutating func index(of key: UInt64, orNew new: Int) -> Int {
    if count * 2 >= slots.count { grow() }
    let place = place(key)
    let found = slots[place].index
    if found >= 0 { return found }
    slots[place] = Slot(key: key, index: new)
    count += 1
    return new
  }

  /// The slot of a key, or the free one where it belongs.
  @inline(__always)
  private func place(_ key: UInt64) -> Int {
    let slots = slots.span
    let mask = slots.count &- 1
    var place = Int(truncatingIfNeeded: key) & mask
    while slots[place].index >= 0, slots[place].key != key { place = (place &+ 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = Array(Slot(), times: max(8, old.count * 2))
    for slot in old where slot.index >= 0 { slots[place(slot.key)] = slot }
  }
}
