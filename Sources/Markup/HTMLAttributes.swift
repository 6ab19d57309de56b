/// The attributes of one start tag, as the HTML standard cuts them (13.2.5.32 and on).
struct HTMLAttributes {
  /// Index after the tag.
  private(set) var end: Int
  /// Whether the tag ends with a slash.
  private(set) var isSelfClosing = false
  /// Whether it is the type of JSON-LD.
  private(set) var isLinkedData = false

  private let input: UnsafeBufferPointer<UInt8>
  private let names = HTMLNames.shared
  /// Longest value that is kept of an element that carries no metadata.
  private static let longest = 400

  /// Reads attributes from an index on, and writes those that say something about a text.
  init(_ input: UnsafeBufferPointer<UInt8>, from start: Int, isMeta: Bool, into output: inout [UInt8]) {
    self.input = input
    end = start
    while end < input.count, input[end] != 0x3E {
      if HTMLCleaner.isSpace(input[end]) || input[end] == 0x2F {
        isSelfClosing = input[end] == 0x2F
        end += 1
      } else {
        isSelfClosing = false
        read(isMeta, &output)
      }
    }
    end = min(end + 1, input.count)
  }

  private mutating func read(_ isMeta: Bool, _ output: inout [UInt8]) {
    let start = end
    end += 1
    while end < input.count, input[end] != 0x3D, input[end] != 0x3E, input[end] != 0x2F,
      !HTMLCleaner.isSpace(input[end])
    {
      end += 1
    }
    let name = start..<end
    skipSpace()
    guard end < input.count, input[end] == 0x3D else { return write(name, end..<end, isMeta, &output) }
    end += 1
    skipSpace()
    write(name, value(), isMeta, &output)
  }

  private mutating func skipSpace() { while end < input.count, HTMLCleaner.isSpace(input[end]) { end += 1 } }

  private mutating func value() -> Range<Int> {
    guard end < input.count, input[end] != 0x3E else { return end..<end }
    let quote = input[end]
    let start = quote == 0x22 || quote == 0x27 ? end + 1 : end
    if start > end {
      end = start
      while end < input.count, input[end] != quote { end += 1 }
      defer { end = min(end + 1, input.count) }
      return start..<end
    }
    while end < input.count, input[end] != 0x3E, !HTMLCleaner.isSpace(input[end]) { end += 1 }
    return start..<end
  }

  private mutating func write(_ name: Range<Int>, _ value: Range<Int>, _ isMeta: Bool, _ output: inout [UInt8]) {
    let packed = HTMLName(input, name)
    if packed == names.type { isLinkedData = isLinkedDataType(value) }
    let traits = names.traits(packed)
    guard traits.contains(.telling) || isMeta && traits.contains(.tellingOfMeta), isMeta || value.count <= Self.longest
    else { return }
    if packed == names.style {
      if hides(value) { output.append(contentsOf: " hidden=\"\"".utf8) }
      return
    }
    output.append(0x20)
    for index in name { output.append(HTMLName.lower(input[index])) }
    output.append(0x3D)
    output.append(0x22)
    // The link's target matters in the head only; that there is one, everywhere.
    if isMeta || packed != names.href { writeValue(value, &output) }
    output.append(0x22)
  }

  private func writeValue(_ value: Range<Int>, _ output: inout [UInt8]) {
    let bytes = UnsafeBufferPointer(rebasing: input[value])
    guard bytes.contains(where: { $0 == 0x22 || $0 == 0x3C || $0 == 0 }) else {
      return output.append(contentsOf: bytes)
    }
    for byte in bytes {
      switch byte {
      case 0: continue
      case 0x22: output.append(contentsOf: "&quot;".utf8)
      case 0x3C: output.append(contentsOf: "&lt;".utf8)
      default: output.append(byte)
      }
    }
  }

  /// Whether a style keeps the element from being shown.
  private func hides(_ value: Range<Int>) -> Bool {
    let plain = input[value].lazy.filter { !HTMLCleaner.isSpace($0) }.map { $0 | 0x20 }
    return plain.starts(with: "display:none".utf8) || plain.starts(with: "visibility:hidden".utf8)
  }

  /// "application/ld+json", perhaps with a charset behind it.
  private func isLinkedDataType(_ value: Range<Int>) -> Bool {
    let type = Array("application/ld+json".utf8)
    return input[value].drop(while: HTMLCleaner.isSpace).prefix(type.count).map { $0 | 0x20 }.elementsEqual(
      type.map { $0 | 0x20 })
  }
}
