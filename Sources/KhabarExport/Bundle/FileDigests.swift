internal import Crypto

/// The digests of one file that manifests may ask for.
struct FileDigests {
  /// An algorithm, by the name that manifests carry (`manifest-sha256.txt`).
  enum Algorithm: String, CaseIterable { case md5, sha1, sha256, sha384, sha512 }

  private var md5: Insecure.MD5?
  private var sha1: Insecure.SHA1?
  private var sha256: SHA256?
  private var sha384: SHA384?
  private var sha512: SHA512?

  /// Begins the digests of a file.
  init(_ algorithms: [Algorithm]) {
    for algorithm in algorithms {
      switch algorithm {
      case .md5: md5 = Insecure.MD5()
      case .sha1: sha1 = Insecure.SHA1()
      case .sha256: sha256 = SHA256()
      case .sha384: sha384 = SHA384()
      case .sha512: sha512 = SHA512()
      }
    }
  }

  /// Takes some bytes.
  mutating func update(_ bytes: ArraySlice<UInt8>) {
    md5?.update(data: bytes)
    sha1?.update(data: bytes)
    sha256?.update(data: bytes)
    sha384?.update(data: bytes)
    sha512?.update(data: bytes)
  }

  /// The digests as lower-case hex, in the order of `Algorithm.allCases`.
  var hex: [String] {
    var all: [String] = []
    if let md5 { all.append(Digest.hex(of: md5.finalize())) }
    if let sha1 { all.append(Digest.hex(of: sha1.finalize())) }
    if let sha256 { all.append(Digest.hex(of: sha256.finalize())) }
    if let sha384 { all.append(Digest.hex(of: sha384.finalize())) }
    if let sha512 { all.append(Digest.hex(of: sha512.finalize())) }
    return all
  }
}
