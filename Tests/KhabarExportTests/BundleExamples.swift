import Gzip
import Khabar

@testable import KhabarExport

/// A member of an archive under test, which may be one that bundles do not have.
struct TestMember {
  var member: TarMember
  var bytes: [UInt8] = []
  /// Changes the header before its checksum is made.
  var change: (inout [UInt8]) -> Void = { _ in }
}

extension Examples {
  static let reports = ["وصلت 5 سفن.", "غادرت السفن.", hostileText].map { full($0) }

  static var comparisons: [Comparison] {
    [Comparison(of: reports[1], and: reports[0]), Comparison(of: reports[0], and: reports[2])]
  }

  static let sources: [(name: String, bytes: [UInt8])] = [
    ("a.txt", Array("وصلت 5 سفن.".utf8)), ("../ب.HTML", Array("غادرت السفن.".utf8)),
  ]

  /// A bundle in memory.
  static func bundle(
    _ reports: [Report] = reports, comparisons: [Comparison] = comparisons,
    sources: [(name: String, bytes: [UInt8])] = sources, name: String = "2023-05", jobs: Int = 1
  ) throws -> (bytes: [UInt8], summary: BundleWriter.Summary) {
    var draft = BundleDraft()
    for report in reports { try draft.add(BundleDocument(report)) }
    for comparison in comparisons { try draft.add(BundleDocument(comparison)) }
    for source in sources { try draft.add(source: source.bytes, name: source.name) }
    var bytes: [UInt8] = []
    let writer = try BundleWriter(name: name, organisation: "دار الخبر", jobs: jobs)
    let summary = try writer.write(draft) { bytes += $0 }
    return (bytes, summary)
  }

  static func verdict(
    _ bytes: [UInt8], limits: BundleVerifier.Limits = .init(), by size: Int = 1000, makesAllDigests: Bool = false
  ) throws -> BundleVerdict {
    let verifier = BundleVerifier(limits: limits, makesAllDigests: makesAllDigests)
    for start in stride(from: 0, to: bytes.count, by: size) {
      guard try verifier.read(Array(bytes[start..<min(start + size, bytes.count)])) else { break }
    }
    return verifier.finish()
  }

  /// The tar inside a bundle.
  static func inflate(_ bytes: [UInt8]) throws -> [UInt8] {
    let decompressor = try GzipDecompressor()
    var output: [UInt8] = []
    try decompressor.decompress(bytes) { output += $0 }
    try decompressor.finish()
    return output
  }

  /// The members of a bundle.
  static func members(_ bundle: [UInt8]) throws -> [TestMember] {
    var members: [TestMember] = []
    var reader = TarReader()
    try reader.read(try inflate(bundle)[...]) { event in
      switch event {
      case .begin(let member, _): members.append(TestMember(member: member))
      case .bytes(let bytes): members[members.count - 1].bytes += bytes
      case .end: break
      }
    }
    try reader.finish()
    return members
  }

  /// An archive of members, with a right end and right checksums.
  static func archive(_ members: [TestMember]) throws -> [UInt8] {
    var tar: [UInt8] = []
    for member in members {
      var described = member.member
      described.size = member.bytes.count
      var header = described.header(modified: 0) ?? []
      member.change(&header)
      header.replaceSubrange(148..<156, with: repeatElement(0x20, count: 8))
      let sum = TarMember.checksum(header)
      let digits = (0..<6).map { UInt8(ascii: "0") + UInt8(sum >> (3 * (5 - $0)) & 7) }
      header.replaceSubrange(148..<155, with: digits + [0])
      tar += header + member.bytes + [UInt8](repeating: 0, count: described.padding)
    }
    tar += [UInt8](repeating: 0, count: 1024)
    tar += [UInt8](repeating: 0, count: (10_240 - tar.count % 10_240) % 10_240)
    return try deflate(tar)
  }

  static func deflate(_ bytes: [UInt8]) throws -> [UInt8] {
    let compressor = try GzipCompressor()
    return try compressor.compress(bytes) + compressor.finish()
  }
}
