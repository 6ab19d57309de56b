/// What tells this program from any other, so that nothing that another one made is taken for its own.
enum ProgramKey {
  private static let executable = "/proc/self/exe"

  /// A checksum of the whole program, which holds code, word lists, vectors and weights, going on from a number.
  static func key(from seed: UInt64) -> UInt64 {
    var key = seed
    guard let source = try? Descriptor(reading: executable) else { return key }
    var block = [UInt8](repeating: 0, count: 1 << 20)
    while let count = try? source.read(into: &block, from: 0), count > 0 {
      key = POSIX.checksum(block, count, from: key)
    }
    return key
  }
}
