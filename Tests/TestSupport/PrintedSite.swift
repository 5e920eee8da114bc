import GuideModel
import Rendering
import SourceText
import Syntax

/// A site of one page, of any text in any dialect, read, understood and printed in memory.
package struct PrintedSite {
  package let page: PageReading
  private let renderer: SiteRenderer
  /// Folding the vocabulary takes longer than reading a page.
  private static let reader = GuideReader(vocabulary: .standard)

  package init(_ text: String, dialect: Dialect) {
    self.init(SourceFile(path: "x." + dialect.fileExtensions[0], text: text), dialect: dialect)
  }

  package init(_ file: SourceFile, dialect: Dialect) {
    var settings = WikiSettings()
    settings.pageNames = ["x", "設定", "Mail/Setup"]
    page = Self.reader.read(dialect.parse(file, settings: settings), name: "x")
    renderer = SiteRenderer(
      library: GuideLibrary(pages: [page]),
      settings: RenderSettings(
        title: "Site", language: "ja", baseURL: "https://help.example/", asOf: "2026-01-02",
        generatorVersion: "test",
        images: ImageSources(
          mirrors: [.init(prefix: "http://a.b/", folder: "images/")], files: ["images/c.png"]),
        digests: [file.path: String(repeating: "0", count: 64)], showsRemoteImages: true))
  }

  /// What is printed of the page and of each client that it names.
  package var files: [RenderedFile] {
    renderer.pages.flatMap(renderer.files(for:))
      + renderer.clientPages.flatMap(renderer.files(for:))
  }

  /// What is wrong with its pages of HTML, with the path of each.
  package var faults: [String] {
    files.filter { $0.path.hasSuffix(".html") }.flatMap { file in
      HTMLFaults.of(file.bytes).map { "\(file.path): \($0)" }
    }
  }
}
