internal import CLibXML2

/// Takes libxml2's SAX events and makes a `MarkupTree` of them; libxml2's own tree is never built.
final class TreeBuilder {
  // libxml2 calls back one event at a time, so that no access can meet another one.
  @exclusivity(unchecked) private(set) var tree = MarkupTree()
  @exclusivity(unchecked) private var open: [Int32] = []
  /// libxml2 hands out one pointer for one name.
  @exclusivity(unchecked) private var names: [UnsafePointer<xmlChar>: MarkupName] = [:]
  private var numbers: [String: UInt16] = [:]
  /// The parser, so that it can be stopped.
  var parser: xmlParserCtxtPtr?

  /// Most nodes of one document: three times what 10 MB of a real page have, and what keeps a hostile one below 100 MB.
  private static let limit = 500_000

  init(bytes: Int, nodes: Int) {
    tree.bytes.reserveCapacity(bytes)
    tree.nodes.reserveCapacity(nodes)
  }

  func stop(_ trouble: MarkupTree.Trouble) {
    tree.trouble = trouble
    if let parser { xmlStopParser(parser) }
  }

  func mark(_ trouble: MarkupTree.Trouble) { if tree.trouble == nil { tree.trouble = trouble } }

  /// Closes what is still open and gives the tree.
  func finish() -> MarkupTree {
    while !open.isEmpty { end() }
    return tree
  }

  // MARK: - Events

  /// An element begins; its attributes are added next.
  func start(_ name: UnsafePointer<xmlChar>) {
    guard tree.nodes.count < Self.limit else { return stop(.tooManyNodes) }
    let index = Int32(tree.nodes.count)
    tree.nodes.append(
      .init(
        name: number(name), parent: open.last ?? -1, end: index + 1, start: Int32(tree.attributes.count), count: 0))
    open.append(index)
  }

  func attribute(_ name: UnsafePointer<xmlChar>, _ value: UnsafeBufferPointer<xmlChar>) {
    guard let element = open.last else { return }
    tree.attributes.append(
      .init(name: number(name), start: Int32(tree.bytes.count), count: Int32(value.count)))
    tree.bytes.append(contentsOf: value)
    tree.nodes[Int(element)].count += 1
  }

  func text(_ text: UnsafeBufferPointer<xmlChar>) {
    guard let parent = open.last, !text.isEmpty else { return }
    let last = tree.nodes.count - 1
    if tree.nodes[last].name == .text, tree.nodes[last].parent == parent,
      Int(tree.nodes[last].start + tree.nodes[last].count) == tree.bytes.count
    {
      tree.nodes[last].count += Int32(text.count)
    } else {
      guard tree.nodes.count < Self.limit else { return stop(.tooManyNodes) }
      tree.nodes.append(
        .init(
          name: .text, parent: parent, end: Int32(last + 2), start: Int32(tree.bytes.count), count: Int32(text.count)))
    }
    tree.bytes.append(contentsOf: text)
  }

  func end() {
    guard let element = open.popLast() else { return }
    tree.nodes[Int(element)].end = Int32(tree.nodes.count)
  }

  // MARK: - Names

  private func number(_ pointer: UnsafePointer<xmlChar>) -> MarkupName {
    if let known = names[pointer] { return known }
    let text = String(cString: pointer)
    let number = MarkupName.numbers[text] ?? numbers[text] ?? add(text)
    let name = MarkupName(rawValue: number)
    names[pointer] = name
    return name
  }

  private func add(_ text: String) -> UInt16 {
    let number = MarkupName.known.count + tree.ownNames.count
    // A document with 60,000 names is no honest one; what comes later goes by the last name.
    guard number < Int(UInt16.max) else { return UInt16.max - 1 }
    tree.ownNames.append(text)
    numbers[text] = UInt16(number)
    return UInt16(number)
  }
}
