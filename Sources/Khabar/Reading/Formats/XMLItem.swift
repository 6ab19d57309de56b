internal import Markup

/// A news item in XML, with look-ups by the local names of elements.
struct XMLItem {
  let tree: MarkupTree

  /// Parses valid UTF-8; what is wrong with the XML is added to the findings.
  init(_ utf8: [UInt8], _ findings: inout [Finding]) {
    tree = MarkupTree(xml: utf8[...])
    switch tree.trouble {
    case .declaresEntities:
      findings.append(
        Finding(
          code: "xml-entities", severity: .error,
          message: "The XML declares entities of its own, which are not read; expand them before delivery."))
    case .notWellFormed:
      findings.append(
        Finding(
          code: "xml-not-well-formed", severity: .warning,
          message: "The XML is not well-formed; it was read as far as it makes sense."))
    case .tooManyNodes, nil: break
    }
    if tree.count == 0, tree.trouble != .declaresEntities {
      findings.append(
        Finding(code: "no-article", severity: .error, message: "The XML has no element that can be read."))
    }
  }

  /// Whether nothing of it may be read, or nothing is there.
  var isRefused: Bool { tree.trouble == .declaresEntities || tree.count == 0 }

  /// The first element of a name in a subtree.
  func first(_ name: String, in root: Int? = nil) -> Int? {
    let range = root.map { $0..<tree.end(of: $0) } ?? tree.indices
    let name = MarkupName(name)
    return name == .text ? nil : tree.first(name, in: range)
  }

  /// The text of the first element with one of the names, white space collapsed; nil if there is none.
  func text(_ names: String..., in root: Int? = nil) -> String? {
    for name in names {
      guard let node = first(name, in: root) else { continue }
      let text = collapsed(tree.text(of: node))
      if !text.isEmpty { return text }
    }
    return nil
  }

  /// The texts of all elements of a name in a subtree.
  func texts(_ name: String, in root: Int) -> [String] {
    let name = MarkupName(name)
    return (root..<tree.end(of: root)).filter { name != .text && tree.name($0) == name }
      .map { collapsed(tree.text(of: $0)) }.filter { !$0.isEmpty }
  }

  /// The value of an attribute of the first element of a name.
  func attribute(_ attribute: String, of name: String, in root: Int? = nil) -> String? {
    first(name, in: root).flatMap { tree.string($0, MarkupName(attribute)) }
  }

  private func collapsed(_ bytes: [UInt8]) -> String {
    bytes.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }
}
