internal import CLibXML2

/// Cuts from HTML, before any parser sees it, what is never part of a text: scripts, styles, templates, comments, drawings,
/// and attributes that nothing reads.
///
/// libxml2 2.9 ends a script at the first `</` and leaks the rest of it into the text, and nothing is faster to parse than
/// what is not there. Elements are not moved: a path counted in the cleaned document holds in the delivered one.
struct HTMLCleaner {
  /// The cleaned document.
  private(set) var output: [UInt8] = []
  /// The contents of `<script type="application/ld+json">`, in order.
  private(set) var linkedData: [[UInt8]] = []
  /// Tags that were kept, each of which may have a text behind it.
  private(set) var tagCount = 0

  private let input: UnsafeBufferPointer<UInt8>
  private var at = 0
  /// Open elements that must be closed; libxml2 walks over all of them for every end tag.
  private var depth = 0
  /// Names whose end tag does not occur any more, so that looking again would only cost time.
  private var unclosed: [HTMLName] = []
  private let names = HTMLNames.shared

  /// Deeper elements lose their tags and keep their text. libxml2 itself stops reading at 256.
  private static let deepest = 220

  /// Cleans valid UTF-8.
  init(_ input: UnsafeBufferPointer<UInt8>) {
    self.input = input
    output.reserveCapacity(input.count / 2 + 64)
    var plain = 0
    while let mark = next(0x3C, from: at) {
      copy(plain..<mark)
      at = mark
      tag()
      plain = at
    }
    copy(plain..<input.count)
  }

  // MARK: - Bytes

  private func byte(_ index: Int) -> UInt8 { index < input.count ? input[index] : 0 }

  private func next(_ byte: UInt8, from index: Int) -> Int? { next(byte, in: index..<max(index, input.count)) }

  private func next(_ byte: UInt8, in range: Range<Int>) -> Int? {
    guard !range.isEmpty, let base = input.baseAddress,
      let found = memchr(base + range.lowerBound, Int32(byte), range.count)
    else { return nil }
    return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
  }

  /// Copies text: runs of white space as one character, since libxml2 reads every character by itself, and no NUL, at
  /// which it would stop.
  private mutating func copy(_ range: Range<Int>) {
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      let byte = input[index]
      index += 1
      guard byte <= 0x20 else { continue }
      if index < range.upperBound, input[index] > 0x20, byte != 0 { continue }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: input[start..<index - 1]))
      while index < range.upperBound, input[index] <= 0x20 { index += 1 }
      output.append(0x20)
      start = index
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: input[start..<range.upperBound]))
  }

  static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }

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
      output.append(contentsOf: "&lt;".utf8)
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

  /// The index after the name at an index.
  private func nameEnd(_ index: Int) -> Int {
    var end = index
    while end < input.count, !Self.isSpace(input[end]), input[end] != 0x3E, input[end] != 0x2F { end += 1 }
    return end
  }

  private mutating func write(name: Range<Int>) { for index in name { output.append(HTMLName.lower(input[index])) } }

  private mutating func endTag() {
    let range = at + 2..<nameEnd(at + 2)
    at = next(0x3E, from: range.upperBound).map { $0 + 1 } ?? input.count
    let traits = names.traits(HTMLName(input, range))
    if traits.contains(.bare) { return }
    if !traits.contains(.optionallyClosed) {
      depth = max(depth - 1, 0)
      if depth >= Self.deepest { return }
    }
    output.append(0x3C)
    output.append(0x2F)
    write(name: range)
    output.append(0x3E)
  }

  private mutating func startTag() {
    let range = at + 1..<nameEnd(at + 1)
    let name = HTMLName(input, range)
    let traits = names.traits(name)
    let start = output.count
    output.append(0x3C)
    write(name: range)
    let attributes = HTMLAttributes(input, from: range.upperBound, isMeta: traits.contains(.meta), into: &output)
    output.append(0x3E)
    at = attributes.end
    tagCount += 2
    if traits.contains(.bare) || name == names.link && !isCanonical(start) {
      output.removeSubrange(start...)
    } else if traits.contains(.cut) {
      output.removeSubrange(start...)
      if !attributes.isSelfClosing || name != names.svg { cut(name, attributes) }
    } else if !traits.contains(.optionallyClosed) {
      depth += 1
      if depth > Self.deepest { output.removeSubrange(start...) }
    }
  }

  /// Whether the link that was just written gives the page's own address.
  private func isCanonical(_ start: Int) -> Bool {
    let word = Array("canonical".utf8)
    return output[start...].indices.contains { output[$0] == 0x63 && output[$0...].starts(with: word) }
  }

  // MARK: - Elements that are cut

  private mutating func cut(_ name: HTMLName, _ attributes: HTMLAttributes) {
    let start = at
    guard !unclosed.contains(name), let end = closing(name) else {
      unclosed.append(name)
      // What a browser would swallow to the end of the document is no text either; a drawing ends with its tag.
      if names.traits(name).contains(.raw) { at = input.count }
      return
    }
    if name == names.script, attributes.isLinkedData {
      linkedData.append(Array(input[start..<end]))
    }
    at = next(0x3E, from: end).map { $0 + 1 } ?? input.count
  }

  /// Where the end tag of an element begins; templates and drawings nest.
  private func closing(_ name: HTMLName) -> Int? {
    var nesting = 1
    let isRaw = names.traits(name).contains(.raw)
    var from = at
    while let mark = next(0x3C, from: from) {
      from = mark + 1
      if byte(from) == 0x2F, matches(name, at: from + 1) {
        nesting -= 1
        if nesting == 0 { return mark }
      } else if !isRaw, matches(name, at: from) {
        nesting += 1
      }
    }
    return nil
  }

  private func matches(_ name: HTMLName, at index: Int) -> Bool {
    guard index < input.count, HTMLName.lower(input[index]) == UInt8(truncatingIfNeeded: name.letters) else {
      return false
    }
    return HTMLName(input, index..<nameEnd(index)) == name
  }
}
