import ArgumentParser
import MailSettings
import Site
import SourceText

/// `wikiguide export settings`: a file from which clients take the provider's servers.
struct ExportSettingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings", abstract: "Write a file that sets mail clients up.",
    discussion: """
      Takes the servers from provider.yml in the content folder. Where a format cannot say how they \
      are used, no file is written, and the command ends with 4: a file that only seems to fit would \
      set clients up in a way that does not work. What a file does not do is said with it.

      Examples:
        wikiguide export settings --format autoconfig --output config-v1.1.xml
        wikiguide export settings wiki --format srv >> example.jp.zone
      """)

  @Argument(help: "A folder of wiki pages with provider.yml.")
  var content = "content"

  @Option(help: "The form of the file.")
  var format: SettingsFormat

  @Flag(
    help: "Tell Thunderbird of POP before SMTP in a word that is in no current standard.")
  var legacy = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; '-' is standard output.", valueName: "file"))
  var output = "-"

  func validate() throws {
    guard !legacy || format == .autoconfig else {
      throw ValidationError("--legacy is for autoconfig alone; the others have no such word")
    }
  }

  func run() throws {
    // No date stands in these files.
    let builder = SiteBuilder(content: content, asOf: "", version: MainCommand.version)
    let export = try RunReporter.run { () throws(SiteFault) in
      try builder.mailSettings(format, allowsLegacy: legacy)
    }
    RunReporter.reportFindings(export.report)
    guard let file = export.file else { throw ExitCode.unsupported }
    if output == "-" {
      try RunReporter.print(file.bytes)
    } else {
      try RunReporter.onDisk { () throws(FileSystemError) in
        try FileSystem.replace(output, file.bytes)
      }
    }
    for limit in file.limits {
      let label = Palette.standardError.severity("note:", .note)
      StandardStreams.reportLine("\(label) \(limit.sentence.escapingControls)")
    }
  }
}

extension SettingsFormat: ExpressibleByArgument {}
