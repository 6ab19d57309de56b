import ArgumentParser

/// Help on a command or on a topic.
struct HelpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help",
    abstract: "Shows help on a command or a topic.",
    discussion: """
      EXAMPLES:
        khabar help compare
        khabar help formats

      TOPICS:
      \(HelpTopic.allCases.map { "  \($0.rawValue)  \($0.title)" }.joined(separator: "\n"))
      """)

  @Argument(
    help: "A command, or a topic.",
    completion: .list(KhabarCommand.commands.map { $0._commandName } + HelpTopic.allCases.map(\.rawValue)))
  var subject: String?

  func run() throws {
    guard let subject else { throw CleanExit.helpRequest(KhabarCommand.self) }
    let commands = KhabarCommand.commands + [HelpCommand.self]
    if let command = commands.first(where: { $0._commandName == subject }) {
      throw CleanExit.helpRequest(command)
    }
    guard let topic = HelpTopic(rawValue: subject) else {
      throw ValidationError("There is no command and no topic \"\(subject)\"; see khabar help.")
    }
    let out = try OutputFile(nil, pager: Pager.command(environment: POSIX.environment))
    try out.write(Array(topic.text.utf8))
    try out.finish()
  }
}
