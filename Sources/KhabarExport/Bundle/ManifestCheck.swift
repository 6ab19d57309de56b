/// Holds the files of a bag against its manifests, both ways (RFC 8493, sections 2.1.3 and 3).
struct ManifestCheck {
  let files: BagFiles
  /// Whether the rules are those of version 1.0.
  let isStrict: Bool
  var notes: BagNotes

  /// Which files are listed by all manifests of the payload so far, by any of them, and by any of the tags.
  private var listedByAll: [Bool]
  private var listedByAny: [Bool]
  private var manifestCount = 0
  private var isUnreadable = false

  init(files: BagFiles, isStrict: Bool, notes: BagNotes) {
    self.files = files
    self.isStrict = isStrict
    self.notes = notes
    listedByAll = Array(repeating: true, count: files.paths.count)
    listedByAny = Array(repeating: false, count: files.paths.count)
  }

  /// Checks every line of a manifest.
  mutating func check(_ name: String, _ lines: [ArraySlice<UInt8>], algorithm: String, isOfTags: Bool) {
    guard let algorithm = FileDigests.Algorithm(rawValue: algorithm) else {
      isUnreadable = isUnreadable || !isOfTags
      return notes.warn(name, "Its algorithm is not one that Khabar knows, so it was not checked.")
    }
    guard files.algorithms.contains(algorithm) else { return notes.failForDigests(name) }
    if !isOfTags { manifestCount += 1 }
    var listed = [Bool](repeating: false, count: files.paths.count)
    for line in lines where !line.isEmpty {
      if let index = check(line, of: name, algorithm, isOfTags, listed) { listed[index] = true }
    }
    guard !isOfTags else { return }
    for index in files.paths.indices {
      if listed[index] { listedByAny[index] = true } else { listedByAll[index] = false }
    }
  }

  /// Checks a line of a manifest; answers the number of the file that it lists.
  private mutating func check(
    _ line: ArraySlice<UInt8>, of name: String, _ algorithm: FileDigests.Algorithm, _ isOfTags: Bool, _ listed: [Bool]
  ) -> Int? {
    guard let line = BagManifest.line(line, isStrict: isStrict) else {
      notes.fail(name, "A line is not a digest and a path.")
      return nil
    }
    guard Self.isInside(line.path, isOfTags: isOfTags) else {
      notes.fail(name, "It lists \(line.path), which is not \(isOfTags ? "in the bag" : "below data/").")
      return nil
    }
    if let oddity = line.oddity { notes.warn(line.path, oddity) }
    guard let index = files.index(of: line.path) else {
      notes.fail(line.path, "It is listed in \(name), but missing.")
      return nil
    }
    if files.digest(index, algorithm) != line.digest {
      notes.fail(line.path, "Its \(algorithm.title) is not the one in \(name).")
    } else if listed[index] {
      let message = "It is listed twice in \(name)."
      if isStrict { notes.fail(line.path, message) } else { notes.warn(line.path, message) }
    }
    return index
  }

  /// Checks that fetch.txt only names files below `data/`; whether they are there, the manifests say.
  mutating func checkFetch(_ lines: [ArraySlice<UInt8>]) {
    for line in lines where !line.isEmpty {
      let fields = line.split(maxSplits: 2, whereSeparator: { $0 == 0x20 || $0 == 0x09 })
      let path = fields.count == 3 ? TagFile.trimmed(fields[2]) : ""
      let bare = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
      if !Self.isInside(bare, isOfTags: false) {
        notes.fail("fetch.txt", "It names \(path.isEmpty ? "no file" : path), which is not below data/.")
      }
    }
  }

  /// Checks that there is a payload and that every file of it is listed: since 1.0 by every manifest, before by any.
  mutating func finish() {
    if !files.hasFolder("data") { notes.fail("data/", "It is missing.") }
    guard manifestCount > 0 else {
      if !isUnreadable {
        notes.fail("manifest-sha256.txt", "It is missing.")
      } else {
        notes.fail("", "No manifest has an algorithm that Khabar knows, so the payload cannot be checked.")
      }
      return
    }
    for index in files.payload where !(isStrict ? listedByAll : listedByAny)[index] {
      notes.fail(files.paths[index], "It is not listed in \(isStrict ? "every" : "any") manifest.")
    }
  }

  /// Whether a path stays inside the bag, and for the payload below `data/`.
  private static func isInside(_ path: String, isOfTags: Bool) -> Bool {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard !parts.contains(where: { $0.isEmpty || $0.elementsEqual("..".utf8) }) else { return false }
    return isOfTags || parts.count > 1 && parts[0].elementsEqual("data".utf8)
  }
}

extension FileDigests.Algorithm {
  /// Its name for people.
  var title: String {
    switch self {
    case .md5: "MD5"
    case .sha1: "SHA-1"
    case .sha256: "SHA-256"
    case .sha384: "SHA-384"
    case .sha512: "SHA-512"
    }
  }
}
