import Khabar
import TestSupport
import Testing

@testable import KhabarCorpus

@Suite struct CheckTests {
  @Test(arguments: Check.all.map(\.code)) func `a check speaks on its bad examples and is quiet on its good ones`(
    code: String
  ) throws {
    let check = try #require(Check.named(code))
    #expect(!check.bad.isEmpty)
    for example in check.bad { #expect(codes(example).contains(code), "\(example.files.map(\.path))") }
    for example in check.good { #expect(!codes(example).contains(code), "\(example.files.map(\.path))") }
  }

  private func codes(_ example: Check.Example) -> [String] {
    SmallCorpus(example).result().findings.map(\.hit.check)
  }

  @Test func `codes are unique and sentences end`() {
    let codes = Check.all.map(\.code)
    #expect(Set(codes).count == codes.count)
    for check in Check.all {
      #expect(check.message.hasSuffix(".") && check.remedy.hasSuffix("."), "\(check.code)")
      #expect(check.arabicMessage.unicodeScalars.contains { (0x621...0x64A).contains($0.value) }, "\(check.code)")
    }
  }

  @Test func `every code of the reader is a check`() throws {
    for file in Project.files(under: "Sources/Khabar", "swift") {
      for part in try Project.text(file).components(separatedBy: "code: \"").dropFirst() {
        let code = String(part.prefix { $0 != "\"" })
        if code.contains("-") { #expect(Check.named(code) != nil, "\(code) in \(file)") }
      }
    }
  }
}
