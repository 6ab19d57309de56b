/// Checks the members of a bag as they go by, and at the end holds them against the manifests.
struct BagChecker {
  /// What is wrong, and what is odd.
  private(set) var notes = BagNotes()
  /// The files that went by.
  private(set) var files = BagFiles()
  /// The folder of the bag with its slash.
  private(set) var root = ""

  private let memberLimit: Int
  private let makesAllDigests: Bool
  private var tags: [String: [UInt8]] = [:]
  private var tag: String?
  private var digests: FileDigests?
  private let schemas: SchemaCheck?

  /// Tag files are read as they go by; they may not be larger than this.
  private static let tagLimit = 256 << 20

  init(memberLimit: Int, makesAllDigests: Bool, schemas: SchemaCheck?) {
    self.schemas = schemas
    self.memberLimit = memberLimit
    self.makesAllDigests = makesAllDigests
  }

  /// Takes what the tar reader found. Throws a refusal where reading on could do harm.
  mutating func take(_ event: TarReader.Event) throws(TarReader.Refusal) {
    switch event {
    case .begin(let member, let isCanonical): try begin(member, isCanonical)
    case .bytes(let bytes):
      digests?.update(bytes)
      schemas?.take(bytes)
      if let tag { tags[tag]?.append(contentsOf: bytes) }
    case .end:
      if let digests { files.take(digests.hex) }
      schemas?.end()
      digests = nil
      tag = nil
    }
  }

  private mutating func begin(_ member: TarMember, _ isCanonical: Bool) throws(TarReader.Refusal) {
    func refuse(_ message: String) -> TarReader.Refusal { TarReader.Refusal(path: member.path, message: message) }
    guard !member.path.isEmpty else { return }
    if root.isEmpty {
      guard let slash = member.path.firstIndex(of: "/") else {
        throw refuse("The bag does not stand in a folder of its own.")
      }
      root = String(member.path[...slash])
    }
    guard member.path.utf8.starts(with: root.utf8) else { throw refuse("It stands outside the folder of the bag.") }
    let path = String(decoding: member.path.utf8.dropFirst(root.utf8.count), as: UTF8.self)
    if member.kind == .file {
      guard files.note(file: path, size: member.size) else { throw refuse("Its path stands in the archive twice.") }
      try begin(path, member.size, isCanonical)
    } else {
      guard files.note(folder: path.dropLast()) else { throw refuse("Its path stands in the archive twice.") }
    }
    guard files.memberCount <= memberLimit else { throw refuse("The archive has more than \(memberLimit) members.") }
  }

  private mutating func begin(_ path: String, _ size: Int, _ isCanonical: Bool) throws(TarReader.Refusal) {
    if files.algorithms.isEmpty {
      // Our bundles have no other digests.
      files.expect(isCanonical && !makesAllDigests ? [.sha256] : FileDigests.Algorithm.allCases)
    }
    digests = FileDigests(files.algorithms)
    schemas?.begin(path, size: size)
    guard !path.contains("/"), path.hasSuffix(".txt") else { return }
    guard ["bagit.txt", "bag-info.txt", "fetch.txt"].contains(path) || Self.manifest(path) != nil else { return }
    guard size <= Self.tagLimit else {
      throw TarReader.Refusal(path: root + path, message: "It is larger than \(Self.tagLimit) bytes.")
    }
    tags[path] = []
    tag = path
  }

  /// The name of the algorithm of a manifest, and whether it is one of the tag files; nil for other files.
  private static func manifest(_ path: String) -> (algorithm: String, isOfTags: Bool)? {
    for (prefix, isOfTags) in [("manifest-", false), ("tagmanifest-", true)] where path.hasPrefix(prefix) {
      return (String(path.dropFirst(prefix.count).dropLast(4)).lowercased(), isOfTags)
    }
    return nil
  }

  /// Holds the files against the manifests, and what stands around them against our profile, if the bag names it.
  mutating func finish(isCanonical: Bool, isOwnGzip: Bool) {
    let declaration: BagDeclaration
    notes.root = root
    guard let bytes = tags["bagit.txt"] else { return notes.fail("bagit.txt", "It is missing.") }
    do { declaration = try BagDeclaration(bytes) } catch { return notes.fail("bagit.txt", error.message) }
    var check = ManifestCheck(files: files, isStrict: declaration.isStrict, notes: notes)
    for name in tags.keys.sorted() {
      guard let (algorithm, isOfTags) = Self.manifest(name), let bytes = tags[name] else { continue }
      guard let lines = TagFile.lines(bytes, declaration.encoding) else {
        check.notes.fail(name, "It is not in the encoding that bagit.txt declares.")
        continue
      }
      check.check(name, lines, algorithm: algorithm, isOfTags: isOfTags)
    }
    if let bytes = tags["fetch.txt"] { check.checkFetch(TagFile.lines(bytes, declaration.encoding) ?? []) }
    check.finish()
    notes = check.notes
    checkInfo(declaration, isCanonical, isOwnGzip)
  }

  private mutating func checkInfo(_ declaration: BagDeclaration, _ isCanonical: Bool, _ isOwnGzip: Bool) {
    guard let bytes = tags["bag-info.txt"] else { return }
    guard let info = TagFile.lines(bytes, declaration.encoding) else {
      return notes.fail("bag-info.txt", "It is not in the encoding that bagit.txt declares.")
    }
    let oxum = files.oxum
    for stated in TagFile.values(of: "Payload-Oxum", in: info) where stated != oxum {
      notes.fail("bag-info.txt", "Its Payload-Oxum is \(stated), but the payload is \(oxum).")
    }
    if TagFile.values(of: "BagIt-Profile-Identifier", in: info).contains(BagProfile.identifier) {
      BagProfile.check(info, tags, files, isCanonical: isCanonical, isOwnGzip: isOwnGzip, &notes)
      for path in schemas?.failures ?? [] { notes.fail(path, "It does not follow its schema.") }
    }
  }
}
