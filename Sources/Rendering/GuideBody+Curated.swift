import CommonMark
import GuideModel
import SourceText

/// Where curated facts come from: the line of the data file, and what its curator names.
extension GuideBody {
  mutating func addCuratedSource(_ evidence: Evidence, isAlone: Bool) {
    guard let range = lines.lines(of: evidence),
      let reference = site.library.curated.references[evidence]
    else { return }
    if !isAlone { writer.add(" ") }
    writer.tree.open(
      .customInline(
        .init(html: ("<span class=\"source\">", "</span>"), markdown: ("(", ")"))))
    writer.add(text.source + ": ")
    if reference.hasPrefix("https://") || reference.hasPrefix("http://"),
      SiteLinks.isSafe(reference)
    {
      writer.tree.open(.link(url: AddressText.encoded(reference)))
      writer.add(reference)
      writer.tree.close()
    } else {
      writer.add(reference)
    }
    writer.add(" (\(evidence.path), \(text.line(range.lowerBound)))")
    writer.tree.close()
  }
}
