/// Tells data from text: text has no NUL and hardly a control character besides white space and escape.
enum BinaryBytes {
  /// Whether bytes cannot be text.
  static func areBinary(_ bytes: Swift.Span<UInt8>) -> Bool {
    var controls = 0
    var index = 0
    while index < bytes.count {
      if index + Lanes.width <= bytes.count {
        guard let first = Lanes(bytes, at: index).ones(0, mask: 0xE0).firstOne else {
          index += Lanes.width
          continue
        }
        index += first
      }
      switch bytes[index] {
      case 0: return true
      case 0x09...0x0D, 0x1B, 0x20...: break
      default: controls += 1
      }
      index += 1
    }
    return controls > 3 && controls * 50 > bytes.count
  }
}
