import GuideModel
import SourceText
import Syntax

/// A few wiki pages that show a rule at work: documentation and test in one.
package struct Example: Sendable {
  package let title: String
  package let pages: [(path: String, text: String)]
  /// Paths of the image files that the example's site has.
  package let images: [String]

  init(_ title: String, pages: [(path: String, text: String)], images: [String] = []) {
    self.title = title
    self.pages = pages
    self.images = images
  }

  /// An example of one page.
  init(_ title: String, _ text: String, images: [String] = []) {
    self.init(title, pages: [("Example.txt", text)], images: images)
  }

  /// The address whose files an example's `images/` folder mirrors.
  package static let mirror = ImageSources.Mirror(
    prefix: "https://wiki.example/images/", folder: "images/")

  /// The example as a site, read with the standard vocabulary.
  package var index: SiteIndex {
    let reader = GuideReader(vocabulary: .standard)
    let readings = pages.map { page in
      let name = page.path.split(separator: ".").first.map(String.init) ?? page.path
      let file = SourceFile(path: page.path, text: page.text)
      return reader.read(Dialect.pukiwiki.parse(file), name: name)
    }
    return SiteIndex(
      library: GuideLibrary(
        pages: readings, houses: [House(id: "", title: "", pages: readings)]),
      images: ImageSources(mirrors: [Self.mirror], files: images), knownUnreadNames: [])
  }

  /// What one rule finds on the example's pages.
  package func diagnostics(of rule: Rule) -> [Diagnostic] {
    Validator(index: index, severities: [:]).findings { pages, work in pages.map(work) }
      .diagnostics.filter { $0.rule == rule.name }
  }
}
