import ArgumentParser
import CompatibilityChanges
import Findings
import Site
import SourceText

/// `wikiguide diff`: what one published compatibility list says otherwise than another.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Say what changed between two published compatibility lists.",
    discussion: """
      The lists are files compatibility/compatibility.json of published sites; '-' reads standard \
      input. Sources that moved while what they say stayed the same are counted and not listed.

      Kinds for --fail-on:
        removal, downgrade, addition, upgrade, version, requirement, note, guide, link

      Examples:
        wikiguide diff old/compatibility.json site/compatibility/compatibility.json
        wikiguide diff old.json new.json --format markdown --output comment.md
        wikiguide export compatibility wiki | wikiguide diff published.json - \
      --fail-on removal,downgrade
      """)

  @Argument(help: "The list as it was.")
  var old: String

  @Argument(help: "The list as it is.")
  var new: String

  @Option(help: "The form of the changes.")
  var format = Form.text

  @Option(
    help: ArgumentHelp(
      "Fail where there are changes of these kinds, parted by commas.", valueName: "kinds"),
    transform: ChangeKinds.init(written:))
  var failOn = ChangeKinds()

  @Option(help: ArgumentHelp("Where the changes are written to.", valueName: "file"))
  var output = "-"

  enum Form: String, ExpressibleByArgument, CaseIterable { case text, markdown, json, atom }

  func validate() throws {
    guard old != "-" || new != "-" else {
      throw ValidationError("only one of the two lists can come from standard input")
    }
  }

  func run() throws {
    let difference = ListDifference(
      from: try PublishedListFile.read(old), to: try PublishedListFile.read(new))
    let entry = ChangeHistory.Entry(difference, digest: Digest.sha256)
    try deliver(bytes(entry, of: difference))
    guard !difference.changes.contains(where: { failOn.kinds.contains($0.section) }) else {
      throw ExitCode.findings
    }
  }

  private func bytes(_ entry: ChangeHistory.Entry, of difference: ListDifference) -> [UInt8] {
    let form: ChangesForm
    switch format {
    case .text:
      let palette = output == "-" ? Palette.standardOutput : .plain
      return Array(ChangesText(palette: palette).text(entry).utf8)
    case .markdown: form = .markdown
    case .json: form = .json
    case .atom: form = .atom
    }
    let feed = ChangeID.address(["feed", difference.lists], digest: Digest.sha256)
    return form.bytes(entry, feed: feed)
  }

  private func deliver(_ bytes: [UInt8]) throws {
    guard output != "-" else { return try RunReporter.print(bytes) }
    try RunReporter.onDisk { () throws(FileSystemError) in
      try FileSystem.replace(output, bytes)
    }
  }
}

/// The kinds of changes with which a comparison fails.
struct ChangeKinds {
  var kinds: Set<ChangeSection> = []

  init() {}

  /// Takes words parted by commas.
  init(written: String) throws {
    for word in written.split(separator: ",", omittingEmptySubsequences: false) {
      guard let kind = ChangeSection(rawValue: String(word)) else {
        let known = ChangeSection.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError(
          "'\(String(word).escapingControls)' is no kind of change; the kinds are \(known)")
      }
      kinds.insert(kind)
    }
  }
}
