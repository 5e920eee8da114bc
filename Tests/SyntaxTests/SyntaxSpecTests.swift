import SourceText
import Syntax
import TestSupport
import Testing

/// The pages of `Spec` against the trees that they make.
@Suite struct SyntaxSpecTests {
  private static let pages = SpecPage.all(expecting: "tree")

  @Test(arguments: pages)
  func tree(_ page: SpecPage) {
    let file = SourceFile(path: page.description + ".txt", text: page.source)
    let complaint = page.complaint(about: DocumentDump.text(Dialect.pukiwiki.parse(file)))
    #expect(complaint == nil, "\(complaint ?? "")")
  }

  @Test func casesAreThere() {
    #expect(Self.pages.count >= 25)
  }
}
