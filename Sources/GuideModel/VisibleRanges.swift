import SourceText
import Syntax

/// Where a page's visible words stand in its source: text of all blocks, without addresses.
enum VisibleRanges {
  static func of(_ document: Document) -> [SourceRange] {
    var ranges: [SourceRange] = []
    collect(document.blocks, into: &ranges)
    return ranges
  }

  private static func collect(_ blocks: [Block], into ranges: inout [SourceRange]) {
    for block in blocks {
      switch block {
      case .heading(let heading): collect(heading.content, into: &ranges)
      case .paragraph(let paragraph): collect(paragraph.content, into: &ranges)
      case .list(let list): for item in list.items { collect(item.blocks, into: &ranges) }
      case .definitionList(let list):
        for entry in list.entries {
          collect(entry.term, into: &ranges)
          collect(entry.definition, into: &ranges)
        }
      case .quote(let quote): collect(quote.blocks, into: &ranges)
      case .table(let table):
        for row in table.rows { for cell in row.cells { collect(cell.content, into: &ranges) } }
      case .aligned(let aligned): collect(aligned.blocks, into: &ranges)
      case .admonition(let admonition):
        collect(admonition.title, into: &ranges)
        collect(admonition.blocks, into: &ranges)
      case .tabs(let tabs):
        for tab in tabs.tabs {
          collect(tab.label, into: &ranges)
          collect(tab.blocks, into: &ranges)
        }
      case .preformatted, .rule, .tableOfContents, .spacer, .anchor, .inclusion, .pageList,
        .navigation, .plugin:
        break
      }
    }
  }

  private static func collect(_ inlines: [Inline], into ranges: inout [SourceRange]) {
    for inline in inlines {
      switch inline {
      case .text(let range): ranges.append(range)
      case .styled(.code, _, _): break
      case .styled(_, let content, _), .footnote(let content, _), .ruby(let content, _, _):
        collect(content, into: &ranges)
      case .plugin(let plugin): collect(plugin.content, into: &ranges)
      case .link(let link):
        // A label that is the address itself is no prose.
        if link.label.count == 1, link.label[0].range == link.targetRange { continue }
        collect(link.label, into: &ranges)
      case .character, .lineBreak, .softBreak, .image, .anchor: break
      }
    }
  }
}
