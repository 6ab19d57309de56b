/// A value of a YAML document, with the line it stands on.
///
/// Read is what configuration files are written in: maps and lists by indentation, lists in brackets, plain and quoted
/// text in one line, comments. Anything else of YAML is refused with its line, never guessed
/// (docs/decisions/0004-configuration.md).
struct YAML: Sendable {
  /// What stands there.
  indirect enum Value: Sendable {
    case text(String)
    case list([YAML])
    case map([(key: String, line: Int, value: YAML)])
    case nothing
  }

  /// What is wrong with a document.
  struct Trouble: Error, Equatable {
    var line: Int
    var what: String
  }

  var value: Value
  var line: Int

  /// Reads a document.
  init(_ bytes: [UInt8]) throws(Trouble) {
    guard String(validating: bytes, as: UTF8.self) != nil else { throw Trouble(line: 1, what: "is not UTF-8") }
    var reader = YAMLReader(lines: try YAMLLine.lines(bytes))
    self = try reader.document()
  }

  init(_ value: Value, line: Int) {
    self.value = value
    self.line = line
  }
}

/// A line that is neither empty nor a comment.
struct YAMLLine {
  /// From 1.
  var number: Int
  /// Spaces before it.
  var indent: Int
  /// The rest without its comment.
  var text: [UInt8]

  static func lines(_ bytes: [UInt8]) throws(YAML.Trouble) -> [YAMLLine] {
    var lines: [YAMLLine] = []
    for (index, raw) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      let indent = raw.prefix { $0 == 0x20 }.count
      let text = try content(raw.dropFirst(indent), index + 1)
      guard !text.isEmpty, !(index == 0 && text.elementsEqual("---".utf8)) else { continue }
      guard text[0] != 0x09 else { throw YAML.Trouble(line: index + 1, what: "is indented by a tab; use spaces") }
      lines.append(YAMLLine(number: index + 1, indent: indent, text: text))
    }
    return lines
  }

  /// A line without the comment and the white space at its end.
  private static func content(_ raw: ArraySlice<UInt8>, _ line: Int) throws(YAML.Trouble) -> [UInt8] {
    var quote: UInt8 = 0
    var end = raw.endIndex
    var at = raw.startIndex
    while at < raw.endIndex {
      let byte = raw[at]
      if quote != 0 {
        if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") { at += 1 } else if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "#"), at == raw.startIndex || raw[at - 1] <= 0x20 {
        end = at
        break
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), at == raw.startIndex || opens(raw[at - 1]) {
        quote = byte
      }
      at += 1
    }
    guard quote == 0 else { throw YAML.Trouble(line: line, what: "has a quotation mark that is not closed") }
    var text = raw[..<end]
    while let last = text.last, last <= 0x20 { text.removeLast() }
    return Array(text)
  }

  /// Whether a quotation mark behind a byte begins a quoted text.
  private static func opens(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "[") || byte == UInt8(ascii: ",")
  }
}
