/// A long list cut into pages, so that no page grows with the site: `index.html`, `index-2.html` …
struct ListParts {
  let ranges: [Range<Int>]

  init(of count: Int, atMost most: Int) {
    // The list of parts must not grow long either: the parts grow with the square root.
    var size = most
    while count / size > size { size += most }
    let starts = stride(from: 0, to: max(count, 1), by: size)
    ranges = starts.map { $0..<min($0 + size, count) }
  }

  func fileName(_ part: Int) -> String { part == 0 ? "index.html" : "index-\(part + 1).html" }

  /// Links to the other parts by what stands in them; empty where there is one part only.
  /// - Parameters:
  ///   - folder: what stands before the names of files in addresses.
  ///   - name: what an entry of the list is called.
  func links(
    folder: String, current: Int, _ text: InterfaceText, name: (Int) -> String
  ) -> String {
    guard ranges.count > 1 else { return "" }
    let items = ranges.enumerated().map { part, range in
      let words = HTMLText.escaped(
        text.pageRange(name(range.lowerBound), name(range.upperBound - 1)))
      return part == current
        ? "<li><span aria-current=\"page\">\(words)</span></li>\n"
        : "<li><a href=\"\(folder)\(fileName(part))\">\(words)</a></li>\n"
    }.joined()
    let label = HTMLText.escaped(text.otherLists)
    return "<nav class=\"list-parts\" aria-label=\"\(label)\"><h2>\(label)</h2>\n"
      + "<ol>\n\(items)</ol></nav>\n"
  }
}
