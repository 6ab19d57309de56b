/// Reads a ustar archive piece by piece and accepts only what `TarMember.header` writes.
struct TarReader {
  /// What is in the archive, in its order.
  enum Event {
    /// A member begins.
    case begin(TarMember)
    /// Some bytes of the member.
    case bytes(ArraySlice<UInt8>)
    /// The member is complete.
    case end
  }

  /// Why an archive is refused.
  struct Refusal: Error {
    let path: String
    let message: String
  }

  private enum State { case header, bytes(rest: Int, padding: Int), padding(rest: Int), trailer }

  private var state = State.header
  /// A header that is not complete yet.
  private var block: [UInt8] = []
  private var modified: Int?
  /// The member that is being read, or was read last.
  private var path = ""
  /// Bytes read.
  private(set) var count = 0
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
        try handle(.bytes(piece))
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
  func finish() throws {
    guard case .trailer = state else { throw Refusal(path: path, message: "The archive ends too early.") }
    guard zeroCount >= 2 * TarMember.blockSize, count % TarMember.recordSize == 0 else {
      throw Refusal(path: "", message: "The archive is not filled up to a multiple of \(TarMember.recordSize) bytes.")
    }
  }

  private mutating func header(_ rest: inout ArraySlice<UInt8>, _ handle: (Event) throws -> Void) throws {
    let piece = rest.prefix(TarMember.blockSize - block.count)
    rest = rest.dropFirst(piece.count)
    block += piece
    guard block.count == TarMember.blockSize else { return }
    defer { block = [] }
    if block.allSatisfy({ $0 == 0 }) {
      zeroCount = block.count
      state = .trailer
      path = ""
      return
    }
    let header = try TarHeader(block)
    path = header.member.path
    if let modified, modified != header.modified { throw Refusal(path: path, message: "Its time is not the others'.") }
    modified = header.modified
    try handle(.begin(header.member))
    state = .bytes(rest: header.member.size, padding: header.member.padding)
    if header.member.size == 0 { try endMember(0, handle) }
  }

  private mutating func endMember(_ padding: Int, _ handle: (Event) throws -> Void) throws {
    try handle(.end)
    state = padding == 0 ? .header : .padding(rest: padding)
  }

  private func zeros(_ rest: inout ArraySlice<UInt8>, _ size: Int, _ message: String) throws {
    let piece = rest.prefix(size)
    guard piece.allSatisfy({ $0 == 0 }) else { throw Refusal(path: path, message: message) }
    rest = rest.dropFirst(piece.count)
  }
}
