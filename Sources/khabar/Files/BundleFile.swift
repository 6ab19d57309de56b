import KhabarExport

/// A bundle that is read from the disk or from standard input.
struct BundleFile {
  /// Where it is; "-" is standard input.
  var path: String
  /// How much it may hold.
  var limits = BundleVerifier.Limits()
  /// Whether its documents are held against their schemas.
  var checksSchemas = false

  /// Reads the bundle once, hands what is in it to the visitor, and answers whether it is whole.
  func read(_ visit: (BundleVerifier.Event) throws -> Void = { _ in }) throws -> BundleVerdict {
    // Standard input cannot be read again if it turns out that the bag needs other digests.
    let verdict = try read(makesAllDigests: path == "-", visit)
    return verdict.needsAllDigests ? try read(makesAllDigests: true) { _ in } : verdict
  }

  /// Reads the bundle once and refuses one that is not whole.
  func readWhole(_ visit: (BundleVerifier.Event) throws -> Void) throws {
    if let failure = try read(visit).failures.first {
      throw Trouble("is not whole (\(failure))", at: path, remedy: "get another copy of the bundle")
    }
  }

  private func read(makesAllDigests: Bool, _ visit: (BundleVerifier.Event) throws -> Void) throws -> BundleVerdict {
    let source = try ArticleFile(path: path, limit: .max).open()
    let verifier = BundleVerifier(limits: limits, makesAllDigests: makesAllDigests, checksSchemas: checksSchemas)
    var block = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count: Int
      do { count = try source.read(into: &block, from: 0) } catch {
        throw Trouble(error.reason, at: path, remedy: "check the file and its disk")
      }
      if count == 0 { return verifier.finish() }
      guard try verifier.read(Array(block[..<count]), visit: visit) else { return verifier.finish() }
    }
  }
}
