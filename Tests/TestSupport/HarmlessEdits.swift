import Foundation

/// Edits of plain text that change no fact: spaces, vowel signs, tatweel, line breaks, the order of paragraphs.
public struct HarmlessEdits {
  private var numbers: SplitMix

  /// Begins a row of edits, the same on every run.
  public init(seed: UInt64) { numbers = SplitMix(state: seed) }

  private mutating func next(_ bound: Int) -> Int { Int.random(in: 0..<max(1, bound), using: &numbers) }

  /// The text after a few edits. Its head, up to the first empty line, stays where it is.
  public mutating func edited(_ bytes: [UInt8]) -> [UInt8] {
    var paragraphs = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n\n")
    for _ in 0...next(3) {
      switch next(5) {
      case 0 where paragraphs.count > 2:
        let index = 1 + next(paragraphs.count - 1)
        paragraphs.insert(paragraphs.remove(at: index), at: 1 + next(paragraphs.count - 1))
      case 1: paragraphs = paragraphs.map { spaced($0) }
      case 2: paragraphs = paragraphs.map { decorated($0, "\u{64E}") }
      case 3: paragraphs = paragraphs.map { decorated($0, "\u{640}") }
      default: paragraphs = [paragraphs[0]] + paragraphs.dropFirst().map { wrapped($0) }
      }
    }
    let gap = String(repeating: "\n", count: 2 + next(2))
    return Array((paragraphs.joined(separator: gap) + String(repeating: "\n", count: next(3))).utf8)
  }

  /// More space between some words.
  private mutating func spaced(_ text: String) -> String {
    var words = text.components(separatedBy: " ")
    if words.count > 2 { words[next(words.count - 1)] += " " }
    return words.joined(separator: " ")
  }

  /// A vowel sign or a tatweel behind a letter inside of an Arabic word.
  private mutating func decorated(_ text: String, _ sign: Unicode.Scalar) -> String {
    var scalars = Array(text.unicodeScalars)
    let places = scalars.indices.dropFirst().dropLast().filter { index in
      (index - 1...index + 1).allSatisfy { (0x628...0x64A).contains(scalars[$0].value) } && scalars[index].value < 0x648
        && !(0x62F...0x632).contains(scalars[index].value) && scalars[index].value != 0x629
        && scalars[index].value != 0x627
    }
    if !places.isEmpty { scalars.insert(sign, at: places[next(places.count)] + 1) }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Long paragraphs broken into lines of one width.
  private mutating func wrapped(_ text: String) -> String {
    guard text.unicodeScalars.count > 200 else { return text }
    let width = 50 + next(30)
    var lines: [[String]] = [[]]
    var column = 0
    for word in text.components(separatedBy: " ") {
      if column + word.unicodeScalars.count > width {
        lines.append([])
        column = 0
      }
      lines[lines.count - 1].append(word)
      column += word.unicodeScalars.count + 1
    }
    return lines.map { $0.joined(separator: " ") }.joined(separator: "\n")
  }
}
