import ArgumentParser
import Khabar
import KhabarExport

/// A report or comparison of a bundle, in any form.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows one report or comparison of a bundle, as it was archived.",
    discussion: """
      EXAMPLES:
        khabar show visit.tar.gz#52b912b0584e463f
        khabar show visit.tar.gz#52b912b0584e463f --format json -o report.json
        khabar show visit.tar.gz#52b912b0584e463f__76ffc98cad9dc6a4

      khabar list shows what a bundle holds. The whole bundle is verified first.
      """)

  @Argument(
    help: ArgumentHelp("The bundle and the id of a report, or two ids of a comparison.", valueName: "bundle#id"))
  var document: BundleReference

  @OptionGroup var limits: BundleLimits
  @OptionGroup var form: FormatOptions

  func validate() throws { if document.isComparison { try form.validateForComparisons() } }

  func run() throws { try form.write(try document.document(limits)) }
}
