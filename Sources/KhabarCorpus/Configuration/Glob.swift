/// A pattern for paths: `*` and `?` inside of one name, `**` over any number of folders. A pattern without a slash is for the
/// name of the file in any folder; one that ends with a slash is for all that a folder holds.
struct Glob: Sendable, Hashable {
  /// As written.
  let pattern: String
  private let parts: [[UInt8]]

  init(_ pattern: String) {
    self.pattern = pattern
    var text = pattern[...]
    if text.hasPrefix("./") { text = text.dropFirst(2) }
    var parts = text.utf8.split(separator: 0x2F).map(Array.init)
    if pattern.hasSuffix("/") { parts.append(Self.any) }
    if !text.utf8.dropLast().contains(0x2F), !pattern.hasSuffix("/") { parts.insert(Self.any, at: 0) }
    self.parts = parts
  }

  private static let any = Array("**".utf8)

  /// Whether a path fits, from the folder that the pattern belongs to.
  func matches(_ path: String) -> Bool {
    let names = path.utf8.split(separator: 0x2F).map(Array.init)
    // Which parts of the pattern can be reached after each name, as in a machine for a regular expression.
    var reached = Set([0])
    for name in names {
      var next: Set<Int> = []
      for part in closure(reached) where part < parts.count {
        if parts[part] == Self.any { next.insert(part) } else if Self.fits(name, parts[part]) { next.insert(part + 1) }
      }
      reached = next
    }
    return closure(reached).contains(parts.count)
  }

  /// The parts that are reached when `**` stands for nothing.
  private func closure(_ reached: Set<Int>) -> Set<Int> {
    var all = reached
    for start in reached {
      var part = start
      while part < parts.count, parts[part] == Self.any {
        part += 1
        all.insert(part)
      }
    }
    return all
  }

  /// Whether a name fits a pattern of one name; the star that was seen last takes what does not fit.
  private static func fits(_ name: [UInt8], _ pattern: [UInt8]) -> Bool {
    var (at, part) = (0, 0)
    var star: (part: Int, at: Int)?
    while at < name.count {
      if part < pattern.count, pattern[part] == UInt8(ascii: "*") {
        star = (part, at)
        part += 1
      } else if part < pattern.count, pattern[part] == name[at] || pattern[part] == UInt8(ascii: "?") {
        (at, part) = (at + 1, part + 1)
      } else if let last = star {
        star = (last.part, last.at + 1)
        (at, part) = (last.at + 1, last.part + 1)
      } else {
        return false
      }
    }
    return pattern[part...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
