import ArgumentParser
import KhabarExport

/// A bundle in, its folder out.
struct UnpackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unpack",
    abstract: "Unpacks a bundle, and only one that is whole.",
    discussion: """
      EXAMPLES:
        khabar unpack visit.tar.gz
        khabar unpack visit.tar.gz -o archive/incoming

      The bundle is verified while it is unpacked. Its folder appears whole or not at all; a folder that is there already
      is left as it is. No member can be written anywhere else.
      """)

  @Argument(help: "The bundle; - is standard input.")
  var bundle: String

  @Option(name: .shortAndLong, help: "The folder to unpack into.")
  var output = "."

  @OptionGroup var limits: BundleLimits

  func run() throws {
    let folder = try UnpackedFolder(in: output)
    try BundleFile(path: bundle, limits: limits.limits).readWhole(folder.take)
    let path = try folder.finish()
    let out = try OutputFile(nil)
    try out.write(SafeText.bytes(Array(path.utf8)) + [10])
    try out.finish()
  }
}
