import ArgumentParser
import Findings
import GuideModel
import Site
import SourceText
import Syntax

/// `wikiguide format`: tidies the comment lines that speak to wikiguide, and no other byte.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format", abstract: "Tidy the comment lines that speak to wikiguide.",
    discussion: """
      '//wikiguide:   Client  Foo' becomes '//wikiguide: client Foo': spacing and the case of keys, \
      in each file's own encoding. The order of lines, other comments and everything else stay byte \
      for byte. Comments that are not understood stay too; 'wikiguide check' reports them. Pages of \
      a wiki's data are never changed.

      Examples:
        wikiguide format
        wikiguide format content/Mail.txt content/Setup.txt
        wikiguide format --check content
        wikiguide format --diff content
      """)

  @Argument(
    help: "Folders of wiki pages, or single pages. (default: content)", completion: .file())
  var pages: [String] = []

  @Flag(help: "Change nothing; name the files that would change, and fail where there are any.")
  var check = false

  @Flag(help: "Change nothing; show what would change.")
  var diff = false

  func run() throws {
    let selection = try RunReporter.run { () throws(SiteFault) in
      try PageSelection(pages.isEmpty ? ["content"] : pages)
    }
    var run = FormatRun(isTrial: check || diff, showsDifference: diff)
    for page in selection.pages { try run.lay(out: page) }
    for finding in selection.unread {
      RunReporter.reportFault("'\(finding.place.path)' stays as it is: \(finding.message)")
    }
    StandardStreams.reportLine(run.summary)
    guard run.left == 0, selection.unread.isEmpty, !check || run.changed == 0 else {
      throw ExitCode.findings
    }
  }
}

/// The work on page after page: what was changed, or would be.
struct FormatRun {
  let isTrial: Bool
  let showsDifference: Bool
  private(set) var changed = 0
  private(set) var unchanged = 0
  /// Pages that must stay as they are although they are not in order.
  private(set) var left = 0

  init(isTrial: Bool, showsDifference: Bool) {
    self.isTrial = isTrial
    self.showsDifference = showsDifference
  }

  mutating func lay(out page: PageSelection.Page) throws {
    let edits = AnnotationLayout.edits(in: page.document)
    guard !edits.isEmpty else {
      unchanged += 1
      return
    }
    let path = ContentPaths(folder: page.root).shown(page.path)
    let difference: String
    do throws(RewriteFault) {
      let rewriting = try page.rewriter.rewriting(of: page.document.file, edits: edits)
      difference = try Self.difference(page, edits, path: path)
      if !isTrial { try page.rewriter.write(rewriting) }
    } catch {
      RunReporter.reportFault("'\(path)' stays as it is: \(error.reason)")
      if case .disk = error { throw ExitCode.diskFailure }
      left += 1
      return
    }
    changed += 1
    try RunReporter.print(showsDifference ? difference : path.escapingControls + "\n")
  }

  private static func difference(
    _ page: PageSelection.Page, _ edits: [TextEdit], path: String
  ) throws(RewriteFault) -> String {
    do throws(EditedLines.Fault) {
      return try UnifiedDifference.text(path: path, of: page.document.file.bytes, edits: edits)
    } catch {
      throw .edits(error, .utf8)
    }
  }

  /// `2 files formatted, 5 in order`
  var summary: String {
    let verb = isTrial ? "would be formatted" : "formatted"
    return "\(Summary.counted(changed, "file")) \(verb), \(unchanged) in order"
      + (left == 0 ? "" : ", \(left) left as \(left == 1 ? "it is" : "they are")")
  }
}
