import SourceText
import Syntax
import TestSupport
import Testing

/// The pages of `Spec` against the trees that they make.
///
/// Marks behind `wiki` say how the wiki is set up: `pages=A,B`, `wikinames=off`, `autolink=8`,
/// `multiline=off`, `dialect=yukiwiki`.
@Suite struct SyntaxSpecTests {
  private static let pages = SpecPage.all(expecting: "tree")

  @Test(arguments: pages)
  func tree(_ page: SpecPage) {
    let file = SourceFile(path: page.description + ".txt", text: page.source)
    let dialect = page.marks["dialect"].flatMap(Dialect.init(rawValue:)) ?? .pukiwiki
    let tree = dialect.parse(file, settings: page.settings)
    let complaint = page.complaint(about: DocumentDump.text(tree))
    #expect(complaint == nil, "\(complaint ?? "")")
  }

  @Test func casesAreThere() {
    #expect(Self.pages.count >= 25)
  }
}

extension SpecPage {
  fileprivate var settings: WikiSettings {
    var settings = WikiSettings()
    settings.pageNames = Set((marks["pages"] ?? "").split(separator: ",").map(String.init))
    settings.linksWikiNames = marks["wikinames"] != "off"
    settings.readsMultilinePlugins = marks["multiline"] != "off"
    settings.autoLinks = marks["autolink"].flatMap { Int($0) }.map {
      AutoLinkNames(settings.pageNames, minimumBytes: $0)
    }
    return settings
  }
}
