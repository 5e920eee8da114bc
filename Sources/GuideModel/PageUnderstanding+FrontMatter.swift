import SourceText
import Syntax

/// What an author says of the page as a whole in lines before its text. Other words belong to other
/// tools and are left alone.
///
/// ```
/// title, description, lang | language, aliases | redirect_from | redirects, draft
/// ```
extension PageUnderstanding {
  mutating func readFrontMatter() {
    for field in document.frontMatter {
      let values = field.values.map(file.text).filter { !$0.isEmpty }
      guard let first = values.first else { continue }
      switch file.text(field.key).lowercased() {
      case "title":
        stated.title = Excerpt(first, evidence: evidence(field.values[0]))
      case "description", "summary": stated.description = stated.description ?? first
      case "lang", "language":
        if first.wholeMatch(of: /[a-z]{2,3}(-[A-Za-z0-9]+)*/) != nil { stated.language = first }
      case "aliases", "redirect_from", "redirects":
        stated.formerNames += values.compactMap { Self.formerName($0, of: name) }
      case "draft": stated.isDraft = first.lowercased() == "true"
      default: continue
      }
      remarks.append(Remark(range: field.range, text: "the author says so before the text"))
    }
  }

  /// A former address or name as the name of a page: `/old/page/` and `old/page.md` are `old/page`.
  /// What stands beside the page is written as its own tools want it: with a slash from the top, else
  /// from the page's folder where it begins with a dot.
  private static func formerName(_ written: String, of page: String) -> String? {
    guard !written.contains("://"),
      let path = FilePath.resolved(
        written.hasPrefix(".") ? written : "/" + written, on: page)
    else { return nil }
    return path.isEmpty ? nil : FilePath.withoutPageEnding(path)
  }
}
