import Testing

@testable import Khabar

@Suite struct DecimalTests {
  @Test(arguments: ["0", "-1", "12.5", "0.001", "1000000000000", "-0.25"])
  func `plain decimals read and write themselves`(text: String) { #expect(Decimal(text)?.description == text) }

  @Test func `arithmetic is exact`() throws {
    let tenth = try #require(Decimal("0.1"))
    #expect(try #require(Decimal("0.2")).adding(tenth)?.description == "0.3")
    #expect(Decimal(15).times(tenth)?.description == "1.5")
    #expect(Decimal(1).divided(by: Decimal(3))?.description == "0.333333333333333")
    #expect(Decimal(1).divided(by: Decimal(0)) == nil)
    #expect(try #require(Decimal("1.50")).description == "1.5")
    #expect(try #require(Decimal("-2")) < tenth)
  }

  @Test func `too many digits give nothing`() {
    #expect(Decimal(String(repeating: "1", count: 31)) == nil)
    let large = Decimal(1_000_000_000_000_000)
    #expect(large.times(large)?.times(Decimal(10)) == nil)
  }
}
