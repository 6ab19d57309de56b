import Khabar

/// A JSON Schema (2020-12) with the keywords that the schemas of this project have, and no others.
struct JSONSchema {
  /// One schema, with references by name.
  private final class Node {
    var type: String?
    var const: JSONValue?
    var names: [String] = []
    var required: [String] = []
    var dependent: [(key: String, needs: [String])] = []
    var properties: [String: Node] = [:]
    var allowsOthers = true
    var items: Node?
    var contains: Node?
    var minItems = 0
    var range = Int.min...Int.max
    var pattern: Pattern?
    var reference: String?
    var all: [Node] = []
  }

  /// The patterns that the schemas have; a test sees to it that there are no others.
  private enum Pattern {
    case identifier(UInt8)
    case hex(Int)
    case decimal

    init?(_ text: String) {
      let bytes = Array(text.utf8)
      if bytes.count > 2, text == "^\(Character(Unicode.Scalar(bytes[1])))[1-9][0-9]*$" {
        self = .identifier(bytes[1])
      } else if text == "^-?[0-9]+(\\.[0-9]+)?$" {
        self = .decimal
      } else if let count = [16, 64].first(where: { text == "^[0-9a-f]{\($0)}$" }) {
        self = .hex(count)
      } else {
        return nil
      }
    }

    func matches(_ text: ArraySlice<UInt8>) -> Bool {
      let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
      switch self {
      case .identifier(let letter):
        let number = text.dropFirst()
        return text.first == letter && number.first.map { $0 != 0x30 } == true && number.allSatisfy(isDigit)
      case .hex(let count): return text.count == count && text.allSatisfy { isDigit($0) || (0x61...0x66).contains($0) }
      case .decimal:
        let bare = text.first == UInt8(ascii: "-") ? text.dropFirst() : text
        let parts = bare.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return (1...2).contains(parts.count) && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
      }
    }
  }

  private let root: Node
  private let definitions: [String: Node]

  /// Reads a schema; nil if it has a keyword, type or pattern that is not known here.
  init?(_ bytes: [UInt8]) {
    guard let value = JSONValue(bytes[...], .strict), let root = Self.node(value) else { return nil }
    var definitions: [String: Node] = [:]
    for (name, value) in value["$defs"]?.members ?? [] {
      guard let node = Self.node(value) else { return nil }
      definitions["#/$defs/\(name)"] = node
    }
    self.root = root
    self.definitions = definitions
  }

  private static func node(_ value: JSONValue) -> Node? {
    let node = Node()
    for (name, value) in value.members {
      guard read(name, value, into: node) else { return nil }
    }
    return node
  }

  private static func read(_ keyword: String, _ value: JSONValue, into node: Node) -> Bool {
    switch keyword {
    case "$schema", "$id", "$defs", "title", "description": break
    case "type": node.type = value.text
    case "const": node.const = value
    case "enum": node.names = value.elements.compactMap(\.text)
    case "required": node.required = value.elements.compactMap(\.text)
    case "minItems": node.minItems = value.integer ?? 0
    case "minimum": node.range = (value.integer ?? 0)...node.range.upperBound
    case "maximum": node.range = node.range.lowerBound...max(node.range.lowerBound, value.integer ?? 0)
    case "additionalProperties": if case .boolean(false) = value { node.allowsOthers = false }
    case "$ref": node.reference = value.text
    case "pattern":
      node.pattern = value.text.flatMap(Pattern.init)
      return node.pattern != nil
    case "dependentRequired":
      node.dependent = value.members.map { ($0.name, $0.value.elements.compactMap(\.text)) }
    default: return readNested(keyword, value, into: node)
    }
    return true
  }

  private static func readNested(_ keyword: String, _ value: JSONValue, into node: Node) -> Bool {
    switch keyword {
    case "items":
      node.items = Self.node(value)
      return node.items != nil
    case "contains":
      node.contains = Self.node(value)
      return node.contains != nil
    case "allOf":
      node.all = value.elements.compactMap(Self.node)
      return node.all.count == value.elements.count
    case "properties":
      for (name, value) in value.members { node.properties[name] = Self.node(value) }
      return node.properties.count == value.members.count
    default: return false
    }
  }

  /// Whether a document follows the schema.
  func accepts(_ document: [UInt8]) -> Bool { JSONValue(document[...], .strict).map { accepts($0, root) } ?? false }

  private func accepts(_ value: JSONValue, _ node: Node) -> Bool {
    if let reference = node.reference {
      guard let target = definitions[reference], accepts(value, target) else { return false }
    }
    guard node.all.allSatisfy({ accepts(value, $0) }), hasType(value, node) else { return false }
    switch value {
    case .object(let members): return acceptsMembers(members, value, node)
    case .list(let elements):
      if let items = node.items, !elements.allSatisfy({ accepts($0, items) }) { return false }
      if let contains = node.contains, !elements.contains(where: { accepts($0, contains) }) { return false }
      return elements.count >= node.minItems
    case .string(let text):
      if let const = node.const?.text, !text.elementsEqual(const.utf8) { return false }
      if !node.names.isEmpty, !node.names.contains(where: { text.elementsEqual($0.utf8) }) { return false }
      return node.pattern?.matches(text[...]) ?? true
    case .number: return value.integer.map(node.range.contains) ?? false
    case .boolean(let truth):
      guard case .boolean(let const) = node.const else { return true }
      return truth == const
    case .null: return true
    }
  }

  private func hasType(_ value: JSONValue, _ node: Node) -> Bool {
    switch (node.type, value) {
    case (nil, _), ("object", .object), ("array", .list), ("string", .string), ("boolean", .boolean), ("null", .null),
      ("integer", .number):
      true
    default: false
    }
  }

  private func acceptsMembers(
    _ members: [(name: String, value: JSONValue)], _ value: JSONValue, _ node: Node
  ) -> Bool {
    for (name, member) in members {
      if let property = node.properties[name] {
        guard accepts(member, property) else { return false }
      } else if !node.allowsOthers {
        return false
      }
    }
    return node.required.allSatisfy { value[$0] != nil }
      && node.dependent.allSatisfy { key, needs in value[key] == nil || needs.allSatisfy { value[$0] != nil } }
  }
}
