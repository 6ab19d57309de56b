/// What `bagit.txt` says.
struct BagDeclaration {
  /// The version of BagIt, as two numbers.
  let version: (major: Int, minor: Int)
  /// How the other tag files are encoded.
  let encoding: TagFile.Encoding

  /// The bytes of `bagit.txt` in our bundles.
  static let ours = Array("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".utf8)

  /// Whether the rules are those of RFC 8493 (1.0), which are stricter than those of the drafts before.
  var isStrict: Bool { version.major >= 1 }

  /// Reads `bagit.txt`, which is UTF-8 without a byte order mark. Throws what is wrong with it.
  init(_ bytes: [UInt8]) throws(Flaw) {
    guard let lines = TagFile.lines(bytes, .utf8), lines.count == 2,
      let version = Self.value("BagIt-Version", lines[0]),
      let name = Self.value("Tag-File-Character-Encoding", lines[1])
    else { throw Flaw("It does not hold the two lines that declare a version of BagIt and an encoding.") }
    let numbers = version.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let digits = numbers.map {
      $0.allSatisfy { (0x30...0x39).contains($0) } ? Int(String(decoding: $0, as: UTF8.self)) : nil
    }
    guard digits.count == 2, let major = digits[0], let minor = digits[1] else {
      throw Flaw("It names no version of BagIt.")
    }
    guard (major, minor) == (1, 0) || major == 0 && (93...97).contains(minor) else {
      throw Flaw("Its version of BagIt, \(version), is not one that Khabar knows.")
    }
    guard let encoding = TagFile.Encoding(name: name) else {
      throw Flaw("Its encoding, \(name), is not one that Khabar knows.")
    }
    self.version = (major, minor)
    self.encoding = encoding
  }

  /// What is wrong with a declaration.
  struct Flaw: Error {
    let message: String
    init(_ message: String) { self.message = message }
  }

  /// The value of a line "LABEL: VALUE"; nothing may stand between the label and the colon.
  private static func value(_ label: String, _ line: ArraySlice<UInt8>) -> String? {
    guard line.starts(with: "\(label):".utf8) else { return nil }
    return TagFile.trimmed(line.dropFirst(label.utf8.count + 1))
  }
}
