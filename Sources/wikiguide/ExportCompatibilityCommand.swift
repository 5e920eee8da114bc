import ArgumentParser
import Site

/// `wikiguide export compatibility`: which client supports which feature, to standard output or into
/// a file.
struct ExportCompatibilityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compatibility", abstract: "Print which mail clients support which features.",
    discussion: """
      The list goes to standard output, findings to standard error.

        json      everything, each fact with how it is known and the lines it came from
        csv       a row for each feature, client and version
        markdown  a table with footnotes
        html      the same for a page of yours
        caniuse   a line of letters for each client; says what it leaves out
        bcd       shaped like MDN's browser-compat-data; says what it leaves out
        json-ld   clients and guides in the words of schema.org

      Examples:
        wikiguide export compatibility --format csv > compatibility.csv
        wikiguide export compatibility --format csv --excel --output clients.csv
        wikiguide export compatibility wiki --format markdown --as-of 2025-12-31
      """)

  @Argument(help: "A folder of wiki pages, or one page.", completion: .pages)
  var content = "content"

  @Option(help: "The form of the list.")
  var format = ListForm.json

  @Flag(help: "Write CSV that Excel reads rightly, in which no cell is taken for a formula.")
  var excel = false

  @Option(
    help: ArgumentHelp("Where the list is written; '-' is standard output.", valueName: "file"))
  var output = "-"

  @OptionGroup var asOf: AsOfOption
  @OptionGroup var limit: FailOnOption

  func validate() throws {
    guard !excel || format == .csv else {
      throw ValidationError("'--excel' is for '--format csv'")
    }
  }

  func run() throws {
    let builder = SiteBuilder(
      content: content, asOf: try asOf.date(), version: MainCommand.version)
    let (list, report) = try RunReporter.run { () throws(SiteFault) in
      try builder.compatibility(form: excel ? .excel : format)
    }
    RunReporter.reportFindings(report)
    if let leftOut = list.leftOut {
      StandardStreams.reportLine("note: \(format.rawValue) has no room for \(leftOut)")
    }
    if output == "-" {
      try RunReporter.print(list.bytes)
    } else {
      try RunReporter.onDisk { () throws(FileSystemError) in
        try FileSystem.replace(output, list.bytes)
      }
    }
    try RunReporter.fail(report, on: limit.failOn)
  }
}

extension ListForm: ExpressibleByArgument {
  package init?(argument: String) {
    guard let form = ListForm.named.first(where: { $0.rawValue == argument }) else { return nil }
    self = form
  }

  package static var allValueStrings: [String] { named.map(\.rawValue) }
}
