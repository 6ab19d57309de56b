import Khabar
import TestSupport
import Testing

@testable import KhabarExport

/// XML holds what JSON holds: read back and written as JSON, it gives the same bytes.
@Suite struct XMLReadingTests {
  private let json = JSONExporter()
  private let xml = XMLExporter()

  @Test(arguments: [false, true])
  func `a report read back gives the same JSON and the same XML`(isPretty: Bool) throws {
    let xml = XMLExporter(isPretty: isPretty)
    for report in [Examples.full(), Examples.full(Examples.hostileText), Examples.documentedReport] {
      let again = try Report(xml: xml.bytes(report))
      #expect(json.bytes(again) == json.bytes(report))
      #expect(xml.bytes(again) == xml.bytes(report))
    }
  }

  @Test func `any text survives`() throws {
    var random = SplitMix(state: 6)
    for _ in 0..<300 {
      let report = Examples.full(text(&random))
      #expect(json.bytes(try Report(xml: xml.bytes(report))) == json.bytes(report))
    }
  }

  @Test func `the seeds survive, and compare as before`() throws {
    let reports = try Project.seeds.map { path in
      Report(of: Article(plainText: Array(try Project.text("seeds/" + name(path)).utf8), name: name(path)))
    }
    let again = try reports.map { try Report(xml: xml.bytes($0)) }
    #expect(again.map { json.bytes($0) } == reports.map { json.bytes($0) })
    let comparison = Comparison(of: reports[0], and: reports[1])
    #expect(json.bytes(Comparison(of: again[0], and: again[1])) == json.bytes(comparison))
    let read = try Comparison(xml: xml.bytes(comparison), a: again[0], b: again[1])
    #expect(json.bytes(read) == json.bytes(comparison))
  }

  @Test func `a comparison read back gives the same JSON`() throws {
    for comparison in [
      Examples.comparison(), Examples.comparison(Examples.hostileText), Examples.documentedComparison,
      Examples.versions(), Examples.versions(Examples.hostileText),
    ] {
      let again = try Comparison(xml: xml.bytes(comparison), a: comparison.a, b: comparison.b)
      #expect(json.bytes(again) == json.bytes(comparison))
    }
  }

  @Test func `a comparison needs its own reports`() throws {
    let comparison = Examples.comparison()
    #expect(throws: XMLReadingError.invalid(element: "a", value: "id")) {
      try Comparison(xml: xml.bytes(comparison), a: comparison.b, b: comparison.a)
    }
  }

  @Test func `other documents are refused`() throws {
    #expect(throws: XMLReadingError.notXML) { try Report(xml: []) }
    #expect(throws: XMLReadingError.notXML) { try Report(xml: Array("{}".utf8)) }
    #expect(throws: XMLReadingError.otherDocument) { try Report(xml: Array("<report/>".utf8)) }
    let bomb = "<!DOCTYPE report [<!ENTITY a \"aaaa\">]><report xmlns=\"urn:khabar:report:1\">&a;</report>"
    #expect(throws: XMLReadingError.notXML) { try Report(xml: Array(bomb.utf8)) }
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(throws: XMLReadingError.notXML) { try Report(xml: Array(deep.utf8)) }
  }

  @Test func `no change of a byte ends the program`() throws {
    let bytes = xml.bytes(Examples.full())
    var random = SplitMix(state: 66)
    for _ in 0..<2000 {
      var changed = bytes
      changed[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      if let report = try? Report(xml: changed) { #expect(!json.bytes(report).isEmpty) }
    }
  }

  private func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Letters, marks and everything that is hard to write down, in any order.
  private func text(_ random: inout SplitMix) -> String {
    let pieces = Array((Examples.hostileText + "زار الوزير مسقط. He said 5.").unicodeScalars)
    var text = "خ"
    for _ in 0..<Int(random.next() % 60) {
      let scalar = Unicode.Scalar(UInt32(random.next() % 0x11_0000))
      text.unicodeScalars.append(
        random.next() % 4 == 0 ? scalar ?? "x" : pieces[Int(random.next() % UInt64(pieces.count))])
    }
    return text
  }
}
