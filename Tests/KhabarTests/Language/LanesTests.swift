import Testing

@testable import Khabar

@Suite struct LanesTests {
  /// Every place of a byte in texts of every length around sixteen.
  @Test func `what is looked for is found wherever it stands`() {
    for count in 16...40 {
      for place in 0..<count {
        var bytes = Array(repeating: UInt8(ascii: "a"), count: count)
        bytes[place] = 0x22
        var found: Int?
        var index = 0
        while found == nil, index + Lanes.width <= count {
          let lanes = Lanes(bytes.span, at: index)
          found = lanes.ones(0x22).firstOne.map { index + $0 }
          index += 1
        }
        #expect(found == place)
      }
    }
  }

  @Test func `a mask asks for some bits only`() {
    let bytes = (0xC0...0xCF).map(UInt8.init)
    let lanes = Lanes(bytes.span, at: 0)
    #expect(lanes.ones(0xC2, mask: 0xF3).total == 4)
    #expect(lanes.ones(0xD0).isZero && lanes.ones(0xD0).firstOne == nil)
  }

  /// The standard library's check, which asks byte by byte, is the measure.
  @Test(arguments: [
    "a", "é", "خبر", "😀", "\u{0}", "plain words of some length, and then some more of them", "العربية لغة",
    "قال «المدير» إن الكلفة بلغت ١٢٫٥ مليون دولار — أي الضعف", "語は長い文である。そして続く",
  ])
  func `a text is UTF-8 wherever its ASCII begins and ends`(text: String) {
    for before in 0...33 {
      for after in [0, 1, 15, 17] {
        let whole =
          Array(repeating: UInt8(ascii: "x"), count: before) + Array(text.utf8)
          + Array(repeating: UInt8(ascii: "y"), count: after)
        #expect(isUTF8(whole))
        for change in whole.indices {
          var broken = whole
          for byte in [0xE9, 0xC0, 0xD8, 0x80, 0x41] as [UInt8] {
            broken[change] = byte
            #expect(isUTF8(broken) == (String(validating: broken, as: UTF8.self) != nil))
          }
        }
      }
    }
  }

  private func isUTF8(_ bytes: [UInt8]) -> Bool { UTF8Check.isValid(bytes.span) }
}
