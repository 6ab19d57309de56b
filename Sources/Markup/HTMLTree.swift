/// The elements and texts of an HTML document as they are found, put into a tree by the rules of the HTML standard
/// (13.2.6): what is implied is added, what is left open is closed.
///
/// Three rules are simpler than the standard's. No `<tbody>` is added, a text between rows stays where it is, and a link or
/// form that is closed too early ends with the block in which it is closed.
struct HTMLTree {
  private(set) var tree = MarkupTree()

  /// An element that is open.
  private struct Open {
    var node: Int32
    var name: MarkupName
    var kind: HTMLNames.Kind
    /// Whether its end tag came while a block inside of it was open.
    var isEnded = false
  }

  private var open: [Open] = []
  private var openParagraphs = 0
  private var openLinks = 0
  /// Elements that were too deep for the tree and are open.
  private var dropped = 0
  private var hasHead = false
  private var hasBody = false
  private var ownNumbers: [PackedName: MarkupName] = [:]
  /// Whether the next text begins a line, so that white space at its beginning says nothing.
  private var isAtBoundary = true
  /// Where the text that may go on ends; -1 if the last node is no text.
  private var textEnd = -1

  /// Deeper elements lose their tags and keep their text.
  private static let deepest = 256
  /// Most nodes of one document: three times what 10 MB of a real page have, and what keeps a hostile one below 100 MB.
  static let limit = 500_000

  private static let head = MarkupName("head")
  private static let ul = MarkupName("ul")
  private static let ol = MarkupName("ol")

  init(capacity: Int) {
    tree.bytes.reserveCapacity(capacity / 2)
    tree.nodes.reserveCapacity(min(capacity / 48, Self.limit) + 16)
  }

  /// Whether the document has more nodes than are read.
  var isFull: Bool { tree.nodes.count >= Self.limit }

  /// Closes what is open and gives the tree.
  consuming func finish() -> MarkupTree {
    pop(to: 0)
    if isFull { tree.trouble = .tooManyNodes }
    return tree
  }

  // MARK: - Start tags

  /// Opens an element, after what it implies; its attributes are added next. Answers whether it is in the tree.
  mutating func start(_ name: PackedName, _ entry: HTMLNames.Entry, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard implied(by: entry.kind), !isFull else { return false }
    // A form in a form is none.
    if entry.kind == .form, open.contains(where: { $0.kind == .form && !$0.isEnded }) { return false }
    close(before: entry.kind)
    guard open.count < Self.deepest else {
      dropped += entry.kind.needsEnd ? 1 : 0
      return false
    }
    let number = entry.number == .text ? number(of: name, text) : entry.number
    push(number, entry.kind)
    return true
  }

  private mutating func push(_ name: MarkupName, _ kind: HTMLNames.Kind) {
    let index = Int32(truncatingIfNeeded: tree.nodes.count)
    tree.nodes.append(
      .init(
        name: name, parent: open.last?.node ?? -1, end: index + 1,
        start: Int32(truncatingIfNeeded: tree.attributes.count), count: 0))
    open.append(Open(node: index, name: name, kind: kind))
    if kind == .paragraph { openParagraphs += 1 } else if kind == .link { openLinks += 1 }
    textEnd = -1
    if kind != .inline && kind != .link { isAtBoundary = true }
  }

  /// Adds an attribute to the element that was opened last.
  mutating func attribute(_ name: MarkupName, _ value: UnsafeBufferPointer<UInt8>) {
    guard let element = open.last else { return }
    let start = tree.bytes.count
    HTMLReferences.append(value, isAttribute: true, to: &tree.bytes)
    tree.attributes.append(
      .init(
        name: name, start: Int32(truncatingIfNeeded: start),
        count: Int32(truncatingIfNeeded: tree.bytes.count - start)))
    tree.nodes[Int(element.node)].count += 1
  }

  /// Closes an element without content that was just opened.
  mutating func closeVoid() { pop(to: open.count - 1) }

  /// Takes an element without content that was just opened out again.
  mutating func removeVoid() {
    guard open.popLast() != nil, let node = tree.nodes.popLast() else { return }
    tree.attributes.removeSubrange(Int(node.start)...)
  }

  /// Adds `<html>`, `<head>` and `<body>` where their tags were left out. Answers false for such a tag that comes again.
  private mutating func implied(by kind: HTMLNames.Kind) -> Bool {
    if open.isEmpty {
      if kind == .html { return true }
      push(.html, .html)
    }
    switch kind {
    case .html: return false
    case .head:
      guard !hasHead, !hasBody else { return false }
      hasHead = true
    case .body:
      guard !hasBody else { return false }
      hasBody = true
      pop(to: 1)
    case .metadata, .title:
      guard !hasBody, !hasHead else { return true }
      hasHead = true
      push(Self.head, .head)
    default: openBody()
    }
    return true
  }

  /// Opens the body for what can only stand in it.
  private mutating func openBody() {
    guard !hasBody else { return }
    if open.isEmpty { push(.html, .html) }
    pop(to: 1)
    hasBody = true
    push(.body, .body)
  }

  private mutating func number(of name: PackedName, _ text: UnsafeBufferPointer<UInt8>) -> MarkupName {
    if let known = ownNumbers[name] { return known }
    let number = MarkupName.known.count + tree.ownNames.count
    // A document with 60,000 names is no honest one; what comes later goes by the last name.
    guard number < Int(UInt16.max) else { return MarkupName(rawValue: UInt16.max - 1) }
    tree.ownNames.append(String(decoding: text.lazy.map(PackedName.lower), as: UTF8.self))
    ownNumbers[name] = MarkupName(rawValue: UInt16(number))
    return MarkupName(rawValue: UInt16(number))
  }

  // MARK: - Closing before a start tag

  private mutating func close(before kind: HTMLNames.Kind) {
    switch kind {
    case .link: if openLinks > 0 { endLink() }
    case .listItem: closeItem(.listItem)
    case .definition: closeItem(.definition)
    case .option: if open.last?.kind == .option { pop(to: open.count - 1) }
    case .cell: clear(to: [.table, .rowGroup, .row])
    case .row: clear(to: [.table, .rowGroup])
    case .rowGroup, .tablePart: clear(to: [.table])
    default: break
    }
    if kind.endsParagraph, openParagraphs > 0 { closeParagraph() }
    if kind == .heading, open.last?.kind == .heading { pop(to: open.count - 1) }
  }

  /// Closes the paragraph that is open, unless a link or a block stands between.
  private mutating func closeParagraph() {
    for index in open.indices.reversed() {
      switch open[index].kind {
      case .paragraph: return pop(to: index)
      case .inline, .option: continue
      default: return
      }
    }
  }

  /// Closes a list item or a part of a definition before the next one.
  private mutating func closeItem(_ kind: HTMLNames.Kind) {
    for index in open.indices.reversed() {
      let other = open[index].kind
      if other == kind { return pop(to: index) }
      if other.isSpecial, other != .division, other != .paragraph { return }
    }
  }

  /// Closes all that is open in the part of a table around here.
  private mutating func clear(to kinds: [HTMLNames.Kind]) {
    for index in open.indices.reversed() {
      if kinds.contains(open[index].kind) { return pop(to: index + 1) }
      // Rows outside of a table follow each other all the same.
      if open[index].kind == .body { return }
    }
  }

  // MARK: - End tags

  /// Closes an element, if its end tag can.
  mutating func end(_ name: PackedName, _ entry: HTMLNames.Entry) {
    if dropped > 0, entry.kind.needsEnd {
      dropped -= 1
      return
    }
    switch entry.kind {
    case .html, .body, .metadata, .rule, .void: break
    case .head: if open.last?.kind == .head { pop(to: open.count - 1) }
    case .paragraph: endParagraph(entry)
    case .link: if openLinks > 0 { endLink() }
    case .form: endForm()
    case .inline, .option, .title: endInline(entry.number == .text ? ownNumbers[name] ?? .text : entry.number)
    case .heading: end(inScope: { $0.kind == .heading })
    case .listItem: end(inScope: { $0.kind == .listItem }, until: { $0.name == HTMLTree.ul || $0.name == HTMLTree.ol })
    case .table, .rowGroup, .row, .cell, .tablePart: end(inScope: { $0.name == entry.number }, isTable: true)
    case .definition, .division, .block: end(inScope: { $0.name == entry.number })
    }
  }

  /// Closes the innermost element that fits, if no boundary stands between.
  private mutating func end(
    inScope fits: (Open) -> Bool, until: (Open) -> Bool = { _ in false }, isTable: Bool = false
  ) {
    for index in open.indices.reversed() {
      if fits(open[index]) { return pop(to: index) }
      if open[index].kind == .table || !isTable && open[index].kind.isScope || until(open[index]) { return }
    }
  }

  private mutating func endParagraph(_ entry: HTMLNames.Entry) {
    if openParagraphs > 0 {
      for index in open.indices.reversed() {
        if open[index].kind == .paragraph { return pop(to: index) }
        if open[index].kind.isScope { break }
      }
    }
    // An end tag alone makes an empty paragraph, which counts in paths.
    guard !isFull, open.count < Self.deepest else { return }
    openBody()
    push(.p, .paragraph)
    pop(to: open.count - 1)
  }

  private mutating func endInline(_ name: MarkupName) {
    for index in open.indices.reversed() {
      if open[index].name == name { return pop(to: index) }
      if open[index].kind.isSpecial { return }
    }
  }

  private mutating func endLink() {
    end(early: .link) { $0.kind.isScope }
  }

  private mutating func endForm() {
    end(early: .form) { $0.kind == .table || $0.kind == .html }
  }

  /// Closes a link or a form; where a block inside of it is open, it ends with that block.
  private mutating func end(early kind: HTMLNames.Kind, until: (Open) -> Bool) {
    var isBlocked = false
    for index in open.indices.reversed() {
      if open[index].kind == kind, !open[index].isEnded {
        if isBlocked { open[index].isEnded = true } else { pop(to: index) }
        return
      }
      if until(open[index]) { return }
      let other = open[index].kind
      if other.isSpecial, kind == .link || other != .paragraph && other != .listItem { isBlocked = true }
    }
  }

  /// Closes elements from an index of the open ones on, and those around that have ended already.
  private mutating func pop(to index: Int) {
    let end = Int32(truncatingIfNeeded: tree.nodes.count)
    while let last = open.last, open.count > index || last.isEnded {
      open.removeLast()
      tree.nodes[Int(last.node)].end = end
      if last.kind == .paragraph { openParagraphs -= 1 } else if last.kind == .link { openLinks -= 1 }
      if last.kind != .inline && last.kind != .link { isAtBoundary = true }
    }
    textEnd = -1
  }

  // MARK: - Texts

  /// Adds a text that is not white space alone.
  mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    openBody()
    add { HTMLReferences.append(text, isAttribute: false, to: &$0) }
    isAtBoundary = false
  }

  /// Adds white space between two tags, which counts only inside of a line.
  mutating func space() {
    if hasBody, !isAtBoundary { add { $0.append(0x20) } }
  }

  /// Adds a title, which is text up to its end tag.
  mutating func title(_ text: UnsafeBufferPointer<UInt8>) {
    add { HTMLReferences.append(text, isAttribute: false, to: &$0) }
  }

  private mutating func add(_ append: (inout [UInt8]) -> Void) {
    guard let parent = open.last?.node else { return }
    let start = tree.bytes.count
    if textEnd != start {
      guard !isFull else { return }
      let index = Int32(truncatingIfNeeded: tree.nodes.count)
      tree.nodes.append(
        .init(name: .text, parent: parent, end: index + 1, start: Int32(truncatingIfNeeded: start), count: 0))
    }
    append(&tree.bytes)
    tree.nodes[tree.nodes.count - 1].count += Int32(truncatingIfNeeded: tree.bytes.count - start)
    textEnd = tree.bytes.count
  }
}
