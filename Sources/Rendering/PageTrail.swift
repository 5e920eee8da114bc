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
  func breadcrumbs(_ places: [Place], current: String) -> [UInt8] {
    var html = PageBytes(capacity: 512)
    html.add("<nav class=\"breadcrumbs\" aria-label=\"")
    html.add(escaped: text.breadcrumbs)
    html.add("\"><ol>")
    for place in places {
      html.add("<li><a href=\"")
      add(address: place, to: &html)
      html.add("\">")
      html.add(escaped: place.name)
      html.add("</a></li>")
    }
    html.add("<li aria-current=\"page\">")
    html.add(escaped: current)
    html.add("</li></ol></nav>\n")
    return html.bytes
  }

  /// Empty where a page stands alone.
  func neighbours(previous: Place?, next: Place?) -> [UInt8] {
    guard previous != nil || next != nil else { return [] }
    var html = PageBytes(capacity: 512)
    html.add("<nav class=\"neighbours\" aria-label=\"")
    html.add(escaped: text.previous)
    html.add(" / ")
    html.add(escaped: text.next)
    html.add("\">")
    add(previous, "prev", text.previous, to: &html)
    add(next, "next", text.next, to: &html)
    html.add("</nav>\n")
    return html.bytes
  }

  private func add(
    _ place: Place?, _ relation: String, _ word: String, to html: inout PageBytes
  ) {
    guard let place else { return }
    html.add("<a class=\"neighbour-\(relation)\" rel=\"\(relation)\" href=\"")
    add(address: place, to: &html)
    html.add("\"><span>")
    html.add(escaped: word)
    html.add("</span> ")
    html.add(escaped: place.name)
    html.add("</a>")
  }

  private func add(address place: Place, to html: inout PageBytes) {
    html.add(root)
    html.add(path: place.path)
  }
}
