import Foundation
import TestSupport
import Testing

@testable import KhabarExport

/// The answers of the BagIt conformance suite (Library of Congress), where it lies beside the project.
@Suite struct BagConformanceTests {
  /// Bags on which the answer is another than the suite's, each with its reason in docs/bundle-format.md.
  private static let exceptions = [
    "v0.97/valid/uncommon-metadata-separators", "v0.97/warning/duplicate-file-with-different-case",
    "v0.97/warning/special-system-files",
  ]
  private static let suite = Project.root.deletingLastPathComponent().appendingPathComponent(
    "shared/conformance/bagit-conformance")

  /// The bags as version/kind/name.
  private static let bags: [String] = {
    func names(_ folder: URL) -> [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: folder.resolvingSymlinksInPath().path)) ?? []).sorted()
    }
    return names(suite).filter { $0.hasPrefix("v") }.flatMap { version in
      names(suite.appendingPathComponent(version)).flatMap { kind in
        names(suite.appendingPathComponent("\(version)/\(kind)")).map { "\(version)/\(kind)/\($0)" }
      }
    }
  }()

  @Test func `every bag gets the answer of the suite`() throws {
    guard let tar = Tool("tar"), !Self.bags.isEmpty else {
      return print("skipped: no conformance suite beside the project")
    }
    #expect(Self.bags.count == 46)
    for bag in Self.bags {
      let verdict = try verdict(bag, tar, ["--format=gnu"])
      let kind = bag.split(separator: "/")[1]
      let isExpected = kind == "valid" || kind == "warning"
      #expect((verdict.failures.isEmpty == isExpected) != Self.exceptions.contains(bag), "\(bag): \(verdict.failures)")
      if kind == "warning", verdict.failures.isEmpty { #expect(!verdict.warnings.isEmpty, "\(bag)") }
    }
  }

  @Test(arguments: ["ustar", "gnu", "oldgnu", "pax", "v7"])
  func `a bag passes in every form of tar`(format: String) throws {
    guard let tar = Tool("tar"), Self.bags.contains("v0.97/valid/bag-in-a-bag") else { return }
    #expect(try verdict("v0.97/valid/bag-in-a-bag", tar, ["--format=\(format)"]).failures == [])
  }

  private func verdict(_ bag: String, _ tar: Tool, _ options: [String]) throws -> BundleVerdict {
    let folder = try TemporaryFolder()
    let path = Self.suite.appendingPathComponent(bag).resolvingSymlinksInPath()
    let (code, output) = try tar.run(
      options + ["-czf", folder.path("bag.tar.gz"), path.lastPathComponent], in: path.deletingLastPathComponent())
    #expect(code == 0, "\(output)")
    return try Examples.verdict(try folder.read("bag.tar.gz"))
  }
}

/// Bags that others make, in the forms that their tar programs write.
@Suite struct ForeignBagTests {
  /// A bag with a name of 180 letters, a space and Arabic in its paths.
  private func bag(_ algorithm: String = "sha256") throws -> (folder: TemporaryFolder, names: [String]) {
    let folder = try TemporaryFolder()
    let names = ["data/a b.txt", "data/خبر.txt", "data/" + String(repeating: "n", count: 180) + ".txt"]
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("bag/data"), withIntermediateDirectories: true)
    var manifest = ""
    for name in names {
      try folder.write(name, to: "bag/" + name)
      let digests = FileDigests.Algorithm.allCases
      var all = FileDigests(digests)
      all.update(Array(name.utf8)[...])
      let index = try #require(digests.firstIndex { $0.rawValue == algorithm })
      manifest += "\(all.hex[index].uppercased())  \(name)\r\n"
    }
    try folder.write(manifest, to: "bag/manifest-\(algorithm).txt")
    try folder.write("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", to: "bag/bagit.txt")
    return (folder, names)
  }

  private func verdict(_ folder: borrowing TemporaryFolder, _ options: String...) throws -> BundleVerdict? {
    guard let tar = Tool("tar") else { return nil }
    let (code, output) = try tar.run(options + ["-czf", "bag.tar.gz", "bag"], in: folder.url)
    #expect(code == 0, "\(output)")
    return try Examples.verdict(try folder.read("bag.tar.gz"))
  }

  @Test(arguments: ["gnu", "pax"])
  func `long names, blanks and Arabic pass`(format: String) throws {
    let (folder, names) = try bag()
    let verdict = try verdict(folder, "--format=\(format)")
    #expect(verdict?.failures ?? [] == [])
    if let verdict { #expect(verdict.fileCount == names.count + 2) }
  }

  @Test(arguments: FileDigests.Algorithm.allCases.map(\.rawValue))
  func `every algorithm is checked`(algorithm: String) throws {
    let (folder, names) = try bag(algorithm)
    #expect(try verdict(folder)?.failures ?? [] == [])
    try folder.write("x", to: "bag/" + names[0])
    #expect(try verdict(folder)?.failures.count ?? 1 == 1)
  }

  @Test func `an archive that looks like ours but has other digests is read again`() throws {
    let members = [
      ("bag/", ""), ("bag/bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
      ("bag/data/", ""), ("bag/manifest-md5.txt", ""),
    ].map { path, text in
      TestMember(
        member: TarMember(path: path, kind: path.hasSuffix("/") ? .folder : .file, size: text.utf8.count),
        bytes: Array(text.utf8))
    }
    let archive = try Examples.archive(members)
    #expect(try Examples.verdict(archive).needsAllDigests)
    #expect(try Examples.verdict(archive, makesAllDigests: true).failures == [])
  }

  @Test func `links are refused in every form`() throws {
    guard let ln = Tool("ln") else { return }
    for option in ["-s", "-f"] {
      let (folder, _) = try bag()
      let target = option == "-s" ? "/etc/passwd" : "bag/bagit.txt"
      #expect(try ln.run([option, target, "bag/data/link"], in: folder.url).code == 0)
      for format in ["ustar", "gnu", "pax"] where format != "ustar" {
        #expect(
          try verdict(folder, "--format=\(format)")?.failures.map(\.message) ?? ["It is a link."] == ["It is a link."])
      }
    }
  }

  @Test(arguments: [
    (UInt8(ascii: "L"), "../../x\0", "Its path leads out of the bundle."),
    (UInt8(ascii: "L"), "/etc/x\0", "Its path is absolute."),
    (UInt8(ascii: "x"), "15 path=../x/y\n", "Its path leads out of the bundle."),
    (UInt8(ascii: "x"), "15 linkpath=x/\n", "It is a link."),
    (UInt8(ascii: "x"), "22 GNU.sparse.major=1\n", "It is a sparse file."),
    (UInt8(ascii: "x"), "99 path=x\n", "An extended header is damaged."),
    (UInt8(ascii: "x"), "11 size=-1\n", "An extended header is damaged."),
    (UInt8(ascii: "x"), "12 path=a\0b\n", "Its path holds a control character."),
    (UInt8(ascii: "g"), "9 path=x\n", "One path or size is said to be that of all members."),
  ])
  func `extended headers cannot do harm`(kind: UInt8, text: String, message: String) throws {
    let header = TestMember(
      member: TarMember(path: "bag/h", kind: .file, size: text.utf8.count), bytes: Array(text.utf8)
    ) { $0[156] = kind }
    let folder = TestMember(member: TarMember(path: "bag/", kind: .folder, size: 0))
    let file = TestMember(member: TarMember(path: "bag/f", kind: .file, size: 0))
    let failures = try Examples.verdict(try Examples.archive([folder, header, file])).failures
    #expect(failures.map(\.message) == [message])
  }

  @Test func `an extended header that is too large is refused`() throws {
    let header = TestMember(
      member: TarMember(path: "bag/h", kind: .file, size: 2 << 20), bytes: [UInt8](repeating: 0x61, count: 2 << 20)
    ) { $0[156] = UInt8(ascii: "x") }
    let failures = try Examples.verdict(try Examples.archive([header])).failures
    #expect(failures.map(\.message) == ["Its extended header is too large."])
  }

  @Test func `a sparse file is refused`() throws {
    guard let truncate = Tool("truncate") else { return }
    let (folder, _) = try bag()
    #expect(try truncate.run(["-s", "1M", "bag/data/hole"], in: folder.url).code == 0)
    for format in ["gnu", "pax"] {
      let verdict = try verdict(folder, "--format=\(format)", "--sparse")
      #expect(verdict?.failures.count ?? 1 == 1)
      let message = verdict?.failures.first?.message ?? "sparse"
      #expect(message.contains("sparse") || message.contains("neither a file"), "\(message)")
    }
  }
}
