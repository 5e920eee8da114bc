import Glibc

@testable import Site

/// Reads a MediaWiki's export, which is read from a file a window at a time.
enum ExportFuzzer {
  private static let path = "/tmp/wikiguide-export-\(getpid()).xml"

  static func take(_ bytes: [UInt8]) {
    unlink(path)
    do {
      try FileSystem.writeNew(path, bytes)
      let export = try MediaWikiExport.read(path, name: "x.xml")
      for text in export.pages.flatMap(\.revisions).map(\.text) { _ = try text.bytes() }
    } catch {
      fatalError("\(error)")
    }
    unlink(path)
  }
}
