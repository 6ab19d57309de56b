import Foundation
import Gzip

@testable import Khabar

/// Which reader the run is about.
private let reader = ProcessInfo.processInfo.environment["KHABAR_FUZZ"] ?? "page"

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ answer: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The entry that SwiftPM asks for, where libFuzzer would have its own `main`.
@_cdecl("ReaderFuzz_main")
public func main(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  var count = count
  var arguments = arguments
  return runDriver(&count, &arguments, fuzz)
}

/// What libFuzzer calls for every input it makes.
private func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  switch reader {
  case "archive": readArchive(bytes)
  case "gzip": readGzip(bytes)
  case "item":
    for format in Format.allCases where format != .html && format != .text {
      let article = Article(bytes, name: "x", mediaType: format.mediaType)
      for item in article.items.prefix(4) { _ = Reading(of: item) }
    }
    _ = Reading(of: Article(bytes, name: "x"))
  default: _ = Reading(of: Article(bytes, name: "x", mediaType: "text/html"))
  }
  return 0
}

private func readArchive(_ bytes: [UInt8]) {
  var archive = WARCReader(limit: 1 << 16)
  var rest = bytes[...]
  while !rest.isEmpty {
    let step = Int(rest.first ?? 1) + 1
    archive.read(rest.prefix(step)) { _ = Reading(of: $0.article) }
    rest = rest.dropFirst(step)
  }
  archive.finish { _ = Reading(of: $0.article) }
}

private func readGzip(_ bytes: [UInt8]) {
  guard let gzip = try? GzipDecompressor(limits: .init(size: 1 << 22)) else { return }
  var size = 0
  do {
    try gzip.decompress(bytes) { size += $0.count }
    try gzip.finish()
  } catch {
    // Damage is answered by an error, which is what is wanted.
  }
}
