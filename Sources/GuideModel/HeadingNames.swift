import SourceText
import Syntax

/// The ids of a page's headings, and the words by which links of other tools name them.
///
/// ```
/// ## What's new?      id: What-s-new     also: #whats-new #what-s-new #what-s-new-1 …
/// ```
package struct HeadingNames: Sendable {
  /// By the heading's range.
  package private(set) var ids: [SourceRange: String] = [:]
  /// To find further ids that differ from those.
  package private(set) var uniqueIDs = UniqueIDs()

  /// The author's own anchors come first: other pages link to them.
  /// - Parameters:
  ///   - naming: how the page's wiki tells names of places apart.
  ///   - words: what readers see of a heading.
  package init(
    _ headings: [Heading], in file: SourceFile, naming: PageNaming, words: (Heading) -> String
  ) {
    for heading in headings {
      guard let anchor = heading.anchor else { continue }
      ids[heading.range] = uniqueIDs.unique(AnchorID.id(of: naming.anchor(file.text(anchor))))
    }
    for heading in headings where heading.anchor == nil {
      ids[heading.range] = uniqueIDs.unique(PageDirectory.slug(of: words(heading)))
    }
  }

  /// The ids of headings by the fragments that GitHub, MkDocs and their like make of their words.
  static func fragments(of page: PageReading) -> [String: String] {
    let file = page.document.file
    if page.document.naming.headingsAreAnchors { return countedPlaces(of: page) }
    guard page.document.namesHeadingsByWords else { return [:] }
    let headings = page.facts.headings
    let names = HeadingNames(headings, in: file, naming: page.document.naming) {
      VisibleText.of($0.content, in: file)
    }
    var fragments: [String: String] = [:]
    var uses: [String: Int] = [:]
    for heading in headings {
      guard let id = names.ids[heading.range] else { continue }
      let words = VisibleText.of(heading.content, in: file)
      for name in Set([folded(words), folded(words.filter { !isDropped($0) })]) {
        let count = uses[name, default: 0]
        uses[name] = count + 1
        // GitHub and MkDocs number the second of two headings 1.
        let key = count == 0 ? name : "\(name)-\(count)"
        if fragments[key] == nil { fragments[key] = id }
      }
    }
    return fragments
  }

  /// The ids of headings whose words an earlier heading has too, by the names that the page's wiki gives
  /// them: `Foo_2`, `foo1`.
  private static func countedPlaces(of page: PageReading) -> [String: String] {
    let file = page.document.file
    let naming = page.document.naming
    let headings = page.facts.headings
    let names = HeadingNames(headings, in: file, naming: naming) {
      VisibleText.of($0.content, in: file)
    }
    var places: [String: String] = [:]
    var uses: [String: Int] = [:]
    for heading in headings {
      guard let anchor = heading.anchor, let id = names.ids[heading.range] else { continue }
      let name = naming.anchor(file.text(anchor))
      let count = uses[name.lowercased(), default: 0] + 1
      uses[name.lowercased()] = count
      guard let counted = naming.anchor(name, use: count) else { continue }
      let key = folded(counted)
      if places[key] == nil { places[key] = id }
    }
    return places
  }

  /// What is the same in all their ways to make a fragment: letters in small, one dash for all else.
  package static func folded(_ words: String) -> String {
    let plain = PercentText.decoded(words) ?? words
    return PageDirectory.slug(of: plain).lowercased().replacing("_", with: "-")
  }

  /// Marks that are left out, where others become a dash.
  private static func isDropped(_ character: Character) -> Bool {
    guard !character.isWhitespace, character != "-", character != "_" else { return false }
    return !character.isLetter && !character.isNumber
  }
}
