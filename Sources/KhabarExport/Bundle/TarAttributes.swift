/// What extended headers (GNU's long names, and pax: POSIX.1-2001) say of the member that follows.
struct TarAttributes {
  /// Largest extended header that is read.
  static let limit = 1 << 20

  /// The path, if it did not fit into the header.
  private(set) var path: [UInt8]?
  /// The size, if it did not fit into the header.
  private(set) var size: Int?

  /// Reads an extended header.
  mutating func take(_ bytes: [UInt8], of kind: TarHeader.Kind) throws(TarReader.Refusal) {
    switch kind {
    case .longPath: path = Array(bytes.prefix { $0 != 0 })
    case .extended: try takeRecords(bytes, isGlobal: false)
    case .globalExtended: try takeRecords(bytes, isGlobal: true)
    case .member: break
    }
  }

  /// Reads records of the form "LENGTH KEY=VALUE\n".
  private mutating func takeRecords(_ bytes: [UInt8], isGlobal: Bool) throws(TarReader.Refusal) {
    var rest = bytes[...]
    while let space = rest.firstIndex(of: 0x20) {
      guard let length = Self.number(rest[..<space]), length > space - rest.startIndex, length <= rest.count else {
        break
      }
      let record = rest.prefix(length).dropFirst(space - rest.startIndex + 1)
      guard record.last == 0x0A, let equals = record.firstIndex(of: UInt8(ascii: "=")) else { break }
      rest = rest.dropFirst(length)
      try take(record[..<equals], record[(equals + 1)...].dropLast(), isGlobal)
    }
    guard rest.isEmpty else { throw TarReader.Refusal(path: "", message: "An extended header is damaged.") }
  }

  private mutating func take(
    _ key: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>, _ isGlobal: Bool
  ) throws(TarReader.Refusal) {
    let key = String(decoding: key, as: UTF8.self)
    func refuse(_ message: String) -> TarReader.Refusal {
      TarReader.Refusal(path: String(decoding: path ?? [], as: UTF8.self), message: message)
    }
    switch key {
    case "path" where !isGlobal: path = Array(value)
    case "size" where !isGlobal:
      guard let number = Self.number(value) else { throw refuse("An extended header is damaged.") }
      size = number
    case "path", "size": throw refuse("One path or size is said to be that of all members.")
    case "linkpath": throw refuse("It is a link.")
    case _ where key.hasPrefix("GNU.sparse."): throw refuse("It is a sparse file.")
    default: break  // times, owners and comments, which a bag does not know
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...18).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
