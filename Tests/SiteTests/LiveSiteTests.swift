import Foundation
import Site
import Testing

/// A site that is read again after each edit is the one that is built of the same files.
@Suite struct LiveSiteTests {
  /// Texts that pages are given in turn: they make links dead and alive, clients come and go, and
  /// most pages Japanese or English.
  private static let texts = [
    TemporarySite.page,
    "*Setting up Thunderbird\n-(1) Open the menu.\n-(2) Save. See [[B]].\n",
    "*Mailerabcd\n**設定例(Mailerabcdの場合)\n-(1)起動する。\n-(2)[[A]]を見る。\n",
    "*POP before SMTP\n**対応メールソフト\n-手動対応ソフト\n--Mailerabcd\n--Mailerabce\n"
      + "--[[Thunderbird>C]]\n",
    "Nothing but [[A]], [[B]], [[C]] and [[D]].\n",
  ]
  private static let pages = ["A.txt", "B.txt", "C.txt", "Folder/D.txt"]

  /// Which page is changed in which round, and into what; nil where it is removed.
  private static let edits: [(page: Int, text: Int?)] = (0..<24).map { round in
    let number = (round * 7 + round * round * 3 + 5) % 35
    return (number % 4, number % 6 == 5 ? nil : number % 5)
  }

  @Test func pagesAreThoseOfABuiltSite() throws {
    let site = try TemporarySite()
    for page in Self.pages { try site.add(page) }
    let content = URL(filePath: site.content).resolvingSymlinksInPath().path
    let live = LiveSite(content: content, asOf: "2026-01-01", version: "test")
    _ = try live.read(changed: nil)
    for (page, text) in Self.edits {
      let path = Self.pages[page]
      if let text {
        try site.add(path, Self.texts[text])
      } else {
        try? FileManager.default.removeItem(atPath: site.content + "/" + path)
      }
      let model = try live.read(changed: [content + "/" + path])
      try FileManager.default.removeItemIfThere(site.output)
      _ = try SiteBuilder(content: content, asOf: "2026-01-01", version: "test")
        .build(output: site.output, failOn: nil)
      #expect(!model.paths.isEmpty)
      for path in model.paths where path.hasSuffix(".html") {
        guard case .bytes(let shown)? = model.file(at: path) else {
          Issue.record("'\(path)' is not shown")
          continue
        }
        let built = FileManager.default.contents(atPath: site.output + "/" + path)
        #expect(built.map(Array.init) == shown, "\(path)")
      }
    }
  }
}

extension FileManager {
  fileprivate func removeItemIfThere(_ path: String) throws {
    if fileExists(atPath: path) { try removeItem(atPath: path) }
  }
}
