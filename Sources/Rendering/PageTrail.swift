/// Where a page stands: the way to it from the front page, and the pages before and behind it.
struct PageTrail {
  let text: InterfaceText
  /// The way to the site's root.
  let root: String

  struct Place {
    let name: String
    /// From the site's root.
    let path: String
  }

  /// The places above a page, and its own name.
  func breadcrumbs(_ places: [Place], current: String) -> String {
    let links = places.map { place in
      "<li><a href=\"\(address(place))\">\(HTMLText.escaped(place.name))</a></li>"
    }.joined()
    return """
      <nav class="breadcrumbs" aria-label="\(HTMLText.escaped(text.breadcrumbs))"><ol>\(links)\
      <li aria-current="page">\(HTMLText.escaped(current))</li></ol></nav>

      """
  }

  /// Empty where a page stands alone.
  func neighbours(previous: Place?, next: Place?) -> String {
    let links = [("prev", text.previous, previous), ("next", text.next, next)].compactMap {
      relation, word, place in
      place.map { place in
        "<a class=\"neighbour-\(relation)\" rel=\"\(relation)\" href=\"\(address(place))\">"
          + "<span>\(HTMLText.escaped(word))</span> \(HTMLText.escaped(place.name))</a>"
      }
    }
    guard !links.isEmpty else { return "" }
    let label = HTMLText.escaped("\(text.previous) / \(text.next)")
    return "<nav class=\"neighbours\" aria-label=\"\(label)\">\(links.joined())</nav>\n"
  }

  private func address(_ place: Place) -> String { root + AddressText.encoded(path: place.path) }
}
