import KhabarExport

/// A file without a name that holds what waits for its place in an output; it is gone when the program ends, however it
/// ends.
final class SpoolFile: BundleStorage {
  private let descriptor: Descriptor
  private let place: String
  private var size = 0
  private var pending: [UInt8] = []

  /// Makes the file on the disk of a folder, which is named when the disk is full.
  init(beside path: String) throws(Trouble) {
    place = path
    do { descriptor = try Descriptor(temporaryIn: OutputFile.folder(of: path)) } catch {
      throw OutputFile.trouble(error, path)
    }
  }

  /// Keeps some bytes; they are written when enough have come together.
  func append(_ bytes: [UInt8]) throws -> Range<Int> {
    let start = size
    size += bytes.count
    pending += bytes
    if pending.count >= 1 << 18 { try flush() }
    return start..<size
  }

  /// Gives bytes back.
  func read(_ range: Range<Int>) throws -> [UInt8] {
    try flush()
    do { return try descriptor.read(range) } catch {
      throw Trouble("cannot be read back (\(error.reason))", at: place, remedy: "check the disk")
    }
  }

  private func flush() throws {
    guard !pending.isEmpty else { return }
    do { try descriptor.write(pending) } catch { throw OutputFile.trouble(error, place) }
    pending.removeAll(keepingCapacity: true)
  }
}
