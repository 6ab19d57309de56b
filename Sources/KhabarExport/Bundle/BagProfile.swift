/// Our BagIt profile (`schemas/bag-profile.json`): what Khabar's own bundles have beyond what every bag has.
enum BagProfile {
  /// What `BagIt-Profile-Identifier` says in our bundles.
  static let identifier = "urn:khabar:bag-profile:1"

  private static let listed = ["bagit.txt", "bag-info.txt", "manifest-sha256.txt"]

  /// Checks a bag that says it follows the profile.
  static func check(
    _ info: [ArraySlice<UInt8>], _ tags: [String: [UInt8]], _ files: BagFiles, isCanonical: Bool, isOwnGzip: Bool,
    _ notes: inout BagNotes
  ) {
    if !isCanonical { notes.fail("", "The archive is not as Khabar writes it: a header holds other details.") }
    if !isOwnGzip { notes.fail("", "The archive was compressed anew, or its gzip header was changed.") }
    guard let manifest = tags["manifest-sha256.txt"] else { return notes.fail("manifest-sha256.txt", "It is missing.") }
    checkTags(tags["tagmanifest-sha256.txt"], files, &notes)
    for label in ["Bag-Software-Agent", "Bagging-Date", "Payload-Oxum", "Source-Organization"]
    where TagFile.values(of: label, in: info).count != 1 {
      notes.fail("bag-info.txt", "It does not state one \(label).")
    }
    let id = "urn:khabar:bundle:" + Digest.hex(manifest)
    if TagFile.values(of: "External-Identifier", in: info) != [id] {
      notes.fail("bag-info.txt", "Its External-Identifier is not \(id).")
    }
    checkSources(files, &notes)
  }

  /// Checks that there are the tag files of a bundle and no others, and that their manifest is as we write it: what it
  /// holds is what pins down every other byte of the bundle.
  private static func checkTags(_ manifest: [UInt8]?, _ files: BagFiles, _ notes: inout BagNotes) {
    var expected = BagManifest()
    for path in listed {
      guard let digest = files.index(of: path).flatMap({ files.digest($0, .sha256) }) else { continue }
      expected.add(path, digest)
    }
    if manifest == nil {
      notes.fail("tagmanifest-sha256.txt", "It is missing.")
    } else if manifest != expected.bytes, notes.failures.isEmpty {
      notes.fail("tagmanifest-sha256.txt", "It does not list the tag files as Khabar does.")
    }
    for path in files.paths where !path.hasPrefix("data/") && !listed.contains(path) && path != "tagmanifest-sha256.txt"
    {
      notes.fail(path, "It is not a file that a bundle has.")
    }
  }

  /// Checks that every article is the one that its name says, and that there is a report on it.
  private static func checkSources(_ files: BagFiles, _ notes: inout BagNotes) {
    let sources = files.payload.filter { files.paths[$0].hasPrefix("data/sources/") }
    guard !sources.isEmpty else { return }
    let reports = Set(
      files.payload.map { files.paths[$0] }.filter { $0.hasPrefix("data/reports/") && $0.hasSuffix(".json") }
        .map { $0.dropLast(5).suffix(16) })
    for index in sources {
      let path = files.paths[index]
      let id = path.dropFirst("data/sources/".count).prefix { $0 != "." }
      if files.digest(index, .sha256)?.hasPrefix(id) != true || id.count != 16 {
        notes.fail(path, "Its SHA-256 does not begin with its name.")
      } else if !reports.contains(id) {
        notes.fail(path, "There is no report on it.")
      }
    }
  }
}
