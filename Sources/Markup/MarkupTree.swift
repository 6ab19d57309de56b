/// A parsed HTML or XML document: its elements and texts in document order, as values without pointers.
///
/// A node is an index. The nodes of a subtree stand together: from the index of its root up to `end(of:)`.
public struct MarkupTree: Sendable {
  struct Node {
    var name: MarkupName
    var parent: Int32
    /// Index after the last node of the subtree.
    var end: Int32
    /// Of a text, its bytes; of an element, its attributes.
    var start: Int32
    var count: Int32
  }

  struct Attribute {
    var name: MarkupName
    var start: Int32
    var count: Int32
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

  var nodes: [Node] = []
  var attributes: [Attribute] = []
  /// The bytes of all texts and attribute values, one after the other: valid UTF-8.
  public internal(set) var bytes: [UInt8] = []
  /// Names that are not fixed.
  var ownNames: [String] = []
  /// What went wrong, if anything did.
  public internal(set) var trouble: Trouble?

  /// The contents of the scripts of an HTML document that are JSON-LD.
  public internal(set) var linkedData: [[UInt8]] = []

  /// The number of nodes.
  public var count: Int { nodes.count }
  /// All nodes in document order.
  public var indices: Range<Int> { nodes.indices }

  /// The name of an element, or `.text`.
  public func name(_ node: Int) -> MarkupName { nodes[node].name }
  /// Whether a node is a text.
  public func isText(_ node: Int) -> Bool { nodes[node].name == .text }
  /// The element around a node, or -1.
  public func parent(_ node: Int) -> Int { Int(nodes[node].parent) }
  /// The index after the last node of a subtree.
  public func end(of node: Int) -> Int { Int(nodes[node].end) }
  /// The bytes of a text node.
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

  /// Whether an element has attributes at all.
  public func hasAttributes(_ node: Int) -> Bool { nodes[node].name != .text && nodes[node].count > 0 }

  /// The name of an element in writing.
  public func nameText(_ node: Int) -> String {
    let number = Int(nodes[node].name.rawValue)
    return number < MarkupName.known.count ? MarkupName.known[number] : ownNames[number - MarkupName.known.count]
  }

  /// The children of an element, in order.
  public func children(of node: Int) -> some Sequence<Int> {
    let end = end(of: node)
    return sequence(first: node + 1) { self.end(of: $0) }.prefix { $0 < end }
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
    var places: [Int: Int] = [:]
    var paths: [Int: String] = [:]
    return elements.map { element in
      var line: [Int] = []
      var node = element
      while node >= 0, paths[node] == nil {
        line.append(node)
        node = parent(node)
      }
      var path = node >= 0 ? paths[node] ?? "" : ""
      for node in line.reversed() {
        let parent = parent(node)
        if parent >= 0, places[node] == nil { countChildren(of: parent, into: &places) }
        path += "/" + step(node, place: places[node])
        paths[node] = path
      }
      return path
    }
  }

  private func countChildren(of parent: Int, into places: inout [Int: Int]) {
    var counts: [MarkupName: Int] = [:]
    for child in children(of: parent) where !isText(child) {
      counts[name(child), default: 0] += 1
      places[child] = counts[name(child)]
    }
  }

  private func step(_ node: Int, place: Int?) -> String {
    let name = nameText(node)
    guard let place, name != "html", name != "body", name != "head" else { return name }
    return "\(name)[\(place)]"
  }
}
