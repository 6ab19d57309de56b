/// Connects the names of a report that mean the same person, organisation or place.
package struct Coreference {
  /// All names in reading order, with family names that stand alone added.
  package private(set) var names: [NameMatch]

  private let words: Words
  private var firstPerson = KeyTable()
  private var firstOrganisation = KeyTable()
  private var lastWithHead = KeyTable()
  private var firstPlace = KeyTable()
  /// The family names of the report as they sound, and a core for each later spelling of one.
  private var spellings: [(spelling: Spelling, core: UInt64)] = []
  private var placesOfSpellings = KeyTable()
  private var variants: [UInt64: UInt64] = [:]

  package init(_ names: consuming [NameMatch], in words: Words, _ ranges: [Range<Int>]) {
    self.words = words
    self.names = names
    chooseReadings()
    mergePlaces()
    addFamilyNames(ranges)
    for index in self.names.indices { connect(index) }
    dropLoose()
  }

  // MARK: - Family names alone

  /// The full name of every family name, then each place where it stands alone.
  private mutating func addFamilyNames(_ ranges: [Range<Int>]) {
    guard names.contains(where: { $0.kind == .person && $0.name != nil }) else { return }
    var full = KeyTable()
    // Most words are no family name, and a bit tells so before the table is asked.
    var bits: UInt64 = 0
    var sounds: UInt64 = 0
    var covered = Array(false, times: words.count)
    for index in names.indices where names[index].kind == .person && names[index].name != nil {
      let range = names[index].range
      for token in range { covered[token] = true }
      // "الله" of "نصر الله" is no name by itself.
      guard let token = range.last(where: { words[$0].isWordLike }), words.code(.names, at: token) != Self.neverAlone
      else { continue }
      let last = words[token].core
      sounds |= sound(token)
      addSpelling(token, last)
      guard range.count > 1, full[last] == nil else { continue }
      full[last] = index
      bits |= 1 << (last & 63)
    }
    guard !full.isEmpty else { return }
    func isFamilyName(_ index: Int) -> Bool {
      names[index].kind == .organisation && names[index].range.count == 1
        && full[words[names[index].range.lowerBound].core] != nil
    }
    if names.indices.contains(where: isFamilyName) {
      names = names.indices.filter { !isFamilyName($0) }.map { names[$0] }
    }
    let count = names.count
    let all = words.all
    for range in ranges {
      for token in range where !covered[token] && all[token].kind == .word {
        if all[token].entry < 0, sounds & sound(token) != 0, isVariant(token) {
          names.append(NameMatch(kind: .person, range: token..<token + 1, name: words.nameText(token..<token + 1)))
          continue
        }
        guard bits & (1 << (all[token].core & 63) | 1 << (all[token].key & 63)) != 0 else { continue }
        guard full[words[token].core] != nil || full[words[token].key] != nil, canStandAlone(token) else { continue }
        names.append(NameMatch(kind: .person, range: token..<token + 1, name: words.nameText(token..<token + 1)))
      }
    }
    if names.count > count { names.sort(by: NameExtractor.inReadingOrder) }
  }

  /// The code of `names.tsv` for a word that is only a part of names.
  private static let neverAlone: UInt8 = 0x6E

  // MARK: - Spellings

  /// A word without its article.
  private func bare(_ token: Int) -> ArraySlice<UInt8> {
    words.foldedText(token).dropFirst(words[token].script == .arabic && words[token].clitics.contains(.article) ? 4 : 0)
  }

  /// A bit for the sound that a word begins with.
  private func sound(_ token: Int) -> UInt64 { 1 << UInt64(Spelling.first(bare(token)) & 63) }

  /// Remembers how a family name sounds; a later spelling of a name that is known becomes the same.
  private mutating func addSpelling(_ token: Int, _ core: UInt64) {
    let spelling = Spelling(bare(token))
    guard spelling.consonants >= 3 else { return }
    let place = placesOfSpellings.index(of: spelling.key, orNew: spellings.count)
    guard place < spellings.count else { return spellings.append((spelling, core)) }
    let known = spellings[place]
    guard known.core != core, spelling.isVariant(of: known.spelling) else { return }
    // Two entries of the list are two names, unless it says that they are one.
    let other = Lexicon.value(Lexicon.entry(known.core), .names)
    let isListed = words.has(.names, at: token) && other != nil
    if !isListed || canonical(token) == other.flatMap(Self.canonical) { variants[core] = known.core }
  }

  /// Whether an unknown word is another spelling of a family name. Three consonants are few: then somebody must speak.
  private mutating func isVariant(_ token: Int) -> Bool {
    let word = words[token]
    guard word.script != .latin || word.isCapitalized, word.core != 0 else { return false }
    if variants[word.core] != nil { return true }
    let spelling = Spelling(bare(token))
    guard spelling.consonants >= (token > 0 && words.has(.reporting, at: token - 1) ? 3 : 4),
      let known = placesOfSpellings[spelling.key].map({ spellings[$0] }),
      known.core != word.core, spelling.isVariant(of: known.spelling)
    else { return false }
    variants[word.core] = known.core
    return true
  }

  private func lastWord(_ range: Range<Int>) -> UInt64? {
    range.last { words[$0].isWordLike }.map { words[$0].core }
  }

  /// Whether a word can only be the family name here: Latin ones need their capital, Arabic ones no other use.
  private func canStandAlone(_ token: Int) -> Bool {
    let word = words[token]
    return word.script == .latin ? word.isCapitalized : !words.isKnownOtherwise(token) && !word.clitics.contains(.sa)
  }

  // MARK: - Same entity

  private mutating func connect(_ index: Int) {
    switch names[index].kind {
    case .place:
      guard let code = names[index].name else { return }
      let key = Key.of(code.utf8)
      if let known = firstPlace[key] { names[index].sameAs = known } else { firstPlace[key] = index }
    case .person: connectPerson(index)
    case .organisation: connectOrganisation(index)
    case .time, .quantity: break
    }
  }

  private mutating func connectPerson(_ index: Int) {
    let name = names[index]
    guard name.name != nil, let own = lastWord(name.range) else { return connectRole(index) }
    let last = variants[own] ?? own
    // One family name with two given names is two persons; by itself it is the first one.
    let given = givenName(words[name.range.lowerBound].core, of: last, index)
    let full = name.range.count > 1 ? Key.join(given, last) : last
    if let known = firstPerson[full] ?? (name.range.count > 1 ? soleBearer(last) : nil) {
      names[index].sameAs = names[known].sameAs ?? known
      if let whole = names[known].name, whole.utf8.count > name.name?.utf8.count ?? 0 { names[index].name = whole }
    } else {
      firstPerson[full] = index
    }
    if name.range.count > 1, firstPerson[last] == nil { firstPerson[last] = index }
    if let role = name.role { remember(role, names[index].sameAs ?? index) }
  }

  /// The given name as the person with this family name had it first: "سيرجي" after "سيرغي".
  private func givenName(_ core: UInt64, of last: UInt64, _ index: Int) -> UInt64 {
    let token = names[index].range.lowerBound
    guard let first = firstPerson[last].map({ names[$0].range }), first.count > 1, names[index].range.count > 1,
      words[first.lowerBound].core != core,
      sound(first.lowerBound) == sound(token)
    else { return core }
    let (code, other) = (canonical(first.lowerBound), canonical(token))
    let isSame =
      code == nil && other == nil
      ? Spelling(bare(first.lowerBound)).isVariant(of: Spelling(bare(token))) : code == other
    return isSame ? words[first.lowerBound].core : core
  }

  /// What the list gives all spellings of a name; empty for a name that has none.
  private func canonical(_ token: Int) -> [UInt8]? {
    guard let value = Lexicon.value(words[token].entry, .names) else { return nil }
    return Self.canonical(value) ?? Array(words.foldedText(token))
  }

  private static func canonical(_ value: Lexicon.Value) -> [UInt8]? {
    value.bytes.firstIndex(of: 0x09).map { Array(value.bytes[($0 + 1)...]) }
  }

  /// A person that was only named by this family name so far.
  private func soleBearer(_ last: UInt64) -> Int? {
    firstPerson[last].flatMap { names[$0].range.count == 1 ? $0 : nil }
  }

  private mutating func connectRole(_ index: Int) {
    let range = names[index].range
    let office = office(range)
    let known = lastWithHead[words.key(range)] ?? (office.count == range.count ? lastWithHead[words.key(office)] : nil)
    if let known {
      names[index].sameAs = names[known].sameAs ?? known
      names[index].name = names[known].name
    }
    remember(range, names[index].sameAs ?? index)
  }

  /// The head of a role without its complement.
  private func office(_ role: Range<Int>) -> Range<Int> {
    let start = role.first { words.longest(.roles, at: $0).length > 0 } ?? role.lowerBound
    return start..<min(start + max(words.longest(.roles, at: start).length, 1), role.upperBound)
  }

  private mutating func connectOrganisation(_ index: Int) {
    let range = names[index].range
    if names[index].name == nil {
      if let known = lastWithHead[head(range)] {
        names[index].sameAs = names[known].sameAs ?? known
        names[index].name = names[known].name
      }
      return
    }
    let key = words.key(range)
    if let known = firstOrganisation[key] ?? shortened(range) {
      names[index].sameAs = known
      names[index].name = names[known].name
    } else {
      firstOrganisation[key] = index
    }
    lastWithHead[head(range)] = names[index].sameAs ?? index
  }

  /// "الوزارة العراقية" after "وزارة الموارد المائية العراقية": definite, and every word of it was there.
  private func shortened(_ range: Range<Int>) -> Int? {
    guard words[range.lowerBound].clitics.contains(.article), let known = lastWithHead[head(range)] else { return nil }
    let cores = Set(names[known].range.map { words[$0].core })
    return range.allSatisfy { cores.contains(words[$0].core) } ? names[known].sameAs ?? known : nil
  }

  /// English heads stand at the end ("interior ministry") or before "of", Arabic ones at the beginning.
  private func head(_ range: Range<Int>) -> UInt64 {
    guard words[range.lowerBound].script == .latin else { return words[range.lowerBound].core }
    let of = range.first { words.isWord($0, "of") } ?? range.upperBound
    return words[max(range.lowerBound, of - 1)].core
  }

  private mutating func remember(_ role: Range<Int>, _ index: Int) {
    lastWithHead[words.key(role)] = index
    let office = office(role)
    lastWithHead[words.key(office)] = index
    // "the minister" is the interior minister.
    if words[role.lowerBound].script == .latin {
      lastWithHead[words.key(office.upperBound - 1..<office.upperBound)] = index
    }
  }

  // MARK: - Readings and order

  /// Forms with two readings ("عمان", "طرابلس", "Georgia") are read by the other places of the report.
  private mutating func chooseReadings() {
    let doubtful = names.indices.filter { names[$0].isDoubtful && names[$0].name != nil }
    guard !doubtful.isEmpty else { return }
    var counts = KeyTable()
    for index in names.indices where names[index].kind == .place && !names[index].isDoubtful {
      let country = country(names[index].name)
      counts[country] = (counts[country] ?? 0) + 1
    }
    for index in doubtful {
      guard let code = names[index].name, let other = otherReading(names[index]) else { continue }
      let isOther = hasShadda(names[index].range.lowerBound)
      if isOther || counts[country(other)] ?? 0 > counts[country(code)] ?? 0 { names[index].name = other }
    }
  }

  /// What is once named as a place ("the port of Velmar") is one everywhere.
  private mutating func mergePlaces() {
    let open = names.indices.filter { names[$0].kind == .organisation && names[$0].range.count == 1 }
    guard !open.isEmpty else { return }
    var known = KeyTable()
    for index in names.indices where names[index].kind == .place && names[index].range.count == 1 {
      known[words.key(names[index].range)] = index
    }
    for index in open where known[words.key(names[index].range)] != nil { names[index].kind = .place }
  }

  private func otherReading(_ name: NameMatch) -> String? {
    guard let value = words.match(.places, at: name.range.lowerBound)?.value,
      let last = value.bytes.lastIndex(of: 0x09)
    else { return nil }
    return String(decoding: value.bytes[(last + 1)...], as: UTF8.self)
  }

  /// The two letters of a country in front of a code.
  private func country(_ code: String?) -> UInt64 {
    guard let code, code.utf8.count > 1 else { return 0 }
    let utf8 = code.utf8.span
    return UInt64(utf8[0]) << 8 | UInt64(utf8[1])
  }

  /// "عمّان" is written with a shadda where it is no other "عمان".
  private func hasShadda(_ token: Int) -> Bool {
    let bytes = words.utf8[Int(words[token].bytes.lowerBound)..<Int(words[token].bytes.upperBound)]
    return zip(bytes, bytes.dropFirst()).contains { $0 == 0xD9 && $1 == 0x91 }
  }

  /// Drops "the company" where no company was named before, and counts the rest anew.
  private mutating func dropLoose() {
    func isLoose(_ index: Int) -> Bool {
      names[index].kind == .organisation && names[index].name == nil && names[index].sameAs == nil
    }
    guard names.indices.contains(where: isLoose) else { return }
    var (places, kept): ([Int], [Int]) = ([], [])
    places.reserveCapacity(names.count)
    for index in names.indices {
      places.append(kept.count)
      if !isLoose(index) { kept.append(index) }
    }
    names = kept.map { names[$0] }
    for index in names.indices { names[index].sameAs = names[index].sameAs.map { places[$0] } }
  }
}
