/// A parsed HTML or XML document: its elements and texts in document order, as values without pointers.
///
/// A node is an index. The nodes of a subtree stand together: from the index of its root up to `end(of:)`.
public struct MarkupTree: Sendable {
  @usableFromInline
  struct Node: Sendable {
    @usableFromInline var name: MarkupName
    @usableFromInline var parent: Int32
    /// Index after the last node of the subtree.
    @usableFromInline var end: Int32
    /// Of a text, its bytes; of an element, its attributes.
    @usableFromInline var start: Int32
    @usableFromInline var count: Int32
  }

  @usableFromInline
  struct Attribute: Sendable {
    @usableFromInline var name: MarkupName
    @usableFromInline var start: Int32
    @usableFromInline var count: Int32
  }

  /// Why a document was not read, or not to its end.
  public enum Trouble: Sendable, Hashable {
    /// It declares entities, which nothing honest needs and which attacks are made of.
    case declaresEntities
    /// It is not well-formed from some point on.
    case notWellFormed
    /// It has more nodes than are read.
    case tooManyNodes
  }

  @usableFromInline var nodes: [Node] = []
  @usableFromInline var attributes: [Attribute] = []
  /// The bytes of all texts and attribute values, one after the other: valid UTF-8.
  public internal(set) var bytes: [UInt8] = []
  /// Names that are not fixed.
  var ownNames: [String] = []
  /// What went wrong, if anything did.
  public internal(set) var trouble: Trouble?

  /// The contents of the scripts of an HTML document that are JSON-LD.
  public internal(set) var linkedData: [[UInt8]] = []

  /// The number of nodes.
  @inlinable
  public var count: Int { nodes.count }
  /// All nodes in document order.
  @inlinable
  public var indices: Range<Int> { nodes.indices }

  /// The name of an element, or `.text`.
  @inlinable
  public func name(_ node: Int) -> MarkupName { nodes[node].name }
  /// Whether a node is a text.
  @inlinable
  public func isText(_ node: Int) -> Bool { nodes[node].name == .text }
  /// The element around a node, or -1.
  @inlinable
  public func parent(_ node: Int) -> Int { Int(nodes[node].parent) }
  /// The index after the last node of a subtree.
  @inlinable
  public func end(of node: Int) -> Int { Int(nodes[node].end) }
  /// The bytes of a text node.
  @inlinable
  public func textRange(_ node: Int) -> Range<Int> {
    let node = nodes[node]
    return node.name == .text ? Int(node.start)..<Int(node.start) + Int(node.count) : 0..<0
  }

  /// The value of an attribute, as UTF-8.
  public func attribute(_ node: Int, _ name: MarkupName) -> ArraySlice<UInt8>? {
    let element = nodes[node]
    guard element.name != .text else { return nil }
    for index in Int(element.start)..<Int(element.start) + Int(element.count) where attributes[index].name == name {
      return bytes[Int(attributes[index].start)..<Int(attributes[index].start) + Int(attributes[index].count)]
    }
    return nil
  }

  /// The attributes of an element: indices for `attributeName` and `attributeValue`.
  @inlinable
  public func attributes(of node: Int) -> Range<Int> {
    let node = nodes[node]
    return node.name == .text ? 0..<0 : Int(node.start)..<Int(node.start) + Int(node.count)
  }

  /// The name of an attribute.
  @inlinable
  public func attributeName(_ index: Int) -> MarkupName { attributes[index].name }
  /// Where the value of an attribute is in `bytes`.
  @inlinable
  public func attributeValue(_ index: Int) -> Range<Int> {
    let attribute = attributes[index]
    return Int(attribute.start)..<Int(attribute.start) + Int(attribute.count)
  }

  /// Whether an element has attributes at all.
  @inlinable
  public func hasAttributes(_ node: Int) -> Bool { nodes[node].name != .text && nodes[node].count > 0 }

  /// The name of an element in writing.
  public func nameText(_ node: Int) -> String {
    let number = Int(nodes[node].name.rawValue)
    return number < MarkupName.known.count ? MarkupName.known[number] : ownNames[number - MarkupName.known.count]
  }

  /// The children of an element, in order.
  @inlinable
  public func children(of node: Int) -> Children { Children(nodes: nodes, child: node + 1, end: end(of: node)) }

  /// The children of an element.
  public struct Children: Sequence, IteratorProtocol {
    @usableFromInline let nodes: [Node]
    @usableFromInline var child: Int
    @usableFromInline let end: Int

    @inlinable
    init(nodes: [Node], child: Int, end: Int) {
      self.nodes = nodes
      self.child = child
      self.end = end
    }

    /// The next child.
    @inlinable
    public mutating func next() -> Int? {
      guard child < end else { return nil }
      defer { child = Int(nodes[child].end) }
      return child
    }
  }

  /// The first element with a name in a subtree, its root included.
  public func first(_ name: MarkupName, in range: Range<Int>) -> Int? { range.first { nodes[$0].name == name } }

  /// All bytes of the texts of a subtree.
  public func text(of node: Int) -> [UInt8] {
    var text: [UInt8] = []
    for index in node..<end(of: node) where nodes[index].name == .text { text += bytes[textRange(index)] }
    return text
  }
}

extension MarkupTree {
  /// The XPath of each of some elements, in the order given.
  ///
  /// Siblings are counted once for each parent, so that many paths cost no more than one walk over the tree.
  public func paths(of elements: [Int]) -> [String] {
    var paths = Paths(self)
    return elements.map { paths.path(of: $0) }
  }

  private struct Paths {
    let tree: MarkupTree
    /// The place of an element among its siblings of one name, from 1 on, once it is known.
    var places: [Int32]
    var known: [Int: String] = [:]
    /// How many siblings of each name have been counted.
    var counts: [Int32]

    init(_ tree: MarkupTree) {
      self.tree = tree
      places = Array(repeating: 0, count: tree.count)
      counts = Array(repeating: 0, count: MarkupName.known.count + tree.ownNames.count)
    }

    /// The path of an element, which is kept with the paths of the elements around it.
    mutating func path(of element: Int) -> String {
      var line: [Int] = []
      var node = element
      while node >= 0, known[node] == nil {
        line.append(node)
        node = tree.parent(node)
      }
      var path = known[node] ?? ""
      for node in line.reversed() {
        let parent = tree.parent(node)
        if parent >= 0, places[node] == 0 { countChildren(of: parent) }
        path += "/"
        path += tree.nameText(node)
        if places[node] > 0, !Self.single.contains(tree.name(node)) { path += "[\(places[node])]" }
        known[node] = path
      }
      return path
    }

    /// Elements of which a document has one.
    private static let single = ["html", "head", "body"].map { MarkupName($0) }

    private mutating func countChildren(of parent: Int) {
      for child in tree.children(of: parent) where !tree.isText(child) {
        counts[number(child)] += 1
        places[child] = counts[number(child)]
      }
      for child in tree.children(of: parent) where !tree.isText(child) { counts[number(child)] = 0 }
    }

    /// The number of an element's name; names that were too many have one together.
    private func number(_ node: Int) -> Int { min(Int(tree.name(node).rawValue), counts.count - 1) }
  }
}
