import ArgumentParser
import Site
import SourceText

/// `wikiguide rollback`: makes an earlier release live, in one step.
struct RollbackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollback", abstract: "Make an earlier release of a published site live again.",
    discussion: """
      The link 'current' is exchanged in one step; no file of a site is touched. The release stays \
      live until the wiki changes: 'wikiguide watch' does not publish again what was taken back.

      Examples:
        wikiguide rollback /srv/help
        wikiguide rollback /srv/help --list
        wikiguide rollback /srv/help --to 12
      """)

  @Argument(help: "The folder that 'wikiguide watch' publishes in.")
  var folder: String

  @Option(
    help: ArgumentHelp(
      """
      The number or name of a release, an earlier or a later one. (default: the one before the live \
      one)
      """, valueName: "release"))
  var to: String?

  @Flag(help: "List the releases and change nothing.")
  var list = false

  func validate() throws {
    guard to == nil || !list else {
      throw ValidationError("--list changes nothing, so --to cannot go with it")
    }
  }

  func run() throws {
    let releases = try RunReporter.run { () throws(SiteFault) in
      try ReleaseFolder.opened(folder)
    }
    if list { return try RunReporter.print(try table(releases)) }
    let done = try RunReporter.run { () throws(SiteFault) in try releases.rollBack(to: to) }
    guard done.before != done.live else {
      return try RunReporter.print("\(done.live) is live already\n")
    }
    let before = done.before.map { "; \($0) was" } ?? ""
    try RunReporter.print("\(done.live) is live now\(before)\n")
    if done.live != done.newest {
      try RunReporter.print("it stays until the content changes\n")
    }
  }

  /// ```
  ///   000001-1a2b3c4d5e6f  2026-01-02  12 pages  3 guides  8 clients
  /// * 000002-5e6f1a2b3c4d  2026-01-03  13 pages  3 guides  8 clients  live
  /// ```
  private func table(_ folder: ReleaseFolder) throws -> String {
    let (names, live) = try RunReporter.run { () throws(SiteFault) in try folder.listing() }
    guard !names.isEmpty else { return "there is no release yet\n" }
    var table = AlignedTable()
    for name in names {
      let record = folder.record(of: name)
      table.add(
        name == live ? "*" : " ", name.description, record?.asOf ?? "",
        record.map { Summary.counted($0.pages, "page") } ?? "",
        record.map { Summary.counted($0.guides, "guide") } ?? "",
        record.map { Summary.counted($0.clients, "client") } ?? "", name == live ? "live" : "")
    }
    return table.text(indent: "")
  }
}
