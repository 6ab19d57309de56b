/// Reads a tar archive piece by piece.
///
/// Read are the forms that tar programs write (ustar, GNU, pax). Refused is whatever could do harm when the archive is
/// unpacked: links, devices, sparse files, paths that lead out, and bytes that no member owns.
struct TarReader {
  /// What is in the archive, in its order.
  enum Event {
    /// A member begins; so far, the archive is as Khabar writes them or not.
    case begin(TarMember, isCanonical: Bool)
    /// Some bytes of the member.
    case bytes(ArraySlice<UInt8>)
    /// The file is complete.
    case end
  }

  /// Why an archive is refused.
  struct Refusal: Error {
    let path: String
    let message: String
  }

  private enum State { case header, bytes(rest: Int, padding: Int), padding(rest: Int), trailer }

  /// Whether all headers are those that bundles of Khabar have, with one time, and the archive is filled up as theirs.
  private(set) var isCanonical = true
  private var modified: Int?
  private var state = State.header
  /// A header that is not complete yet.
  private var block: [UInt8] = []
  /// What an extended header says of the next member.
  private var attributes = TarAttributes()
  /// The bytes of an extended header that is being read, and what it is.
  private var extra: (kind: TarHeader.Kind, bytes: [UInt8])?
  /// The member that is being read, or was read last.
  private var path = ""
  private var isFile = false
  private var count = 0
  private var zeroCount = 0

  /// Reads some bytes. Throws a `Refusal`, or what the handler throws.
  mutating func read(_ bytes: ArraySlice<UInt8>, _ handle: (Event) throws -> Void) throws {
    var rest = bytes
    while !rest.isEmpty {
      let before = rest.count
      switch state {
      case .header: try header(&rest, handle)
      case .bytes(let size, let padding):
        let piece = rest.prefix(size)
        rest = rest.dropFirst(piece.count)
        if extra != nil { extra?.bytes += piece } else { try handle(.bytes(piece)) }
        state = .bytes(rest: size - piece.count, padding: padding)
        if piece.count == size { try endMember(padding, handle) }
      case .padding(let size):
        try zeros(&rest, size, "The filling behind the member is not zero.")
        state = size > before - rest.count ? .padding(rest: size - (before - rest.count)) : .header
      case .trailer:
        zeroCount += rest.count
        try zeros(&rest, rest.count, "Something stands behind the end of the archive.")
      }
      count += before - rest.count
    }
  }

  /// Says that the archive is at its end.
  mutating func finish() throws {
    guard case .trailer = state, zeroCount >= 2 * TarMember.blockSize, count % TarMember.blockSize == 0 else {
      throw Refusal(path: path, message: "The archive ends too early.")
    }
    // As much as is needed, and no more.
    let filled = zeroCount < 2 * TarMember.blockSize + TarMember.recordSize
    if count % TarMember.recordSize != 0 || !filled { isCanonical = false }
  }

  private mutating func header(_ rest: inout ArraySlice<UInt8>, _ handle: (Event) throws -> Void) throws {
    let piece = rest.prefix(TarMember.blockSize - block.count)
    rest = rest.dropFirst(piece.count)
    block += piece
    guard block.count == TarMember.blockSize else { return }
    defer { block.removeAll(keepingCapacity: true) }
    if block.allSatisfy({ $0 == 0 }) {
      zeroCount = block.count
      state = .trailer
      path = ""
      return
    }
    let header = try TarHeader(block)
    if header.canonicalTime == nil || modified ?? header.canonicalTime != header.canonicalTime { isCanonical = false }
    modified = modified ?? header.canonicalTime
    try begin(header, handle)
  }

  private mutating func begin(_ header: TarHeader, _ handle: (Event) throws -> Void) throws {
    var size = header.size
    switch header.kind {
    case .member(let kind):
      size = attributes.size ?? size
      let path = try TarPath.checked(attributes.path ?? header.path, isFolder: kind == .folder)
      attributes = TarAttributes()
      self.path = path
      isFile = kind == .file
      try handle(.begin(TarMember(path: path, kind: kind, size: size), isCanonical: isCanonical))
    default:
      let name = String(decoding: header.path, as: UTF8.self)
      guard size <= TarAttributes.limit else { throw Refusal(path: name, message: "Its extended header is too large.") }
      extra = (header.kind, [])
    }
    let padding = (TarMember.blockSize - size % TarMember.blockSize) % TarMember.blockSize
    state = .bytes(rest: size, padding: padding)
    if size == 0 { try endMember(0, handle) }
  }

  private mutating func endMember(_ padding: Int, _ handle: (Event) throws -> Void) throws {
    if let (kind, bytes) = extra {
      extra = nil
      try attributes.take(bytes, of: kind)
    } else if isFile {
      try handle(.end)
    }
    state = padding == 0 ? .header : .padding(rest: padding)
  }

  private func zeros(_ rest: inout ArraySlice<UInt8>, _ size: Int, _ message: String) throws {
    let piece = rest.prefix(size)
    guard piece.allSatisfy({ $0 == 0 }) else { throw Refusal(path: path, message: message) }
    rest = rest.dropFirst(piece.count)
  }
}
