/// Sums of hundreds, thousands, millions ...
extension NumeralReader {
  /// One summand: a number below a thousand times a power of a thousand.
  struct Summand {
    var end: Int
    var value: Decimal
    /// The factor behind the number, 1 when there is none.
    var scale: Decimal
    var isOrdinal = false
    var isDigits = false
  }

  /// Summands of falling scale joined by "و" ("ثلاثة آلاف ومئتان وخمسون"), in English also side by side.
  func sum(_ start: Int) -> Numeral? {
    guard let first = summand(start) else { return nil }
    var total = first.value
    var scale = first.scale
    var stop = first.end
    var isOrdinal = first.isOrdinal
    while scale > Decimal(1),
      let next = joint(stop, inEnglish: words[start].script == .latin, mayTouch: first.isDigits),
      follower(next)?.kind != .parts, let found = summand(next), found.scale < scale, found.value < scale,
      !(found.isDigits && !found.value.isWhole),
      let value = total.adding(found.value)
    {
      total = value
      scale = found.scale
      stop = found.end
      isOrdinal = isOrdinal || found.isOrdinal
    }
    return Numeral(range: start..<stop, value: total, isOrdinal: isOrdinal)
  }

  /// Where a further summand may begin: behind "و" or on a word that carries it, in English behind "and" or at once.
  private func joint(_ at: Int, inEnglish: Bool, mayTouch: Bool) -> Int? {
    guard at < end else { return nil }
    if words.isWaw(at: at) { return at + 1 < end ? at + 1 : nil }
    if words[at].kind == .number {
      guard mayTouch, at + 1 < end, let factor = words.numberWord(at: at + 1), !factor.isJoined else { return nil }
      return factor.kind == .hundred || factor.kind == .plural || factor.kind == .scale ? at : nil
    }
    if inEnglish {
      if isLatin(at, "and") { return at + 1 < end ? at + 1 : nil }
      return words[at].script == .latin ? at : nil
    }
    return words.numberWord(at: at)?.isJoined == true ? at : nil
  }

  /// Reads one summand.
  private func summand(_ start: Int) -> Summand? {
    var found: Summand
    if words[start].kind == .number {
      guard let digits = digits(start) else { return nil }
      found = digits
    } else {
      guard let group = group(start) else { return nil }
      found = group
    }
    while found.end < end, let factor = words.numberWord(at: found.end), !factor.isJoined {
      let isHundred = factor.kind == .hundred && found.isDigits && found.scale == Decimal(1)
      guard factor.kind == .scale || factor.kind == .plural || factor.kind == .dozen || isHundred,
        let value = found.value.times(Decimal(factor.value)), let scale = found.scale.times(Decimal(factor.value))
      else { break }
      found.value = value
      found.scale = scale
      found.end += 1
    }
    return found
  }

  /// Digits, also in groups parted by spaces ("1 414 021 100").
  private func digits(_ start: Int) -> Summand? {
    let text = words.foldedText(start)
    guard var value = Decimal(digits: text) else { return nil }
    var at = start + 1
    guard text.count <= 3, text.first != 0x30, value.isWhole else {
      return Summand(end: at, value: value, scale: Decimal(1), isDigits: true)
    }
    while at < end, words[at].kind == .number, words.foldedText(at).count == 3, isOneSpace(at - 1, at),
      let group = Decimal(digits: words.foldedText(at)),
      let sum = value.times(Decimal(1000))?.adding(group)
    {
      value = sum
      at += 1
    }
    return Summand(end: at, value: value, scale: Decimal(1), isDigits: true)
  }

  private func isOneSpace(_ left: Int, _ right: Int) -> Bool {
    words[right].start - words[left].end == 1
  }

  // MARK: - Below a thousand

  /// A number below a thousand in words, or a bare power of a thousand.
  func group(_ start: Int) -> Summand? {
    guard let first = words.numberWord(at: start) else { return nil }
    switch first.kind {
    case .scale:
      let value = isDualConstruct(start) ? first.value * 2 : first.value
      return Summand(end: start + 1, value: Decimal(value), scale: Decimal(first.value))
    case .dual: return Summand(end: start + 1, value: Decimal(first.value), scale: Decimal(first.value / 2))
    case .dozen: return Summand(end: start + 1, value: Decimal(first.value), scale: Decimal(1))
    default: break
    }
    var state = Group(isLatin: words[start].script == .latin)
    var at = start
    guard state.add(first, follower: follower(at)) else { return nil }
    at += state.width
    var read = state.isComplete ? (end: at, state: state) : nil
    while at < end, let next = groupJoint(at, inEnglish: state.isLatin), let word = words.numberWord(at: next),
      state.add(word, follower: follower(next))
    {
      at = next + state.width
      if state.isComplete { read = (at, state) }
    }
    return read.map {
      Summand(end: $0.end, value: Decimal($0.state.total), scale: Decimal(1), isOrdinal: $0.state.isOrdinal)
    }
  }

  /// "ألفا شخص" is two thousand; "ألفاً", "ألفا و500" and "خمسون ألفا" are not the dual.
  private func isDualConstruct(_ at: Int) -> Bool {
    guard words[at].ending == .accusative, at + 1 < end, words[at + 1].kind == .word, words[at + 1].clitics.isEmpty,
      !words.isWaw(at: at + 1)
    else { return false }
    return !words.utf8[Int(words[at].bytes.lowerBound)..<Int(words[at].bytes.upperBound)].contains(0x8B)
  }

  private func groupJoint(_ at: Int, inEnglish: Bool) -> Int? {
    if words.isWaw(at: at) || words[at].mark == 0x2D && inEnglish && words.touches(at - 1, at) {
      return at + 1 < end ? at + 1 : nil
    }
    if inEnglish {
      if isLatin(at, "and") { return at + 1 < end ? at + 1 : nil }
      return words[at].script == .latin ? at : nil
    }
    return words.numberWord(at: at)?.isJoined == true ? at : nil
  }

  /// The number word right behind a token, when it is not joined to it by "و".
  private func follower(_ at: Int) -> NumberWord? {
    guard at + 1 < end, let word = words.numberWord(at: at + 1), !word.isJoined else { return nil }
    return word
  }
}

/// The state of a number below a thousand while its words are read.
private struct Group {
  let isLatin: Bool
  var total = 0
  /// Tokens that the last word took with it ("ثلاثة عشر", "ثلاث مئة").
  var width = 1
  var isOrdinal = false
  /// False while only "أحد" was read.
  var isComplete = true
  private var hasUnit = false
  private var hasTens = false
  private var hasHundreds = false
  private var isEmpty = true

  init(isLatin: Bool) { self.isLatin = isLatin }

  /// Adds a word if the grammar lets it follow.
  mutating func add(_ word: NumberWord, follower: NumberWord?) -> Bool {
    width = 1
    defer { isEmpty = false }
    switch word.kind {
    case .hundred: return addHundreds(100, isLatin && hasUnit)
    case .hundreds: return addHundreds(word.value, false)
    case .tens: return addTens(word.value)
    case .ten, .teen: return addTeen(word.value)
    case .unit, .bound, .ordinal: return addUnit(word, follower)
    default: return false
    }
  }

  private mutating func addHundreds(_ value: Int, _ isFactor: Bool) -> Bool {
    if isFactor, !hasHundreds, !hasTens {
      total *= value
      hasUnit = false
    } else {
      guard isEmpty else { return false }
      total = value
    }
    hasHundreds = true
    return true
  }

  private mutating func addTens(_ value: Int) -> Bool {
    guard !hasTens, !(isLatin && hasUnit) else { return false }
    total += value
    hasTens = true
    isComplete = true
    return true
  }

  private mutating func addTeen(_ value: Int) -> Bool {
    guard !hasTens, !hasUnit else { return false }
    total += value
    hasTens = true
    hasUnit = true
    return true
  }

  private mutating func addUnit(_ word: NumberWord, _ follower: NumberWord?) -> Bool {
    guard !hasUnit, isLatin || !hasTens, !(word.value == 0 && !isEmpty) else { return false }
    // "مئة وثلاثة أرباع" is a hundred and three quarters.
    if !isEmpty, follower?.kind == .parts { return false }
    if word.value >= 10 {
      isOrdinal = true
      return addTeen(word.value)
    }
    if !isLatin, follower?.kind == .ten, word.value > 0 {
      guard !hasTens else { return false }
      width = 2
      total += word.value + 10
      hasTens = true
    } else if !isLatin, follower?.kind == .hundred, isEmpty, word.kind == .unit, word.value > 1 {
      width = 2
      total = word.value * 100
      hasHundreds = true
      return true
    } else {
      if word.kind == .bound {
        guard isEmpty || hasHundreds else { return false }
        isComplete = false
      }
      total += word.value
    }
    hasUnit = true
    if word.kind == .ordinal { isOrdinal = true }
    return true
  }
}
