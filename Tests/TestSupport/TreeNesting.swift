import SourceText
import Syntax

/// The nodes of a tree that do not lie in the node around them. Footnotes stand where they are marked and
/// are written elsewhere.
package enum TreeNesting {
  package static func misplaced(in document: Document) -> [(range: SourceRange, node: String)] {
    var found: [(range: SourceRange, node: String)] = []
    check(document.blocks, in: SourceRange(0, document.file.bytes.count), &found)
    return found
  }

  private static func check(
    _ blocks: [Block], in parent: SourceRange, _ found: inout [(range: SourceRange, node: String)]
  ) {
    for block in blocks {
      let range = block.range
      if !parent.contains(range) { found.append((range, "\(block)")) }
      switch block {
      case .heading(let heading): check(heading.content, in: range, &found)
      case .paragraph(let paragraph): check(paragraph.content, in: range, &found)
      case .list(let list):
        for item in list.items {
          if !range.contains(item.range) { found.append((item.range, "item")) }
          check(item.blocks, in: item.range, &found)
        }
      case .quote(let quote): check(quote.blocks, in: range, &found)
      case .preformatted(let block):
        found += block.lines.filter { !range.contains($0) }.map { ($0, "line") }
      case .admonition(let admonition):
        check(admonition.title, in: range, &found)
        check(admonition.blocks, in: range, &found)
      case .tabs(let tabs):
        for tab in tabs.tabs {
          if !range.contains(tab.range) { found.append((tab.range, "tab")) }
          check(tab.label, in: tab.range, &found)
          check(tab.blocks, in: tab.range, &found)
        }
      case .table(let table):
        for row in table.rows {
          if !range.contains(row.range) { found.append((row.range, "row")) }
          for cell in row.cells {
            if !row.range.contains(cell.range) { found.append((cell.range, "cell")) }
            check(cell.content, in: cell.range, &found)
          }
        }
      default: break
      }
    }
  }

  private static func check(
    _ inlines: [Inline], in parent: SourceRange, _ found: inout [(range: SourceRange, node: String)]
  ) {
    for inline in inlines {
      // An empty place, as that of a line end between two pieces of a box, shows nothing.
      if !parent.contains(inline.range), !inline.range.isEmpty {
        found.append((inline.range, "\(inline)"))
      }
      switch inline {
      case .styled(_, let content, let range): check(content, in: range, &found)
      case .link(let link): check(link.label, in: link.range, &found)
      // Words for which no place was found.
      case .character(let words, let range) where range.isEmpty && !words.isEmpty:
        found.append((range, words))
      default: break
      }
    }
  }
}
