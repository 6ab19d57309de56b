import ArgumentParser
import Khabar

@main
struct KhabarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "khabar", abstract: "Compares news reports, fact by fact.")
  func run() throws { print(Report(of: Article(plainText: Array("مرحبا".utf8), name: "x")).facts.count) }
}
