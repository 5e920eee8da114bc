import CommonMark
import Foundation
import GuideModel
import SourceText
import Syntax
import TestSupport
import Testing

@testable import Rendering

/// Wiki text against the structure of what PukiWiki itself makes of it.
///
/// The cases in `Spec` with a block `structure` were checked with PukiWiki 1.5.4. With
/// `PUKIWIKI_CASES=folder` in the environment, all pairs `NAME.txt` and `NAME.html` of a folder are
/// compared, the second of each being PukiWiki's own.
@Suite struct StructureTests {
  private static let pages = SpecPage.all(expecting: "structure").filter(\.hasExpectation)

  @Test(arguments: pages)
  func structure(_ page: SpecPage) {
    let complaint = page.complaint(about: PrintedPage(page.source, others: page.others).structure)
    #expect(complaint == nil, "\(complaint ?? "")")
  }

  @Test(.enabled(if: folder != nil), arguments: names)
  func agreesWithPukiWiki(_ name: String) throws {
    let folder = try #require(Self.folder)
    let source = try String(contentsOfFile: "\(folder)/\(name).txt", encoding: .utf8)
    let html = try String(contentsOfFile: "\(folder)/\(name).html", encoding: .utf8)
    let theirs = HTMLStructure.of(html)
    let ours = PrintedPage(source, others: Self.pages(linkedFrom: theirs)).structure
    #expect(ours == theirs, "\(SpecPage.change(from: theirs, to: ours))")
  }

  private static let folder = ProcessInfo.processInfo.environment["PUKIWIKI_CASES"]

  private static var names: [String] {
    let files = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0) } ?? []
    return files.filter { $0.hasSuffix(".html") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// What PukiWiki links to is there.
  private static func pages(linkedFrom structure: String) -> [String] {
    structure.split(separator: "\n").compactMap { line in
      guard let start = line.firstRange(of: "link page ") else { return nil }
      return String(line.suffix(from: start.upperBound).prefix { $0 != "#" })
    }
  }
}

extension SpecPage {
  /// The pages that are there besides this one: the mark `pages=A,B`.
  var others: [String] { marks["pages"]?.split(separator: ",").map(String.init) ?? [] }
}

/// The blocks of one page, printed as HTML, among other pages that are empty.
private struct PrintedPage {
  let structure: String

  init(_ source: String, others: [String]) {
    let reader = GuideReader(vocabulary: .standard)
    var settings = WikiSettings()
    settings.readsMultilinePlugins = false
    settings.pageNames = Set(others).union(["SandBox"])
    let file = SourceFile(path: "SandBox.txt", text: source)
    let page = reader.read(Dialect.pukiwiki.parse(file, settings: settings), name: "SandBox")
    let library = GuideLibrary(
      pages: [page]
        + settings.pageNames.subtracting(["SandBox"]).map { name in
          let file = SourceFile(path: name + ".txt", text: "")
          return reader.read(Dialect.pukiwiki.parse(file), name: name)
        })
    let links = SiteLinks(
      library: library, images: ImageSources(mirrors: [], files: []), showsRemoteImages: true,
      root: "", edition: "", clients: ClientAddresses([]))
    var writer = BodyWriter(
      page: page, links: links, text: SiteTexts().of("ja"), isShownElsewhere: false)
    writer.write(page.document.blocks)
    let names = Dictionary(
      library.pages.compactMap { page in
        library.directory[page].map { (links.page(slug: $0.slug), page.name) }
      }, uniquingKeysWith: { first, _ in first })
    structure = HTMLStructure.of(String(decoding: writer.tree.html(), as: UTF8.self)) { address in
      let parts = address.split(separator: "#", omittingEmptySubsequences: false)
      return names[String(parts[0])].map { $0 + (parts.count > 1 ? "#" + parts[1] : "") }
    }
  }
}
