import ArgumentParser
import CArguments
import CMemory

/// The command line of wikiguide: picks a subcommand and turns its end into an exit code.
@main
struct MainCommand: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "wikiguide",
    abstract: "Turn wiki pages about mail clients into setup guides.",
    discussion: """
      Examples:
        wikiguide build content --output site
        wikiguide check content --fail-on warning
        wikiguide serve content
        wikiguide links content
        wikiguide worklist screenshots content
        wikiguide export compatibility content --format csv
        wikiguide diff old.json new.json --fail-on removal,downgrade
        wikiguide inspect content/Thunderbird.txt
        wikiguide new guide --client "Becky!"
        wikiguide format content
        wikiguide import /var/www/pukiwiki --into content
        wikiguide explain broken-page-link
        wikiguide watch --source content --publish /srv/help

      Exit codes:
        0  clean, or findings below --fail-on only
        1  findings at or above --fail-on
        2  wrong usage or configuration
        3  the disk failed, or the network library
        4  the format cannot say how the servers are used (export settings)
      """,
    version: version,
    subcommands: [
      BuildCommand.self, CheckCommand.self, LinksCommand.self, WorklistCommand.self,
      ExportCommand.self, DiffCommand.self, InspectCommand.self, ImportCommand.self,
      NewCommand.self, FormatCommand.self, ServeCommand.self, ThemeCommand.self,
      WatchCommand.self, RollbackCommand.self, ExplainCommand.self, CompletionsCommand.self,
    ])

  /// Runs by hand what the library would run, because its exit code for wrong usage is 64.
  static func main() {
    wikiguide_keep_freed_memory()
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      StandardStreams.exit(with: end(after: error))
    }
  }

  /// The words behind the program's name.
  private static var arguments: [String] {
    (0..<wikiguide_argument_count()).dropFirst().compactMap { index in
      wikiguide_argument(index).map { String(cString: $0) }
    }
  }

  private static func end(after error: any Error) -> ExitCode {
    let message = fullMessage(for: error)
    let code = exitCode(for: error)
    guard code != .success else {
      return StandardStreams.printLine(message) ? .success : .diskFailure
    }
    if !message.isEmpty { StandardStreams.reportLine(message) }
    return code == .validationFailure ? .wrongUsage : code
  }
}
