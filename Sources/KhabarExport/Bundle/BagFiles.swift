/// The files of a bag as they went by: sizes and digests, by their paths from the folder of the bag.
struct BagFiles {
  /// Where the digests of each algorithm stand in the list of a file.
  private(set) var algorithms: [FileDigests.Algorithm] = []
  /// The paths, in the order of the archive.
  private(set) var paths: [String] = []
  private var sizes: [Int] = []
  /// As many digests for each file as there are algorithms.
  private var digests: [String] = []
  private var indices: [String: Int] = [:]
  private var folders: Set<String> = []
  /// The folder of the last file, whose folders need not be looked at again.
  private var lastFolder: Substring = ""

  /// Number of files and folders.
  var memberCount: Int { paths.count + folders.count }

  /// Says which digests will come with the files.
  mutating func expect(_ algorithms: [FileDigests.Algorithm]) { self.algorithms = algorithms }

  /// Notes a folder; answers whether no file stands there.
  mutating func note(folder path: Substring) -> Bool {
    var end = path.endIndex
    while end > path.startIndex {
      let folder = path[..<end]
      guard indices[String(folder)] == nil else { return false }
      guard folders.insert(String(folder)).inserted else { break }
      end = folder.lastIndex(of: "/") ?? folder.startIndex
    }
    return true
  }

  /// Notes a file that begins; answers whether nothing else stands at its path or at that of one of its folders.
  mutating func note(file path: String, size: Int) -> Bool {
    let folder = path.lastIndex(of: "/").map { path[..<$0] } ?? ""
    if folder != lastFolder {
      guard note(folder: folder) else { return false }
      lastFolder = folder
    }
    guard !folders.contains(path), indices.updateValue(paths.count, forKey: path) == nil else { return false }
    paths.append(path)
    sizes.append(size)
    return true
  }

  /// Takes the digests of the file that was noted last.
  mutating func take(_ hex: [String]) { digests += hex }

  /// The number of a file; paths that only differ in how their accents are composed are one.
  func index(of path: String) -> Int? { indices[path] }

  /// Whether there is a folder.
  func hasFolder(_ path: String) -> Bool { folders.contains(path) }

  /// The digest of a file, as lower-case hex.
  func digest(_ index: Int, _ algorithm: FileDigests.Algorithm) -> String? {
    algorithms.firstIndex(of: algorithm).map { digests[index * algorithms.count + $0] }
  }

  /// The numbers of the files of the payload.
  var payload: [Int] { paths.indices.filter { paths[$0].utf8.starts(with: "data/".utf8) } }

  /// Bytes and number of the files of the payload, as `Payload-Oxum` has them.
  var oxum: String {
    let payload = payload
    return "\(payload.reduce(0) { $0 + sizes[$1] }).\(payload.count)"
  }
}
