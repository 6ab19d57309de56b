/// A charset of one byte a letter, in which Arabic or European articles were written before UTF-8.
enum SingleByteCharset: String, CaseIterable {
  case windows1256 = "windows-1256"
  case iso88596 = "iso-8859-6"
  case windows1252 = "windows-1252"

  /// The charset of a label, as the WHATWG's encoding standard names them; nil for a label of another charset.
  init?(label: String) {
    switch label {
    case "windows-1256", "cp1256", "x-cp1256", "win1256": self = .windows1256
    case "iso-8859-6", "iso8859-6", "iso_8859-6", "arabic", "asmo-708", "ecma-114", "iso-8859-6-i", "iso-8859-6-e":
      self = .iso88596
    case "windows-1252", "cp1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1", "ascii", "us-ascii":
      self = .windows1252
    default: return nil
    }
  }

  /// The text in UTF-8. Bytes that the charset does not have become U+FFFD.
  func decode(_ bytes: [UInt8]) -> [UInt8] {
    let table = Self.utf8[self] ?? []
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      if byte < 0x80 { text.append(byte) } else { text.append(contentsOf: table[Int(byte) - 0x80]) }
    }
    return text
  }

  /// The byte of a scalar, or nil if the charset does not have it.
  func byte(of scalar: UInt32) -> UInt8? {
    if scalar < 0x80 { return UInt8(scalar) }
    return scalars.firstIndex(of: scalar).map { UInt8($0 + 0x80) }
  }

  /// What a byte of the upper half stands for.
  func scalar(of byte: UInt8) -> UInt32 { scalars[Int(byte) - 0x80] }

  private var scalars: [UInt32] {
    switch self {
    case .windows1256: Self.arabicWindows
    case .iso88596: Self.arabicISO
    case .windows1252: Self.western
    }
  }

  private static let utf8: [SingleByteCharset: [[UInt8]]] = Dictionary(
    uniqueKeysWithValues: allCases.map { charset in
      (charset, charset.scalars.map { Array(String(Unicode.Scalar($0) ?? "\u{FFFD}").utf8) })
    })

  /// The upper half of windows-1252; the five free places are controls, as the WHATWG has it.
  private static let western: [UInt32] =
    [
      0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D,
      0x8F,
      0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E,
      0x178,
    ] + Array(0xA0...0xFF)

  private static let arabicWindows: [UInt32] = [
    0x20AC, 0x67E, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x679, 0x2039, 0x152, 0x686, 0x698,
    0x688,
    0x6AF, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x6A9, 0x2122, 0x691, 0x203A, 0x153, 0x200C, 0x200D,
    0x6BA, 0xA0, 0x60C, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7, 0xA8, 0xA9, 0x6BE, 0xAB, 0xAC, 0xAD, 0xAE, 0xAF,
    0xB0, 0xB1, 0xB2, 0xB3, 0xB4, 0xB5, 0xB6, 0xB7, 0xB8, 0xB9, 0x61B, 0xBB, 0xBC, 0xBD, 0xBE, 0x61F,
    0x6C1, 0x621, 0x622, 0x623, 0x624, 0x625, 0x626, 0x627, 0x628, 0x629, 0x62A, 0x62B, 0x62C, 0x62D, 0x62E, 0x62F,
    0x630, 0x631, 0x632, 0x633, 0x634, 0x635, 0x636, 0xD7, 0x637, 0x638, 0x639, 0x63A, 0x640, 0x641, 0x642, 0x643,
    0xE0, 0x644, 0xE2, 0x645, 0x646, 0x647, 0x648, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB, 0x649, 0x64A, 0xEE, 0xEF,
    0x64B, 0x64C, 0x64D, 0x64E, 0xF4, 0x64F, 0x650, 0xF7, 0x651, 0xF9, 0x652, 0xFB, 0xFC, 0x200E, 0x200F, 0x6D2,
  ]

  private static let arabicISO: [UInt32] = (0x80...0xFF as ClosedRange<UInt32>).map { byte in
    switch byte {
    case 0x80...0xA0, 0xA4, 0xAD: byte
    case 0xAC: 0x60C
    case 0xBB: 0x61B
    case 0xBF: 0x61F
    case 0xC1...0xDA, 0xE0...0xF2: byte + 0x560
    default: 0xFFFD
    }
  }
}

extension SingleByteCharset {
  /// Finds out which charset bytes that are no UTF-8 are in.
  ///
  /// European letters beyond ASCII stand alone between others; Arabic ones stand together. Which Arabic charset it is
  /// shows by its letters: read in the other one, ل and ي become rare signs.
  static func detect(_ bytes: [UInt8]) -> SingleByteCharset {
    var counts = [Int](repeating: 0, count: 256)
    var together = 0
    var previous: UInt8 = 0
    for byte in bytes {
      counts[Int(byte)] += 1
      if byte >= 0xC0, previous >= 0xC0 { together += 1 }
      previous = byte
    }
    let high = counts[0xC0...].reduce(0, +)
    guard together * 2 > high else { return .windows1252 }
    return score(counts, .windows1256) >= score(counts, .iso88596) ? .windows1256 : .iso88596
  }

  private static func score(_ counts: [Int], _ charset: SingleByteCharset) -> Int {
    (0x80...0xFF).reduce(0) { sum, byte in
      counts[byte] == 0 ? sum : sum + counts[byte] * frequency(of: charset.scalar(of: UInt8(byte)))
    }
  }

  /// How often a letter stands in Arabic news, roughly and in percent; what never does counts against a charset.
  private static func frequency(of scalar: UInt32) -> Int {
    switch scalar {
    case 0x627: 13
    case 0x644: 11
    case 0x64A: 7
    case 0x645, 0x648, 0x646, 0x631, 0x62A: 5
    case 0x628, 0x639, 0x62F, 0x629, 0x647, 0x641, 0x633, 0x642: 3
    case 0x621...0x63A, 0x643, 0x649: 1
    case 0x60C, 0x61F, 0x61B, 0xA0, 0xAB, 0xBB, 0x2013...0x2026, 0x640: 0
    default: -5
    }
  }
}
