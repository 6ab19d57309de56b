import ArgumentParser
import Khabar
import KhabarExport

/// A document of a bundle, written `bundle.tar.gz#id`: a report by its id, a comparison by its name, `id__id`.
struct BundleReference: ExpressibleByArgument {
  /// The bundle.
  var bundle: String
  /// The report or comparison.
  var id: String

  init?(argument: String) {
    guard let hash = argument.utf8.lastIndex(of: UInt8(ascii: "#")) else { return nil }
    bundle = String(argument[..<hash])
    id = String(argument[argument.utf8.index(after: hash)...])
    guard !bundle.isEmpty, Self.isReport(id) || Self.pair(id) != nil else { return nil }
  }

  /// The document that an argument names instead of a file.
  init?(orFile path: String) {
    guard POSIX.kind(of: path) == .nothing else { return nil }
    self.init(argument: path)
  }

  /// Whether it names a comparison.
  var isComparison: Bool { Self.pair(id) != nil }

  private static func isReport(_ id: String) -> Bool {
    id.utf8.count == 16 && id.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  private static func pair(_ id: String) -> (a: String, b: String)? {
    let (a, b) = (String(id.prefix(16)), String(id.suffix(16)))
    return id == "\(a)__\(b)" && isReport(a) && isReport(b) ? (a, b) : nil
  }

  /// Reads the report, from a bundle that is whole.
  func report(_ limits: BundleLimits) throws -> Report {
    guard Self.isReport(id) else {
      throw Trouble("names no report", at: "\(bundle)#\(id)", remedy: "give the 16 hex digits of its id")
    }
    return try Self.report(id, in: try documents([id], limits), bundle)
  }

  /// Reads the report or the comparison.
  func document(_ limits: BundleLimits) throws -> Document {
    guard let (a, b) = Self.pair(id) else { return .report(try report(limits)) }
    let documents = try documents([id, a, b], limits)
    let xml = try Self.document(id, in: documents, bundle)
    let reports = (try Self.report(a, in: documents, bundle), try Self.report(b, in: documents, bundle))
    do { return .comparison(try Comparison(xml: xml, a: reports.0, b: reports.1)) } catch {
      throw Self.unreadable(id, bundle, error)
    }
  }

  /// The XML of some documents, by their names.
  private func documents(_ names: Set<String>, _ limits: BundleLimits) throws -> [String: [UInt8]] {
    var documents: [String: [UInt8]] = [:]
    var open: String?
    try BundleFile(path: bundle, limits: limits.limits).readWhole { event in
      switch event {
      case .folder: break
      case .file(let path, _):
        let parts = path.split(separator: "/")
        guard parts.count > 2, parts[1] == "data", let name = parts.last, name.hasSuffix(".xml") else { return }
        open = names.first { $0 == name.dropLast(4) }
        if let open { documents[open] = [] }
      case .bytes(let bytes): if let open { documents[open]?.append(contentsOf: bytes) }
      case .end: open = nil
      }
    }
    return documents
  }

  private static func document(_ id: String, in documents: [String: [UInt8]], _ bundle: String) throws -> [UInt8] {
    guard let xml = documents[id] else {
      throw Trouble("has no document \(id)", at: bundle, remedy: "khabar list shows what it has")
    }
    return xml
  }

  private static func report(_ id: String, in documents: [String: [UInt8]], _ bundle: String) throws -> Report {
    do { return try Report(xml: try document(id, in: documents, bundle)) } catch let error as XMLReadingError {
      throw unreadable(id, bundle, error)
    }
  }

  private static func unreadable(_ id: String, _ bundle: String, _ error: XMLReadingError) -> Trouble {
    Trouble("has no readable document \(id) (\(error))", at: bundle, remedy: "read it with a newer version of Khabar")
  }
}
