internal import CLibXML2

/// Reads HTML into a tree in one pass (HTML standard, 13.2.5), and leaves out what is never part of a text: scripts, styles,
/// templates, comments, drawings, and attributes that nothing reads.
///
/// Elements are not moved: a path counted in the tree holds in the delivered document.
struct HTMLParser {
  /// The contents of `<script type="application/ld+json">`, in order.
  private var linkedData: [[UInt8]] = []

  let input: UnsafeBufferPointer<UInt8>
  /// What has been read.
  var at = 0
  var tree: HTMLTree
  let names = HTMLNames.shared
  /// Names whose end tag does not occur any more, so that looking again would only cost time.
  private var unclosed: [PackedName] = []

  /// Reads valid UTF-8 without NUL.
  init(_ input: UnsafeBufferPointer<UInt8>) {
    self.input = input
    tree = HTMLTree(capacity: input.count)
    while at < input.count, !tree.isFull {
      let mark = next(0x3C, from: at) ?? input.count
      if mark > at { text(at..<mark) }
      at = mark
      if at < input.count { tag() }
    }
  }

  /// Gives the tree.
  consuming func finish() -> MarkupTree {
    var tree = tree.finish()
    tree.linkedData = linkedData
    return tree
  }

  // MARK: - Bytes

  private func byte(_ index: Int) -> UInt8 { index < input.count ? input[index] : 0 }

  func next(_ byte: UInt8, from index: Int) -> Int? {
    guard index < input.count, let base = input.baseAddress,
      let found = memchr(base + index, Int32(byte), input.count - index)
    else { return nil }
    return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
  }

  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: input[range]) }

  static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }

  private mutating func text(_ range: Range<Int>) {
    if input[range].contains(where: { $0 > 0x20 }) { tree.text(slice(range)) } else { tree.space() }
  }

  // MARK: - Tags

  /// Reads what begins with the "<" at `at`.
  private mutating func tag() {
    let second = byte(at + 1)
    if Self.isLetter(second) {
      startTag()
    } else if second == 0x2F, Self.isLetter(byte(at + 2)) {
      endTag()
    } else if second == 0x21, byte(at + 2) == 0x2D, byte(at + 3) == 0x2D {
      comment()
    } else if second == 0x21 || second == 0x3F || second == 0x2F {
      at = next(0x3E, from: at).map { $0 + 1 } ?? input.count
    } else {
      tree.text(slice(at..<at + 1))
      at += 1
    }
  }

  private mutating func comment() {
    if byte(at + 4) == 0x3E {
      at += 5
      return
    }
    var from = at + 4
    while let end = next(0x3E, from: from) {
      if input[end - 1] == 0x2D && input[end - 2] == 0x2D
        || input[end - 1] == 0x21 && input[end - 2] == 0x2D && input[end - 3] == 0x2D
      {
        at = end + 1
        return
      }
      from = end + 1
    }
    at = input.count
  }

  /// Reads on in a name up to white space, "/", ">" or, of an attribute, "=".
  @inline(__always)
  mutating func readName(isAttribute: Bool, into name: inout PackedName) {
    while at < input.count {
      let byte = input[at]
      if byte <= 0x3E {
        if Self.isSpace(byte) || byte == 0x2F || byte == 0x3E || isAttribute && byte == 0x3D { return }
      }
      name.append(PackedName.lower(byte))
      at &+= 1
    }
  }

  private mutating func endTag() {
    at += 2
    var name = PackedName()
    readName(isAttribute: false, into: &name)
    at = next(0x3E, from: at).map { $0 + 1 } ?? input.count
    let entry = names.entry(name)
    if entry.traits.isDisjoint(with: [.bare, .cut]) { tree.end(name, entry) }
  }

  private mutating func startTag() {
    at += 1
    let start = at
    var name = PackedName()
    readName(isAttribute: false, into: &name)
    let entry = names.entry(name)
    if entry.traits.contains(.cut) { return cut(name, entry) }
    guard !entry.traits.contains(.bare), tree.start(name, entry, slice(start..<at)) else {
      _ = skipAttributes()
      return
    }
    switch entry.kind {
    case .metadata: if keepMetadata() || entry.number != .link { tree.closeVoid() } else { tree.removeVoid() }
    case .void, .rule:
      keepAttributes()
      tree.closeVoid()
    case .title:
      keepAttributes()
      title(name)
    default: keepAttributes()
    }
  }

  /// Reads a title: text up to its end tag, or up to the next tag where that is missing.
  private mutating func title(_ name: PackedName) {
    let end = closing(name, isRaw: true) ?? next(0x3C, from: at) ?? input.count
    if end > at { tree.title(slice(at..<end)) }
    tree.closeVoid()
    at = end
  }

  // MARK: - Elements that are cut

  private mutating func cut(_ name: PackedName, _ entry: HTMLNames.Entry) {
    let isLinkedData = name == names.script ? isLinkedData() : false
    if name != names.script, skipAttributes(), name == names.svg { return }
    let start = at
    let isRaw = entry.traits.contains(.raw)
    let isUnclosed = unclosed.contains(name)
    guard !isUnclosed, let end = closing(name, isRaw: isRaw) else {
      if !isUnclosed { unclosed.append(name) }
      // What a browser would swallow to the end of the document is no text either; a drawing ends with its tag.
      if isRaw { at = input.count }
      return
    }
    if isLinkedData { linkedData.append(Array(input[start..<end])) }
    at = next(0x3E, from: end).map { $0 + 1 } ?? input.count
  }

  /// Where the end tag of an element begins; templates and drawings nest.
  private func closing(_ name: PackedName, isRaw: Bool) -> Int? {
    var nesting = 1
    var from = at
    while let mark = next(0x3C, from: from) {
      from = mark + 1
      if byte(from) == 0x2F {
        if matches(name, at: from + 1) { nesting -= 1 }
        if nesting == 0 { return mark }
      } else if !isRaw, matches(name, at: from) {
        nesting += 1
      }
    }
    return nil
  }

  private func matches(_ name: PackedName, at index: Int) -> Bool {
    guard index < input.count, PackedName.lower(input[index]) == UInt8(truncatingIfNeeded: name.low) else {
      return false
    }
    var end = index
    var found = PackedName()
    while end < input.count, end - index <= name.count, !Self.isSpace(input[end]), input[end] != 0x3E,
      input[end] != 0x2F
    {
      found.append(PackedName.lower(input[end]))
      end += 1
    }
    return found == name
  }
}
