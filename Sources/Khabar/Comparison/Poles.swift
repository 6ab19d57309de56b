/// What a scale of the lexicon `opposites` measures.
enum Scale: Int16 {
  /// What happened; such scales have no letter.
  case event = 0
  /// North and south, east and west: d.
  case direction
  /// All and some: e.
  case extent
  /// What is no difference by itself: morning and evening, buying and selling, two who meet: o.
  case other
  /// What somebody is, so that it is told of each person once: p.
  case standing
  /// Which event of a series it is, so that two such words tell two events: s.
  case series

  fileprivate init(letter: UInt8) {
    self =
      switch letter {
      case 0x64: .direction
      case 0x65: .extent
      case 0x6F: .other
      case 0x70: .standing
      case 0x73: .series
      default: .event
      }
  }
}

/// Where a word stands on the scales of the lexicon `opposites`: at one end of each, or between both ("drew" between "won"
/// and "lost"), which opposes either.
struct Poles: Sendable, Equatable {
  /// The number of the scale x 32, the pole x 8 and what the scale measures; -1 where there is none.
  private var all = SIMD4<Int16>(repeating: -1)

  /// On no scale.
  init() {}

  /// "5+ 6-" or "16+o".
  init(_ value: Lexicon.Bytes) {
    var (count, scale, pole) = (0, Int16(0), Int16(0))
    for byte in value {
      switch byte {
      case 0x30...0x39: scale = scale * 10 + Int16(byte & 15)
      case 0x2B, 0x2D, 0x3D:
        guard count < 4 else { return }
        pole = byte == 0x2B ? 0 : byte == 0x2D ? 1 : 2
        all[count] = scale << 5 | pole << 3
        (count, scale) = (count + 1, 0)
      case 0x20: break
      default: all[count - 1] |= Scale(letter: byte).rawValue
      }
    }
  }

  /// Where a word for rising stands.
  static let rise = Poles(1 << 5)
  /// Where a word for having stopped stands.
  static let stopped = Poles(5 << 5 | 1 << 3)
  /// Where a word for coming stands.
  static let arrival = Poles(7 << 5)
  /// Where a word for going stands.
  static let departure = Poles(7 << 5 | 1 << 3)
  /// Where a word for succeeding stands.
  static let success = Poles(10 << 5)
  /// Where a word for being held stands.
  static let held = Poles(8 << 5 | 1 << 3)
  /// Where a word for being unharmed stands.
  static let safe = Poles(32 << 5)
  /// Where a word for being alive stands.
  static let alive = Poles(93 << 5 | Scale.standing.rawValue)
  /// Where a word for staying as it is stands.
  static let stay = Poles(39 << 5)

  var isEmpty: Bool { all[0] < 0 }

  /// Whether one of the scales measures this.
  func has(_ scale: Scale) -> Bool {
    !isEmpty && (0..<4).contains { all[$0] >= 0 && all[$0] & 7 == scale.rawValue }
  }

  /// Whether both stand at one place of a scale; most words are on none, which is asked at once.
  @inline(__always)
  func meets(_ other: Poles) -> Bool { !isEmpty && meetsAnywhere(other) }

  private func meetsAnywhere(_ other: Poles) -> Bool {
    for at in 0..<4 {
      if all[at] < 0 { return false }
      if other.has(all[at]) { return true }
    }
    return false
  }

  /// Whether both stand on one scale.
  @inline(__always)
  func isOnScale(of other: Poles) -> Bool { !isEmpty && (meets(other) || opposes(other)) }

  /// Whether both stand on one scale, and nowhere at one place of it.
  @inline(__always)
  func opposes(_ other: Poles) -> Bool { !isEmpty && !other.isEmpty && opposesAnywhere(other) }

  private func opposesAnywhere(_ other: Poles) -> Bool {
    if meets(other) { return false }
    for at in 0..<4 {
      if all[at] < 0 { return false }
      if other.isOpposed(to: all[at]) { return true }
    }
    return false
  }

  /// The poles of two words at different places of a scale that measures this.
  func opposed(by other: Poles, on scale: Scale) -> (mine: Poles, other: Poles)? {
    guard !isEmpty, !other.isEmpty, !meets(other) else { return nil }
    for at in 0..<4 where all[at] >= 0 && all[at] & 7 == scale.rawValue {
      for index in 0..<4 where other.all[index] >= 0 && other.all[index] >> 5 == all[at] >> 5 {
        return (Poles(all[at]), Poles(other.all[index]))
      }
    }
    return nil
  }

  private init(_ pole: Int16) { all[0] = pole }

  private func has(_ pole: Int16) -> Bool { any(all .== pole) }

  /// Whether one of its poles, which stand before the empty places, is another one of the same scale.
  private func isOpposed(to pole: Int16) -> Bool {
    for at in 0..<4 {
      if all[at] < 0 { return false }
      if all[at] >> 5 == pole >> 5, all[at] != pole { return true }
    }
    return false
  }
}
