/// Runs of plain letters, which most of a text is, read and folded in one loop.
///
/// That the bytes read lie in the text, and those written in their room, is asked once a run: at each byte it would take half of
/// the time of the loop.
struct LetterRun {
  /// The bytes read so far, and those written.
  private(set) var read = 0
  private(set) var written = 0
  /// How many letters they are.
  private(set) var letters = 0
  /// The hash of what is written, begun from the one of what stands before it.
  private(set) var hash: UInt64
  /// The bits of all letters of the Arabic block (`Folding.arabicLetters`).
  private(set) var flags: UInt32 = 0

  init(_ hash: UInt64) { self.hash = hash }

  /// Reads letters of the Arabic block from a byte on, by their table, and writes them from another one on.
  @inline(__always)
  mutating func readArabic(
    _ text: Swift.Span<UInt8>, from: Int, _ table: Swift.Span<UInt32>, to out: inout MutableSpan<UInt8>, at: Int
  ) {
    let count = text.count &- from
    precondition(from >= 0 && at >= 0 && table.count >= 256 && out.count &- at >= count)
    var (place, key, all) = (0, hash, UInt32(0))
    while place &+ 1 < count {
      let first = unsafe text[unchecked: from &+ place]
      guard first & 0xFC == 0xD8 else { break }
      let second = unsafe text[unchecked: from &+ place &+ 1]
      let letter = unsafe table[unchecked: Int(first & 3) << 6 | Int(second & 0x3F)]
      guard letter != 0 else { break }
      let (lead, trail) = (UInt8(truncatingIfNeeded: letter), UInt8(truncatingIfNeeded: letter >> 8))
      unsafe out[unchecked: at &+ place] = lead
      unsafe out[unchecked: at &+ place &+ 1] = trail
      key = Key.add(trail, to: Key.add(lead, to: key))
      all |= letter
      place &+= 2
    }
    (read, written, letters, hash, flags) = (place, place, place / 2, key, all)
  }

  /// Reads letters and digits of ASCII; digits are no letters.
  @inline(__always)
  mutating func readLatin(_ text: Swift.Span<UInt8>, from: Int, to out: inout MutableSpan<UInt8>, at: Int) {
    let count = text.count &- from
    precondition(from >= 0 && at >= 0 && out.count &- at >= count)
    var (place, key, digits) = (0, hash, 0)
    while place < count {
      var letter = unsafe text[unchecked: from &+ place]
      if letter &- 0x30 < 10 {
        digits &+= 1
      } else {
        letter |= 0x20
        guard letter &- 0x61 < 26 else { break }
      }
      unsafe out[unchecked: at &+ place] = letter
      key = Key.add(letter, to: key)
      place &+= 1
    }
    (read, written, letters, hash) = (place, place, place - digits, key)
  }
}
