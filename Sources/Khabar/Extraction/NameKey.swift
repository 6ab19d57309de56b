/// A name as its parts, so that one name is known in another spelling or in another script.
package struct NameKey: Sendable {
  private let units: [Unit]

  /// Takes a name apart.
  package init(_ name: String) { units = Self.units(name) }

  /// "ماكغورك" and "مكغورك", "غوتيريش" and "Guterres", a family name and the full name; not "حسن" and "حسين".
  package func matches(_ other: NameKey) -> Bool {
    // Spans, since a part that is taken out of an array gets one more owner for each of its arrays.
    let (first, second) = (units.span, other.units.span)
    guard !first.isEmpty, !second.isEmpty else { return false }
    return first.count <= second.count ? Self.match(first, second) : Self.match(second, first)
  }

  private static func match(_ short: Swift.Span<Unit>, _ long: Swift.Span<Unit>) -> Bool {
    if short.count == 1 { return short[0].matches(long[long.count - 1]) }
    guard short[0].matches(long[0]) else { return false }
    var next = 1
    for at in 1..<short.count {
      while next < long.count, !short[at].matches(long[next]) { next += 1 }
      guard next < long.count else { return false }
      next += 1
    }
    return true
  }

  /// Whether one is no more than the first part of the other ("فهد", "Fahd al-Ayyar"): it may be the same or another one.
  package func mayShorten(_ other: NameKey) -> Bool {
    guard let first = units.first, let second = other.units.first else { return false }
    return min(units.count, other.units.count) == 1 && first.matches(second)
  }

  /// Whether the last two parts or more of one are all of the other ("خضير عبد الواحد الزيرجاوي", "عبد الواحد الزيرجاوي").
  package func endsLike(_ other: NameKey) -> Bool {
    let (short, long) = units.count < other.units.count ? (units, other.units) : (other.units, units)
    return short.count > 1 && zip(short, long.suffix(short.count)).allSatisfy { $0.matches($1) }
  }

  /// One part of a name.
  private struct Unit: Sendable {
    var folded: [UInt8]
    /// What the list gives all spellings of a given name, or nothing.
    var canonical: [UInt8]
    /// Consonants without doubles, one letter for all spellings of a sound.
    var skeleton: [UInt8]
    var isGiven: Bool
    var isLatin: Bool

    func matches(_ other: Unit) -> Bool {
      if folded == other.folded { return true }
      if !canonical.isEmpty, !other.canonical.isEmpty { return canonical == other.canonical }
      if isInitial || other.isInitial { return skeleton.first != nil && skeleton.first == other.skeleton.first }
      // Two entries of one list are two names; a known and an unknown one of the same script too.
      if isLatin == other.isLatin, isGiven, other.isGiven { return false }
      if skeleton == other.skeleton { return skeleton.count > 1 || isLatin != other.isLatin }
      // "Joseph", "جوزف": a Latin "s" may be spoken as ز.
      return isLatin != other.isLatin && skeleton.count > 1 && spoken == other.spoken
    }

    private var spoken: [UInt8] { skeleton.map(Skeleton.withoutVoice) }

    private var isInitial: Bool { isLatin && folded.count == 1 }
  }

  /// The parts of a name; particles go with the part behind them or are left out.
  private static func units(_ name: String) -> [Unit] {
    let utf8 = Array(name.utf8)
    let tokens = Tokenizer.tokens(of: utf8)
    var result: [Unit] = []
    var prefix: [UInt8] = []
    for word in tokens.words where word.kind == .word {
      if dropped.contains(word.key) { continue }
      let folded = tokens.folded[Int(word.folded.lowerBound)..<Int(word.folded.upperBound)]
      if joined.contains(word.key) {
        prefix = Array(folded)
        continue
      }
      result.append(unit(word, utf8, folded, prefix))
      prefix = []
    }
    return result
  }

  private static func unit(_ word: Word, _ utf8: [UInt8], _ letters: ArraySlice<UInt8>, _ prefix: [UInt8]) -> Unit {
    let value = prefix.isEmpty ? Lexicon.value(Lexicon.entry(word.key), .names) : nil
    let tab = value?.bytes.firstIndex(of: 0x09)
    let isGiven = value.map { $0.first == 0x67 || $0.first == 0x61 } ?? false
    // The alef of an article has no hamza, that of "ألكسندر" has one.
    let hasArticle = utf8[Int(word.bytes.lowerBound)...].starts(with: article) && value == nil
    let isCut = prefix.isEmpty && word.script == .arabic && hasArticle && letters.count > 6
    let folded = prefix + (isCut ? letters.dropFirst(4) : letters)
    return Unit(
      folded: folded, canonical: tab.flatMap { at in value.map { Array($0.bytes[(at + 1)...]) } } ?? [],
      skeleton: Skeleton.of(folded), isGiven: isGiven, isLatin: word.script == .latin)
  }

  private static let article: [UInt8] = Array("ال".utf8)
  private static let dropped = [
    "بن", "ابن", "بنت", "منت", "ولد", "ال", "bin", "ibn", "ben", "bint", "mint", "ould", "al", "el", "de", "von", "van",
  ].map { Key.of($0.utf8) }
  private static let joined = ["عبد", "ابو", "ابي", "abd", "abdul", "abdel", "abu"].map { Key.of($0.utf8) }
}

/// The consonants of a folded word, alike for all spellings of one sound in both scripts.
enum Skeleton {
  /// Long vowels, glides, hamza and final ta marbuta are left out, doubles are one.
  static func of(_ folded: [UInt8]) -> [UInt8] {
    var scalars = Scalars(folded: folded)
    var result: [UInt8] = []
    result.reserveCapacity(folded.count + 1)
    var current = scalars.next()
    while let scalar = current {
      let next = scalars.next()
      let (sound, length) = sound(scalar, next ?? 0, isLast: next == nil)
      if sound != 0, result.last != sound { result.append(sound) }
      current = length == 2 ? scalars.next() : next
    }
    // The last letter of "Reuters", "Times" is written ز as it is spoken.
    if result.last == C.z { result[result.count - 1] = C.s }
    return result
  }

  /// The same sound without voice: "s" for "z".
  static func withoutVoice(_ sound: UInt8) -> UInt8 { sound == C.z ? C.s : sound }

  /// The letters of a folded word.
  private struct Scalars {
    let folded: [UInt8]
    private var at = 0
    private var isInX = false

    init(folded: [UInt8]) { self.folded = folded }

    mutating func next() -> UInt32? {
      if isInX {
        isInX = false
        return 0x73
      }
      guard at < folded.count else { return nil }
      let first = folded[at]
      at += 1
      // "x" is the two sounds of "كس".
      isInX = first == 0x78
      if first < 0x80 { return isInX ? 0x6B : UInt32(first) }
      var scalar = UInt32(first & (first < 0xE0 ? 0x1F : first < 0xF0 ? 0x0F : 0x07))
      while at < folded.count, folded[at] & 0xC0 == 0x80 {
        scalar = scalar << 6 | UInt32(folded[at] & 0x3F)
        at += 1
      }
      return scalar
    }
  }

  private static func sound(_ scalar: UInt32, _ next: UInt32, isLast: Bool) -> (UInt8, Int) {
    if scalar < 0x80 { return latin(UInt8(scalar), UInt8(truncatingIfNeeded: next < 0x80 ? next : 0), isLast) }
    if scalar == 0x62A, next == 0x634 { return (C.s, 2) }
    guard (0x600...0x6FF).contains(scalar), !(scalar == 0x647 && isLast) else { return (0, 1) }
    return (arabicBlock[Int(scalar & 0xFF)], 1)
  }

  private static func latin(_ letter: UInt8, _ next: UInt8, _ isLast: Bool) -> (UInt8, Int) {
    let isPair = next == 0x68
    switch letter {
    case 0x62, 0x70: return isPair && letter == 0x70 ? (C.f, 2) : (C.b, 1)
    case 0x66, 0x76: return (C.f, 1)
    case 0x74: return (C.t, isPair ? 2 : 1)
    case 0x64: return (C.d, isPair ? 2 : 1)
    case 0x73: return (C.s, isPair ? 2 : 1)
    case 0x7A: return (C.z, 1)
    case 0x63: return isPair ? (C.s, 2) : next == 0x65 || next == 0x69 || next == 0x79 ? (C.s, 1) : (C.g, 1)
    case 0x6B: return isPair ? (C.x, 2) : (C.g, 1)
    case 0x67: return (C.g, isPair ? 2 : 1)
    case 0x6A, 0x71: return (C.g, 1)
    case 0x6D: return (C.m, 1)
    case 0x6E: return (C.n, 1)
    case 0x6C: return (C.l, 1)
    case 0x72: return (C.r, 1)
    case 0x68: return (isLast ? 0 : C.h, 1)
    default: return (0, 1)
    }
  }

  /// One letter a sound: g stands for ج غ ق ك, which newsrooms mix in foreign names.
  private enum C {
    static let b: UInt8 = 0x62
    static let d: UInt8 = 0x64
    static let f: UInt8 = 0x66
    static let g: UInt8 = 0x67
    static let h: UInt8 = 0x68
    static let l: UInt8 = 0x6C
    static let m: UInt8 = 0x6D
    static let n: UInt8 = 0x6E
    static let r: UInt8 = 0x72
    static let s: UInt8 = 0x73
    static let t: UInt8 = 0x74
    static let x: UInt8 = 0x78
    static let z: UInt8 = 0x7A
  }

  /// The sounds of U+0600...U+06FF.
  private static let arabicBlock = (0x600...0x6FF as ClosedRange<UInt32>).map { arabic[$0] ?? 0 }

  private static let arabic: [UInt32: UInt8] = [
    0x628: C.b, 0x67E: C.b, 0x62A: C.t, 0x637: C.t, 0x62B: C.t, 0x62C: C.g, 0x686: C.s, 0x63A: C.g, 0x642: C.g,
    0x643: C.g, 0x6AF: C.g, 0x62D: C.h, 0x647: C.h, 0x62E: C.x, 0x62F: C.d, 0x636: C.d, 0x630: C.d, 0x631: C.r,
    0x632: C.z, 0x638: C.z, 0x698: C.z, 0x633: C.s, 0x634: C.s, 0x635: C.s, 0x641: C.f, 0x6A4: C.f, 0x644: C.l,
    0x645: C.m, 0x646: C.n,
  ]
}
