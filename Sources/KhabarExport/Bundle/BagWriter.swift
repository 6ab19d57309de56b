internal import Gzip

/// Writes a BagIt 1.0 bag (RFC 8493) as a ustar archive in one gzip member, file after file, in one pass.
///
/// The caller gives the payload in ascending order of its paths; `finish` adds the tag files and the manifests.
struct BagWriter {
  /// What was written.
  struct Result {
    let tarDigest: String
    let tarSize: Int
    let gzipDigest: String
    let gzipSize: Int
  }

  private let name: String
  private let modified: Int
  private let compressor: GzipCompressor
  private var tarDigest = Digest()
  private var tarSize = 0
  private var gzipDigest = Digest()
  private var gzipSize = 0
  private var folders: Set<String> = []
  private var payloadSize = 0
  private var manifest = BagManifest()
  private var tagManifest = BagManifest()

  /// Begins a bag.
  init(name: String, modified: Int, jobs: Int) throws {
    self.name = name
    self.modified = modified
    compressor = try GzipCompressor(jobs: jobs)
  }

  /// Writes the folder of the bag and its declaration.
  mutating func begin(to sink: ([UInt8]) throws -> Void) throws {
    try tag("bagit.txt", BagDeclaration.ours, to: sink)
  }

  /// Writes a file of the payload, by its path below `data/`; answers its digest.
  @discardableResult
  mutating func payload(_ path: String, _ bytes: [UInt8], to sink: ([UInt8]) throws -> Void) throws -> String {
    let digest = try file("data/" + path, bytes, to: sink)
    manifest.add("data/" + path, digest)
    payloadSize += bytes.count
    return digest
  }

  /// Writes `bag-info.txt`, the manifests and the end of the archive.
  ///
  /// `Payload-Oxum` and an `External-Identifier` made of the payload's manifest are added to the given tags.
  mutating func finish(_ tags: [String: String], to sink: ([UInt8]) throws -> Void) throws -> Result {
    let manifestBytes = manifest.bytes
    var tags = tags
    tags["Payload-Oxum"] = "\(payloadSize).\(manifest.count)"
    tags["External-Identifier"] = "urn:khabar:bundle:" + Digest.hex(manifestBytes)
    // Sorted without regard to case, as bagit.py does.
    let lines = tags.sorted { $0.key.lowercased() < $1.key.lowercased() }.map { "\($0.key): \($0.value)\n" }
    try tag("bag-info.txt", Array(lines.joined().utf8), to: sink)
    try tag("manifest-sha256.txt", manifestBytes, to: sink)
    _ = try file("tagmanifest-sha256.txt", tagManifest.bytes, to: sink)
    let unfilled = tarSize + 2 * TarMember.blockSize
    let end = (unfilled + TarMember.recordSize - 1) / TarMember.recordSize * TarMember.recordSize
    try append([UInt8](repeating: 0, count: end - tarSize), to: sink)
    try emit(try compressor.finish(), to: sink)
    return Result(tarDigest: tarDigest.hex, tarSize: tarSize, gzipDigest: gzipDigest.hex, gzipSize: gzipSize)
  }

  private mutating func tag(_ path: String, _ bytes: [UInt8], to sink: ([UInt8]) throws -> Void) throws {
    tagManifest.add(path, try file(path, bytes, to: sink))
  }

  /// Writes a member, and before it those of its folders that were not written yet.
  private mutating func file(
    _ path: String, _ bytes: [UInt8], to sink: ([UInt8]) throws -> Void
  ) throws -> String {
    let path = name + "/" + path
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += part + "/"
      guard folders.insert(folder).inserted else { continue }
      try header(TarMember(path: folder, kind: .folder, size: 0), to: sink)
    }
    let member = TarMember(path: path, kind: .file, size: bytes.count)
    try header(member, to: sink)
    try append(bytes, to: sink)
    try append([UInt8](repeating: 0, count: member.padding), to: sink)
    return Digest.hex(bytes)
  }

  private mutating func header(_ member: TarMember, to sink: ([UInt8]) throws -> Void) throws {
    guard let block = member.header(modified: modified) else { throw BundleError.memberTooLarge(path: member.path) }
    try append(block, to: sink)
  }

  private mutating func append(_ bytes: [UInt8], to sink: ([UInt8]) throws -> Void) throws {
    tarDigest.update(bytes[...])
    tarSize += bytes.count
    try emit(try compressor.compress(bytes), to: sink)
  }

  private mutating func emit(_ bytes: [UInt8], to sink: ([UInt8]) throws -> Void) throws {
    guard !bytes.isEmpty else { return }
    gzipDigest.update(bytes[...])
    gzipSize += bytes.count
    try sink(bytes)
  }
}
