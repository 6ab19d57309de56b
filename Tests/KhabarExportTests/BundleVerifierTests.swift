import Gzip
import Khabar
import TestSupport
import Testing

@testable import KhabarExport

@Suite struct BundleVerifierTests {
  @Test(arguments: [1, 511, 1 << 20])
  func `a bundle is whole, however its bytes come in`(size: Int) throws {
    let bundle = try Examples.bundle()
    let verdict = try Examples.verdict(bundle.bytes, by: size)
    #expect(verdict.failures.isEmpty)
    #expect(verdict.tarSHA256 == bundle.summary.tarSHA256 && verdict.gzipSHA256 == bundle.summary.gzipSHA256)
    #expect(verdict.fileCount == 10 + 6 + 2 + 1 + 4)
  }

  @Test func `every flip of a byte is refused, unless it inflates to the very same archive`() throws {
    let bundle = try Examples.bundle([Examples.reports[0]], comparisons: [], sources: [])
    var random = SplitMix(state: 20_230_531)
    var same = 0
    for _ in 0..<10_000 {
      var bytes = bundle.bytes
      bytes[Int(random.next() % UInt64(bytes.count))] ^= UInt8(random.next() % 255 + 1)
      let verdict = try Examples.verdict(bytes)
      #expect(verdict.gzipSHA256 != bundle.summary.gzipSHA256)
      guard verdict.failures.isEmpty else { continue }
      same += 1
      #expect(verdict.tarSHA256 == bundle.summary.tarSHA256)
    }
    #expect(same <= 10)
  }

  @Test func `flips inside the archive are refused where checksums are made anew`() throws {
    let tar = try Examples.inflate(try Examples.bundle().bytes)
    var random = SplitMix(state: 8)
    for _ in 0..<500 {
      var bytes = tar
      bytes[Int(random.next() % UInt64(bytes.count))] ^= UInt8(random.next() % 255 + 1)
      #expect(try !Examples.verdict(Examples.deflate(bytes), by: 1 << 16).failures.isEmpty)
    }
  }

  @Test func `changed headers are refused where their checksums are made anew`() throws {
    let members = try Examples.members(
      try Examples.bundle([Examples.reports[0]], comparisons: [], sources: []).bytes)
    var random = SplitMix(state: 88)
    for _ in 0..<300 {
      let changes = (0..<3).map { _ in (Int(random.next() % 500), UInt8(random.next() % 255 + 1)) }
      var changed = members
      changed[Int(random.next() % UInt64(members.count))].change = { header in
        for (index, bits) in changes { header[index] ^= bits }
      }
      #expect(try !Examples.verdict(try Examples.archive(changed), by: 1 << 16).failures.isEmpty)
    }
  }

  @Test func `every truncation is refused`() throws {
    let bundle = try Examples.bundle().bytes
    for count in stride(from: 0, to: bundle.count, by: 61) {
      #expect(try !Examples.verdict(Array(bundle[..<count])).failures.isEmpty)
    }
    let tar = try Examples.inflate(bundle)
    for count in stride(from: 0, to: tar.count, by: 512) {
      #expect(try !Examples.verdict(Examples.deflate(Array(tar[..<count])), by: 1 << 16).failures.isEmpty)
    }
  }

  @Test func `bytes behind the bundle are refused`() throws {
    let bundle = try Examples.bundle().bytes
    #expect(try failures(bundle + [0, 0]) == ["Other bytes follow the gzip data."])
    for (count, messages) in [(0, [Self.notOurGzip]), (512, [Self.notOurs, Self.notOurGzip])] {
      let record = try Examples.deflate([UInt8](repeating: 0, count: count))
      #expect(try failures(bundle + record) == messages.map { "2023-05/: \($0)" })
    }
    var level = bundle
    level[8] = 2
    #expect(try failures(level) == ["2023-05/: \(Self.notOurGzip)"])
  }

  @Test func `changed, extra, missing and renamed files are named`() throws {
    let members = try Examples.members(try Examples.bundle().bytes)
    let index = try #require(members.firstIndex { $0.member.path.hasSuffix(".json") })
    let path = members[index].member.path
    var changed = members
    changed[index].bytes[0] ^= 1
    #expect(try failures(of: changed) == ["\(path): Its SHA-256 is not the one in manifest-sha256.txt."])
    var missing = members
    missing.remove(at: index)
    #expect(try failures(of: missing).contains("\(path): It is listed in manifest-sha256.txt, but missing."))
    var renamed = members
    renamed[index].member.path += "x"
    #expect(try failures(of: renamed).contains("\(path)x: It is not listed in every manifest."))
    let extra = members + [file("2023-05/run.sh")]
    #expect(try failures(of: extra) == ["2023-05/run.sh: It is not a file that a bundle has."])
    let twice = members + [members[index]]
    #expect(try failures(of: twice) == ["\(path): Its path stands in the archive twice."])
  }

  @Test func `a bag without its tag files is none`() throws {
    let members = try Examples.members(try Examples.bundle().bytes)
    for name in ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"] {
      let rest = members.filter { $0.member.path != "2023-05/\(name)" }
      #expect(try failures(of: rest).contains { $0.hasPrefix("2023-05/\(name): It is ") && $0.contains("missing") })
    }
    #expect(try failures(of: []) == ["bagit.txt: It is missing."])
  }

  @Test(arguments: [
    ("/etc/passwd", "Its path is absolute."), ("2023-05/../x", "Its path leads out of the bundle."),
    ("../x", "Its path leads out of the bundle."), ("2023-05//x", "Its path has an empty part."),
    ("2023-05/./x", "Its path has an empty part."), ("2023-05/a\\b", "Its path holds a backslash."),
    ("2023-05/a\u{1B}b", "Its path holds a control character."),
    ("x/y", "It stands outside the folder of the bag."), ("x", "It stands outside the folder of the bag."),
    ("2023-05/bagit.txt", "Its path stands in the archive twice."),
    ("2023-05/bagit.txt/x", "Its path stands in the archive twice."),
    ("2023-05/data", "Its path stands in the archive twice."),
    ("2023-05/no/x", "It is not a file that a bundle has."), ("2023-05/ب", "It is not a file that a bundle has."),
  ])
  func `paths that could do harm are refused`(path: String, message: String) throws {
    let members = try Examples.members(try Examples.bundle().bytes)
    #expect(try failures(of: members + [file(path)]) == ["\(path): \(message)"])
  }

  @Test(arguments: [
    (UInt8(ascii: "1"), "It is a link."), (UInt8(ascii: "2"), "It is a link."), (UInt8(ascii: "3"), "It is a device."),
    (UInt8(ascii: "4"), "It is a device."), (UInt8(ascii: "6"), "It is a device."),
    (UInt8(ascii: "S"), "It is neither a file nor a folder."), (UInt8(ascii: "K"), "It is a link."),
  ])
  func `members that are no plain files are refused`(kind: UInt8, message: String) throws {
    var members = try Examples.members(try Examples.bundle().bytes)
    members.append(file("2023-05/x") { $0[156] = kind })
    #expect(try failures(of: members) == ["2023-05/x: \(message)"])
  }

  @Test(arguments: [
    (106, UInt8(ascii: "7")), (114, UInt8(ascii: "1")), (146, UInt8(ascii: "7")), (265, UInt8(ascii: "r")),
    (500, UInt8(1)),
  ])
  func `other owners, modes, times and names are none of ours`(offset: Int, byte: UInt8) throws {
    var members = try Examples.members(try Examples.bundle().bytes)
    members[members.count / 2].change = { $0[offset] = byte }
    #expect(try failures(of: members) == ["2023-05/: \(Self.notOurs)"])
  }

  @Test func `an article that is not its report's is named`() throws {
    let other = try Examples.bundle(sources: [("x", [1])]).bytes
    #expect(try failures(other).map { $0.suffix(27) } == [".bin: There is no report on it."].map { $0.suffix(27) })
    var members = try Examples.members(try Examples.bundle().bytes)
    let index = try #require(members.firstIndex { $0.member.path.hasSuffix(".bin") })
    members[index].bytes = []
    #expect(try failures(of: members).contains { $0.hasSuffix(".bin: Its SHA-256 does not begin with its name.") })
  }

  @Test func `bombs are refused`() throws {
    let members = try Examples.members(try Examples.bundle().bytes)
    let bomb = try Examples.archive(members + [file("2023-05/data/z", [UInt8](repeating: 0, count: 16 << 20))])
    #expect(try failures(bomb) == ["The data inflates to more than 250 times its size."])
    #expect(try failures(bomb, .init(size: 1 << 20)) == ["The data inflates to more than 1048576 bytes."])
    let many = try failures(Examples.bundle().bytes, .init(members: 5))
    #expect(many.count == 1 && many[0].hasSuffix("The archive has more than 5 members."))
  }

  @Test func `other files are no bundle`() throws {
    #expect(try failures([]) == ["The gzip data ends too early."])
    #expect(try failures(Array("خبر".utf8)) == ["This is not gzip data."])
    #expect(try failures(Examples.deflate(Array("خبر".utf8))) == ["The archive ends too early."])
    let text = [UInt8](repeating: 0x61, count: 10_240)
    #expect(try failures(Examples.deflate(text)).first?.hasSuffix("The checksum of its header is wrong.") == true)
  }

  private func file(_ path: String, _ bytes: [UInt8] = [], _ change: @escaping (inout [UInt8]) -> Void = { _ in })
    -> TestMember
  {
    TestMember(member: TarMember(path: path, kind: .file, size: bytes.count), bytes: bytes, change: change)
  }

  private static let notOurGzip = "The archive was compressed anew, or its gzip header was changed."
  private static let notOurs = "The archive is not as Khabar writes it: a header holds other details."

  private func failures(of members: [TestMember]) throws -> [String] { try failures(Examples.archive(members)) }

  private func failures(_ bytes: [UInt8], _ limits: BundleVerifier.Limits = .init()) throws -> [String] {
    try Examples.verdict(bytes, limits: limits).failures.map(\.description)
  }
}
