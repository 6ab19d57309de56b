import Foundation
import Testing

@testable import KhabarExport

/// Contrast of the colours of the style sheet, as WCAG 2.2 defines it.
@Suite struct PageContrastTests {
  /// The colours of each `:root` block: light, dark, print.
  private static let schemes = PageStyle.sheet.components(separatedBy: ":root {").dropFirst().map { block in
    var colors: [String: String] = [:]
    for declaration in block.prefix(while: { $0 != "}" }).split(separator: ";") {
      let parts = declaration.split(separator: ":").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
      if parts.count == 2, parts[0].hasPrefix("--") { colors[String(parts[0].dropFirst(2))] = parts[1] }
    }
    return colors
  }

  private func luminance(_ color: String) -> Double {
    let value = UInt32(color.dropFirst(), radix: 16) ?? 0
    let channels = [16, 8, 0].map { shift -> Double in
      let channel = Double(value >> UInt32(shift) & 255) / 255
      return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }

  private func contrast(_ one: String, _ other: String) -> Double {
    let (one, other) = (luminance(one), luminance(other))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  @Test func `there are colours for light, dark and paper`() {
    #expect(Self.schemes.count == 3)
    #expect(Self.schemes.allSatisfy { Set($0.keys) == Set(Self.schemes[0].keys) && $0.count == 14 })
  }

  @Test(arguments: 0..<3) func `text has a contrast of at least 4.5 to 1`(scheme: Int) throws {
    let colors = Self.schemes[scheme]
    let states = ["conflict", "shared", "only-a", "only-b"]
    let grounds = ["paper", "card"] + states.map { "\($0)-tint" }
    var pairs = ["ink", "faint", "link"].flatMap { text in grounds.map { (text, $0) } }
    pairs += states.flatMap { [($0, "paper"), ($0, "card"), ($0, "\($0)-tint")] }
    pairs += states.map { ("conflict", "\($0)-tint") }
    for (text, ground) in pairs {
      let ratio = contrast(try #require(colors[text]), try #require(colors[ground]))
      #expect(ratio >= 4.5, "\(text) on \(ground): \(ratio)")
    }
  }
}
