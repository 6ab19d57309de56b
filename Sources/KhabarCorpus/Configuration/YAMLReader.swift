import Khabar

/// Reads lines of YAML as maps, lists and texts.
struct YAMLReader {
  private var lines: [YAMLLine]
  private var at = 0
  private var depth = 0

  init(lines: [YAMLLine]) { self.lines = lines }

  /// The whole document; an empty one is nothing.
  mutating func document() throws(YAML.Trouble) -> YAML {
    guard let first = lines.first else { return YAML(.nothing, line: 1) }
    let value = try block(first.indent)
    if at < lines.count {
      throw YAML.Trouble(line: lines[at].number, what: "is indented otherwise than the lines before")
    }
    return value
  }

  /// The map or list whose lines have an indentation.
  private mutating func block(_ indent: Int) throws(YAML.Trouble) -> YAML {
    let line = lines[at]
    guard depth < 32 else { throw YAML.Trouble(line: line.number, what: "is nested too deeply") }
    depth += 1
    defer { depth -= 1 }
    return Self.isItem(line.text) ? try list(indent) : try map(indent)
  }

  private static func isItem(_ text: [UInt8]) -> Bool {
    text.first == UInt8(ascii: "-") && (text.count == 1 || text[1] == 0x20)
  }

  private mutating func list(_ indent: Int) throws(YAML.Trouble) -> YAML {
    let start = lines[at].number
    var items: [YAML] = []
    while at < lines.count, lines[at].indent == indent, Self.isItem(lines[at].text) {
      let line = lines[at]
      let rest = Array(line.text.dropFirst().drop { $0 == 0x20 })
      if rest.isEmpty {
        at += 1
        items.append(try nested(below: indent, line.number))
      } else if Self.colon(rest) != nil, ![UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "'")].contains(rest[0]) {
        // A map that begins on the line of its dash goes on at the column of its first key.
        lines[at].indent = indent + line.text.count - rest.count
        lines[at].text = rest
        items.append(try map(lines[at].indent))
      } else {
        at += 1
        items.append(try scalar(rest[...], line.number))
      }
    }
    return YAML(.list(items), line: start)
  }

  private mutating func map(_ indent: Int) throws(YAML.Trouble) -> YAML {
    let start = lines[at].number
    var members: [(key: String, line: Int, value: YAML)] = []
    while at < lines.count, lines[at].indent == indent, !Self.isItem(lines[at].text) {
      let line = lines[at]
      guard let colon = Self.colon(line.text) else {
        throw YAML.Trouble(line: line.number, what: "has no \"key: value\"")
      }
      let key = try text(line.text[..<colon], line.number)
      if members.contains(where: { $0.key == key }) {
        throw YAML.Trouble(line: line.number, what: "has the key \"\(key)\" again")
      }
      let rest = line.text[(colon + 1)...].drop { $0 == 0x20 }
      at += 1
      let value = rest.isEmpty ? try nested(below: indent, line.number) : try scalar(rest, line.number)
      members.append((key, line.number, value))
    }
    return YAML(.map(members), line: start)
  }

  /// What stands below a key or a dash; a list may stand at the column of its key.
  private mutating func nested(below indent: Int, _ line: Int) throws(YAML.Trouble) -> YAML {
    guard at < lines.count else { return YAML(.nothing, line: line) }
    let next = lines[at]
    if next.indent > indent || next.indent == indent && Self.isItem(next.text) && !Self.isItem(lines[at - 1].text) {
      return try block(next.indent)
    }
    return YAML(.nothing, line: line)
  }

  /// Where the colon of a key stands.
  private static func colon(_ text: [UInt8]) -> Int? {
    var at = 0
    if let quote = text.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard let close = text.dropFirst().firstIndex(of: quote) else { return nil }
      at = close
    }
    return text[at...].indices.first {
      text[$0] == UInt8(ascii: ":") && ($0 + 1 == text.count || text[$0 + 1] == 0x20)
    }
  }

  // MARK: - Values in one line

  private func scalar(_ raw: ArraySlice<UInt8>, _ line: Int) throws(YAML.Trouble) -> YAML {
    guard raw.first == UInt8(ascii: "[") else { return YAML(.text(try text(raw, line)), line: line) }
    guard raw.last == UInt8(ascii: "]") else { throw YAML.Trouble(line: line, what: "has a list that is not closed") }
    var items: [YAML] = []
    for part in Self.parts(raw.dropFirst().dropLast()) {
      let bare = Self.trimmed(part)
      // "[a, ]" has one item.
      if bare.isEmpty { continue }
      items.append(YAML(.text(try text(bare, line)), line: line))
    }
    return YAML(.list(items), line: line)
  }

  /// What stands between the commas of a list, those inside of quotation marks left alone.
  private static func parts(_ list: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = list.startIndex
    var quote: UInt8 = 0
    for index in list.indices {
      let byte = list[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ",") {
        parts.append(list[start..<index])
        start = index + 1
      }
    }
    return parts + [list[start...]]
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text.drop { $0 <= 0x20 }
    while let last = text.last, last <= 0x20 { text.removeLast() }
    return text
  }

  private func text(_ raw: ArraySlice<UInt8>, _ line: Int) throws(YAML.Trouble) -> String {
    let bare = Self.trimmed(raw)
    guard let first = bare.first else { throw YAML.Trouble(line: line, what: "has an empty key") }
    switch first {
    case UInt8(ascii: "\""): return try doubleQuoted(bare, line)
    case UInt8(ascii: "'"):
      guard bare.count > 1, bare.last == first else {
        throw YAML.Trouble(line: line, what: "has text behind a quoted text")
      }
      return String(decoding: bare.dropFirst().dropLast(), as: UTF8.self).replacing("''", with: "'")
    case _ where "&*!|>%@`{}]".utf8.contains(first):
      throw YAML.Trouble(
        line: line, what: "has \"\(Unicode.Scalar(first))\", which is more YAML than is read; quote the text")
    default: return String(decoding: bare, as: UTF8.self)
    }
  }

  private func doubleQuoted(_ raw: ArraySlice<UInt8>, _ line: Int) throws(YAML.Trouble) -> String {
    guard case .string(let bytes) = JSONValue(raw, .strict) else {
      throw YAML.Trouble(line: line, what: "has a quoted text with an escape that is not known")
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
