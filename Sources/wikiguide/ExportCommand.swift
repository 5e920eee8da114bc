import ArgumentParser

/// `wikiguide export`: the parent of what can be exported.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Print data that was read from wiki pages.",
    subcommands: [ExportCompatibilityCommand.self, ExportSettingsCommand.self])
}
