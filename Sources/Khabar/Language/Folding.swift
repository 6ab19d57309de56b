/// Folds spelling variants of one word onto one key, scalar by scalar.
///
/// Alef, ya, hamza-carrier and ta-marbuta forms, presentation forms and Persian letters fold to one letter; tashkeel,
/// tatweel, joiners and bidi controls vanish; digits become ASCII; Latin letters lose case and accents.
/// `Tools/lexicons/fold.py` is the same folding for the words of `vectors.bin`; `FoldingTests` keeps both equal.
enum Folding {
  /// What a scalar is to the tokenizer.
  enum Class: UInt8 { case space, newline, letter, digit, ignorable, mark }

  /// The class of a scalar.
  static func classify(_ scalar: UInt32) -> Class {
    switch scalar {
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: .newline
    case 0x00...0x08, 0x0E...0x20, 0x7F...0x9F, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
    case 0x30...0x39, 0x660...0x669, 0x6F0...0x6F9: .digit
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF: .letter
    case 0x21...0x7F, 0xA1...0xBF, 0xD7, 0xF7: scalar == 0xAD ? .ignorable : .mark
    case 0x300...0x36F, 0x610...0x61A, 0x61C, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E8, 0x6EA...0x6ED:
      .ignorable
    case 0x60C, 0x60D, 0x61B, 0x61E, 0x61F, 0x66A...0x66D, 0x6D4, 0x600...0x60B, 0x60E, 0x60F, 0x6DD, 0x6DE, 0x6E9:
      .mark
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFE00...0xFE0F: .ignorable
    case 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20CF, 0x2190...0x2BFF, 0x3001...0x303F, 0xFD3E, 0xFD3F: .mark
    case 0xFFFC, 0xFFFD, 0x1F000...0x1FAFF, 0xE000...0xF8FF: .mark
    default: .letter
    }
  }

  /// The classes of U+0000...U+00FF, then those of the Arabic block.
  static let classes: [Class] = (Array(0...0xFF) + Array(0x600...0x6FF) as [UInt32]).map(classify)

  /// The bit of letters that Persian or Urdu has and Arabic has not.
  static let foreign: UInt32 = 1 << 16
  /// The bit of ى.
  static let maqsura: UInt32 = 2 << 16

  /// The letters of the Arabic block, each as the two bytes of UTF-8 that it folds to, the first one lowest, and one of
  /// the bits above; 0 for what is no letter.
  static let arabicLetters: [UInt32] = (0x600...0x6FF as ClosedRange<UInt32>).map { scalar in
    guard classify(scalar) == .letter else { return 0 }
    let folded = arabic(scalar)
    let flag = isForeign(scalar) ? foreign : folded == 0x649 ? maqsura : 0
    return flag | 0xC0 | folded >> 6 | (0x80 | folded & 0x3F) << 8
  }

  /// Whether a scalar is ٹ پ چ ڈ ڑ ژ ک گ ں ہ ی ے, which Arabic does not use, or a Latin letter that English does not.
  static func isForeign(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xC0...0x2FF, 0x679, 0x67E, 0x686, 0x688, 0x691, 0x698, 0x6A9, 0x6AF, 0x6BA, 0x6C1, 0x6CC, 0x6D2: true
    default: false
    }
  }

  /// The folded form of a letter or digit of the Arabic block; other scalars stay as they are.
  static func arabic(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x622, 0x623, 0x625, 0x671, 0x672, 0x673, 0x675: 0x627
    case 0x624: 0x648
    case 0x626, 0x6CC, 0x6D0, 0x6D2, 0x6D3, 0x678: 0x64A
    case 0x629, 0x6C1, 0x6C0, 0x6D5, 0x6BE: 0x647
    case 0x6A9, 0x6AA: 0x643
    case 0x660...0x669: scalar - 0x660 + 0x30
    case 0x6F0...0x6F9: scalar - 0x6F0 + 0x30
    default: scalar
    }
  }

  /// The base letters (one, or two for lam-alef) of an Arabic presentation form of U+FE80...U+FEFC, or nil.
  static func presentation(_ scalar: UInt32) -> (UInt32, UInt32?)? {
    switch scalar {
    case 0xFB56...0xFB59: (0x67E, nil)
    case 0xFB7A...0xFB7D: (0x686, nil)
    case 0xFB8E...0xFB91: (0x643, nil)
    case 0xFB92...0xFB95: (0x6AF, nil)
    case 0xFBFC...0xFBFF: (0x64A, nil)
    case 0xFE80: (0x621, nil)
    case 0xFE81...0xFE84, 0xFE87, 0xFE88, 0xFE8D, 0xFE8E: (0x627, nil)
    case 0xFE85, 0xFE86: (0x648, nil)
    case 0xFE89...0xFE8C: (0x64A, nil)
    case 0xFE8F...0xFE92: (0x628, nil)
    case 0xFE93, 0xFE94: (0x647, nil)
    case 0xFE95...0xFEEC: (fourForms[Int(scalar - 0xFE95)], nil)
    case 0xFEED, 0xFEEE: (0x648, nil)
    case 0xFEEF, 0xFEF0: (0x649, nil)
    case 0xFEF1...0xFEF4: (0x64A, nil)
    case 0xFEF5...0xFEFC: (0x644, 0x627)
    default: nil
    }
  }

  /// U+FE95...U+FEEC: letters in their two or four joining forms.
  private static let fourForms: [UInt32] = {
    let letters: [(UInt32, Int)] = [
      (0x62A, 4), (0x62B, 4), (0x62C, 4), (0x62D, 4), (0x62E, 4), (0x62F, 2), (0x630, 2), (0x631, 2), (0x632, 2),
      (0x633, 4), (0x634, 4), (0x635, 4), (0x636, 4), (0x637, 4), (0x638, 4), (0x639, 4), (0x63A, 4), (0x641, 4),
      (0x642, 4), (0x643, 4), (0x644, 4), (0x645, 4), (0x646, 4), (0x647, 4),
    ]
    return letters.flatMap { Array(repeating: $0.0, count: $0.1) }
  }()

  /// The base letter of a Latin letter with accents, in lower case.
  static func latin(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A: scalar + 0x20
    case 0x00...0xBF: scalar
    case 0xC0...0xC5, 0xE0...0xE5, 0x100...0x105: 0x61
    case 0xC7, 0xE7, 0x106...0x10D: 0x63
    case 0x10E...0x111, 0xD0, 0xF0: 0x64
    case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B: 0x65
    case 0x11C...0x123: 0x67
    case 0x124...0x127: 0x68
    case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131: 0x69
    case 0x134, 0x135: 0x6A
    case 0x136...0x138: 0x6B
    case 0x139...0x142: 0x6C
    case 0xD1, 0xF1, 0x143...0x148: 0x6E
    case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8, 0x14C...0x151: 0x6F
    case 0x154...0x159: 0x72
    case 0x15A...0x161: 0x73
    case 0x162...0x167: 0x74
    case 0xD9...0xDC, 0xF9...0xFC, 0x168...0x173: 0x75
    case 0x174, 0x175: 0x77
    case 0xDD, 0xFD, 0xFF, 0x176...0x178: 0x79
    case 0x179...0x17E: 0x7A
    default: scalar
    }
  }
}

/// 64-bit keys of folded words: FNV-1a with the finalizer of MurmurHash3, so that all bits are usable.
package enum Key {
  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

  package static func finish(_ hash: UInt64) -> UInt64 {
    var h = hash
    h ^= h >> 33
    h &*= 0xff51_afd7_ed55_8ccd
    h ^= h >> 33
    h &*= 0xc4ce_b9fe_1a85_ec53
    h ^= h >> 33
    return h
  }

  /// The hash of folded bytes, begun from the one of what stands before them.
  @inline(__always)
  static func hash(_ folded: [UInt8], _ range: Range<Int>, from seed: UInt64) -> UInt64 {
    var hash = seed
    for index in range { hash = add(folded[index], to: hash) }
    return hash
  }

  /// The same of bytes in a span.
  @inline(__always)
  static func hash(_ folded: Swift.Span<UInt8>, _ range: Range<Int>, from seed: UInt64) -> UInt64 {
    var hash = seed
    for index in range { hash = add(folded[index], to: hash) }
    return hash
  }

  /// The key of folded bytes.
  package static func of(_ folded: some Sequence<UInt8>) -> UInt64 {
    finish(folded.reduce(seed) { add($1, to: $0) })
  }

  /// The key of the bytes of a text.
  package static func of(_ text: String.UTF8View) -> UInt64 {
    let span = text.span
    return finish(hash(span, span.indices, from: seed))
  }

  /// The key of folded bytes that lie in a row.
  package static func of(_ folded: ArraySlice<UInt8>) -> UInt64 {
    let span = folded.span
    return finish(hash(span, span.indices, from: seed))
  }

  /// The key of a phrase that goes on with one more word.
  package static func join(_ phrase: UInt64, _ word: UInt64) -> UInt64 { finish(phrase &* 31 &+ word) }
}
