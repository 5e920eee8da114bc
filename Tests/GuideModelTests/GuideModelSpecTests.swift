import GuideModel
import SourceText
import Syntax
import TestSupport
import Testing

/// The pages of `Spec` against what is understood of them. `dialect=markdown` behind `wiki` says what
/// the source is written in.
@Suite struct GuideModelSpecTests {
  private static let pages = SpecPage.all(expecting: "model")

  @Test(arguments: pages)
  func model(_ page: SpecPage) {
    let dialect = page.marks["dialect"].flatMap(Dialect.init) ?? .pukiwiki
    let file = SourceFile(
      path: page.pageName + "." + dialect.fileExtensions[0], text: page.source)
    let reader = GuideReader(vocabulary: .standard)
    let reading = reader.read(dialect.parse(file), name: page.pageName)
    let complaint = page.complaint(about: ModelDump.text(reading))
    #expect(complaint == nil, "\(complaint ?? "")")
  }

  @Test func casesAreThere() {
    #expect(Self.pages.count >= 15)
  }
}
