internal import CLibXML2

extension HTMLParser {
  /// Longest value that is kept of an element that carries no metadata.
  private static let longest = 400

  private mutating func skipSpace() { while at < input.count, Self.isSpace(input[at]) { at &+= 1 } }

  /// Reads the next attribute of a tag (HTML standard, 13.2.5.32 and on); nil at the end of the tag, behind which `at` is
  /// then.
  @inline(__always)
  private mutating func attribute(_ isSelfClosing: inout Bool) -> (name: PackedName, value: Range<Int>)? {
    while at < input.count, Self.isSpace(input[at]) || input[at] == 0x2F {
      isSelfClosing = input[at] == 0x2F
      at &+= 1
    }
    guard at < input.count, input[at] != 0x3E else {
      at = min(at + 1, input.count)
      return nil
    }
    isSelfClosing = false
    // A "=" in front belongs to the name.
    var name = PackedName()
    if input[at] == 0x3D {
      name.append(0x3D)
      at += 1
    }
    readName(isAttribute: true, into: &name)
    skipSpace()
    guard at < input.count, input[at] == 0x3D else { return (name, at..<at) }
    at += 1
    skipSpace()
    return (name, value())
  }

  private mutating func value() -> Range<Int> {
    guard at < input.count, input[at] != 0x3E else { return at..<at }
    let quote = input[at]
    if quote == 0x22 || quote == 0x27 {
      let start = at + 1
      let end = next(quote, from: start) ?? input.count
      at = min(end + 1, input.count)
      return start..<end
    }
    let start = at
    while at < input.count, input[at] != 0x3E, !Self.isSpace(input[at]) { at &+= 1 }
    return start..<at
  }

  /// Passes by the attributes of a tag; answers whether it ends with a slash.
  mutating func skipAttributes() -> Bool {
    var isSelfClosing = false
    while attribute(&isSelfClosing) != nil {}
    return isSelfClosing
  }

  /// Passes by the attributes of a script; answers whether it is JSON-LD.
  mutating func isLinkedData() -> Bool {
    var isSelfClosing = false
    var isLinkedData = false
    while let (name, value) = attribute(&isSelfClosing) {
      if name == names.type { isLinkedData = isLinkedDataType(value) }
    }
    return isLinkedData
  }

  /// "application/ld+json", perhaps with a charset behind it.
  private func isLinkedDataType(_ value: Range<Int>) -> Bool {
    input[value].drop(while: Self.isSpace).lazy.map(PackedName.lower).starts(with: "application/ld+json".utf8)
  }

  /// Reads the attributes of the element that was just opened, and keeps those that say something about a text.
  mutating func keepAttributes() {
    var isSelfClosing = false
    while let (name, value) = attribute(&isSelfClosing) {
      let entry = names.entry(name)
      guard entry.traits.contains(.telling), value.count <= Self.longest else { continue }
      if entry.number == names.style {
        if hides(value) { tree.attribute(.hidden, slice(value.lowerBound..<value.lowerBound)) }
      } else {
        tree.attribute(entry.number, slice(value))
      }
    }
  }

  /// Reads the attributes of an element of metadata, which are kept whole; answers whether it links to the page's own
  /// address.
  mutating func keepMetadata() -> Bool {
    var isSelfClosing = false
    var isCanonical = false
    while let (name, value) = attribute(&isSelfClosing) {
      let entry = names.entry(name)
      if entry.number == names.rel { isCanonical = namesCanonical(value) }
      if !entry.traits.isDisjoint(with: [.telling, .tellingOfMeta]) { tree.attribute(entry.number, slice(value)) }
    }
    return isCanonical
  }

  private func namesCanonical(_ value: Range<Int>) -> Bool {
    input[value].split(whereSeparator: Self.isSpace).contains {
      $0.map(PackedName.lower).elementsEqual("canonical".utf8)
    }
  }

  /// Whether a style keeps the element from being shown.
  private func hides(_ value: Range<Int>) -> Bool {
    let plain = input[value].lazy.filter { !Self.isSpace($0) }.map(PackedName.lower)
    return plain.starts(with: "display:none".utf8) || plain.starts(with: "visibility:hidden".utf8)
  }
}
