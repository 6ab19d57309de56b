import ArgumentParser
import KhabarExport

/// A bundle in, the names of its files out.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the files of a bundle: size and path.",
    discussion: """
      EXAMPLES:
        khabar list visit.tar.gz
        khabar list visit.tar.gz | grep /reports/

      The whole bundle is read and verified; a bundle that is not whole ends with 2.
      """)

  @Argument(help: "The bundle; - is standard input.")
  var bundle: String

  @OptionGroup var limits: BundleLimits

  func run() throws {
    let out = try OutputFile(nil)
    try BundleFile(path: bundle, limits: limits.limits).readWhole { event in
      guard case .file(let path, let size) = event else { return }
      let number = String(size)
      let padding = String(repeating: " ", count: max(0, 12 - number.utf8.count))
      try out.write(Array("\(padding)\(number) ".utf8) + SafeText.bytes(Array(path.utf8)) + [10])
    }
    try out.finish()
  }
}
