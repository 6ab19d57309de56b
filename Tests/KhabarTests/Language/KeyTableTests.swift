import Testing

@testable import Khabar

@Suite struct KeyTableTests {
  @Test func `a table holds what a dictionary holds`() {
    var table = KeyTable()
    var dictionary: [UInt64: Int] = [:]
    #expect(table.isEmpty && table[7] == nil)
    // Keys that share their low bits stand behind one another.
    for number in 0..<400 {
      let key = UInt64(number % 150) << (number % 3 == 0 ? 40 : 0)
      table[key] = number
      dictionary[key] = number
    }
    #expect(table.count == dictionary.count)
    for (key, index) in dictionary { #expect(table[key] == index) }
    #expect(table[1 << 63] == nil)
  }

  @Test func `no mark is none of the marks`() {
    let marks: Marks = [0x2E, 0x60C]
    #expect(marks.contains(0x60C) && !marks.contains(0x2C) && !marks.contains(0))
  }
}
