import ArgumentParser
import Site
import SourceText

/// `wikiguide import`: writes a wiki's pages out as plain files of a content folder.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring a wiki's pages into a content folder.",
    discussion: """
      SOURCE is the folder of a PukiWiki, YukiWiki or PyukiWiki, the data folder of a DokuWiki, \
      the XML export of a MediaWiki, a folder of pages in any encoding, one page, or the text of a wiki's difference view as a browser copies it. Run \
      again, the command brings over what changed. A file that was edited here is never \
      overwritten without --force. The file \(ImportManifest.name) says where each file came from.

      Examples:
        wikiguide import /var/www/pukiwiki --into content
        wikiguide import pages-from-1998 --into content --encoding euc-jp
        wikiguide import dokuwiki/data --into content
        wikiguide import mediawiki-export.xml --into content
        wikiguide import captured.txt --into content --revision old
      """)

  @Argument(help: "A wiki's folder or export, a folder of pages, or one page.")
  var source: String

  @Option(help: ArgumentHelp("The content folder to write.", valueName: "dir"))
  var into: String

  @Option(
    help: ArgumentHelp(
      "The kind of wiki, where its folder does not tell: pukiwiki, yukiwiki, pyukiwiki or dokuwiki.",
      valueName: "kind"))
  var kind: Kind?

  @Option(help: "The encoding of names and pages; 'auto' finds it by what the bytes say.")
  var encoding = EncodingName.auto

  @Option(help: "Which revision of a difference view becomes the page.")
  var revision = Revision.both

  @Flag(help: "Overwrite files that were edited here.")
  var force = false

  @OptionGroup var limit: FailOnOption
  @OptionGroup var talk: ProgressOptions

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case pukiwiki, yukiwiki, pyukiwiki, dokuwiki
  }

  enum EncodingName: String, ExpressibleByArgument, CaseIterable {
    case auto
    case utf8 = "utf-8"
    case eucJP = "euc-jp"
    case shiftJIS = "shift_jis"
    case iso2022JP = "iso-2022-jp"
  }

  enum Revision: String, ExpressibleByArgument, CaseIterable { case new, old, both }

  func run() throws {
    let request = ImportRequest(
      source: source, target: into, kind: kind?.rawValue, encoding: encoding.rawValue,
      revision: ImportRequest.Revision(rawValue: revision.rawValue) ?? .both, isForced: force)
    let display = ProgressDisplay(talk)
    let importer = Importer(request, progress: display.progress)
    let report = try RunReporter.run { () throws(SiteFault) in
      try display.during { () throws(SiteFault) in try importer.run() }
    }
    RunReporter.reportFindings(report.findings)
    try RunReporter.print(
      talk.closing(Summary.imported(report, into: into), after: display.duration))
    try RunReporter.fail(report.findings, on: limit.failOn)
  }
}
