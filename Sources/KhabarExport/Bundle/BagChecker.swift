/// Checks the members of a bundle as they go by, and at the end holds them against the manifests.
struct BagChecker {
  private struct Seen {
    var size: Int
    var digest: String
  }

  /// What is wrong so far.
  private(set) var failures: [BundleFailure] = []
  /// Number of files.
  var fileCount: Int { files.count }

  private let memberLimit: Int
  private var root = ""
  private var members: Set<String> = []
  private var files: [String: Seen] = [:]
  private var tags: [String: [UInt8]] = [:]
  private var current = TarMember(path: "", kind: .folder, size: 0)
  private var digest = Digest()

  /// Tag files that are read as they go by; they may not be larger than this.
  private static let tagLimit = 256 << 20
  private static let readTags = ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"]

  init(memberLimit: Int) { self.memberLimit = memberLimit }

  /// Takes what the tar reader found. Throws a refusal where reading on could do harm.
  mutating func take(_ event: TarReader.Event) throws(TarReader.Refusal) {
    switch event {
    case .begin(let member): try begin(member)
    case .bytes(let bytes):
      digest.update(bytes)
      tags[relative(current.path)]?.append(contentsOf: bytes)
    case .end:
      guard current.kind == .file else { return }
      files[relative(current.path)] = Seen(size: current.size, digest: digest.hex)
    }
  }

  private mutating func begin(_ member: TarMember) throws(TarReader.Refusal) {
    func refuse(_ message: String) -> TarReader.Refusal { TarReader.Refusal(path: member.path, message: message) }
    if members.isEmpty {
      guard member.kind == .folder, member.path.split(separator: "/").count == 1 else {
        throw refuse("The first member is not the folder of the bag.")
      }
      root = member.path
    }
    guard member.path.hasPrefix(root) else { throw refuse("It stands outside the folder of the bag.") }
    let bare = member.kind == .folder ? String(member.path.dropLast()) : member.path
    guard members.insert(bare).inserted else { throw refuse("Its path stands in the archive twice.") }
    guard members.count <= memberLimit else { throw refuse("The archive has more than \(memberLimit) members.") }
    if let slash = bare.lastIndex(of: "/"), !members.contains(String(bare[..<slash])) {
      throw refuse("Its folder does not stand before it.")
    }
    current = member
    digest = Digest()
    let path = relative(member.path)
    guard member.kind == .file, Self.readTags.contains(path) else { return }
    guard member.size <= Self.tagLimit else { throw refuse("It is larger than \(Self.tagLimit) bytes.") }
    tags[path] = []
  }

  private func relative(_ path: String) -> String { String(path.dropFirst(root.count)) }

  /// Holds the files against the manifests.
  mutating func finish() {
    for name in Self.readTags where tags[name] == nil { fail(name, "It is missing.") }
    if let declaration = tags["bagit.txt"], declaration != BagManifest.declaration {
      fail("bagit.txt", "It does not declare BagIt 1.0 in UTF-8.")
    }
    let paths = files.keys.sorted()
    compare("manifest-sha256.txt", paths.filter { $0.hasPrefix("data/") })
    compare("tagmanifest-sha256.txt", paths.filter { !$0.hasPrefix("data/") && $0 != "tagmanifest-sha256.txt" })
    checkOxum(paths)
  }

  /// Compares a manifest with the files it should list, both ways.
  private mutating func compare(_ name: String, _ paths: [String]) {
    guard let bytes = tags[name] else { return }
    var listed: [String: String] = [:]
    for line in BagManifest.lines(bytes) {
      guard let line else {
        fail(name, "A line is not a digest and a path.")
        continue
      }
      if listed.updateValue(line.digest, forKey: line.path) != nil { fail(line.path, "It is listed twice in \(name).") }
    }
    for path in paths {
      guard let digest = listed.removeValue(forKey: path) else {
        fail(path, "It is not listed in \(name).")
        continue
      }
      if digest != files[path]?.digest { fail(path, "Its SHA-256 is not the one in \(name).") }
    }
    for path in listed.keys.sorted() { fail(path, "It is listed in \(name), but missing.") }
  }

  private mutating func checkOxum(_ paths: [String]) {
    guard let info = tags["bag-info.txt"] else { return }
    let payload = paths.filter { $0.hasPrefix("data/") }
    let oxum = "\(payload.reduce(0) { $0 + (files[$1]?.size ?? 0) }).\(payload.count)"
    let lines = String(decoding: info, as: UTF8.self).split(separator: "\n")
    let stated = lines.filter { $0.hasPrefix("Payload-Oxum: ") }.map { $0.dropFirst("Payload-Oxum: ".count) }
    guard stated.count == 1 else { return fail("bag-info.txt", "It does not state one Payload-Oxum.") }
    if stated[0] != oxum { fail("bag-info.txt", "Its Payload-Oxum is \(stated[0]), but the payload is \(oxum).") }
  }

  private mutating func fail(_ path: String, _ message: String) {
    failures.append(BundleFailure(path: root + path, message: message))
  }
}
