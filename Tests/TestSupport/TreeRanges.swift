import SourceText
import Syntax

/// Every range that a tree holds, in no particular order.
package enum TreeRanges {
  package static func all(in document: Document) -> [SourceRange] {
    var ranges = document.unclosedMarks
    for field in document.frontMatter { ranges += [field.key, field.range] + field.values }
    ranges += [document.title, document.redirection].compactMap { $0 }
    ranges += document.unreadMarkup.map(\.range)
    for comment in document.comments { ranges += [comment.range, comment.text] }
    for diagnostic in document.diagnostics { ranges += [diagnostic.place.range].compactMap { $0 } }
    add(document.blocks, to: &ranges)
    return ranges
  }

  private static func add(_ blocks: [Block], to ranges: inout [SourceRange]) {
    for block in blocks {
      ranges.append(block.range)
      switch block {
      case .heading(let heading):
        ranges += [heading.anchor].compactMap { $0 }
        add(heading.content, to: &ranges)
      case .paragraph(let paragraph): add(paragraph.content, to: &ranges)
      case .list(let list):
        for item in list.items {
          ranges += [item.range] + [item.label].compactMap { $0 }
          add(item.blocks, to: &ranges)
        }
      case .definitionList(let list):
        for entry in list.entries {
          ranges.append(entry.range)
          add(entry.term, to: &ranges)
          add(entry.definition, to: &ranges)
        }
      case .quote(let quote): add(quote.blocks, to: &ranges)
      case .preformatted(let preformatted):
        ranges += preformatted.lines + [preformatted.language].compactMap { $0 }
      case .table(let table):
        for row in table.rows {
          ranges.append(row.range)
          for cell in row.cells {
            ranges.append(cell.range)
            add(cell.content, to: &ranges)
          }
        }
      case .aligned(let aligned): add(aligned.blocks, to: &ranges)
      case .admonition(let admonition):
        ranges.append(admonition.kind)
        add(admonition.title, to: &ranges)
        add(admonition.blocks, to: &ranges)
      case .tabs(let tabs):
        for tab in tabs.tabs {
          ranges.append(tab.range)
          add(tab.label, to: &ranges)
          add(tab.blocks, to: &ranges)
        }
      case .plugin(let plugin): add(plugin, to: &ranges)
      case .anchor(let name, range: _): ranges.append(name)
      case .inclusion(let inclusion): ranges.append(inclusion.page)
      case .pageList(let list): ranges += [list.parent].compactMap { $0 }
      case .navigation(let navigation): ranges += [navigation.home].compactMap { $0 }
      case .rule, .tableOfContents, .spacer: break
      }
    }
  }

  private static func add(_ inlines: [Inline], to ranges: inout [SourceRange]) {
    for inline in inlines {
      ranges.append(inline.range)
      switch inline {
      case .text, .character, .lineBreak, .softBreak: break
      case .styled(let style, let content, _):
        if case .coloured(let colour) = style { ranges.append(colour) }
        add(content, to: &ranges)
      case .footnote(let content, _): add(content, to: &ranges)
      case .ruby(let content, let reading, range: _):
        ranges.append(reading)
        add(content, to: &ranges)
      case .link(let link):
        ranges += [link.targetRange] + [link.title].compactMap { $0 }
        add(link.label, to: &ranges)
        switch link.target {
        case .page(let name, let anchor), .file(let name, let anchor):
          ranges += [name] + [anchor].compactMap { $0 }
        case .anchor(let range), .url(let range), .mail(let range): ranges.append(range)
        case .interWiki(let wiki, let name): ranges += [wiki, name]
        case .attachment(let name, let page): ranges += [name] + [page].compactMap { $0 }
        }
      case .image(let image):
        ranges += [image.source] + [image.description, image.title].compactMap { $0 }
        if case .page(let page) = image.holder { ranges.append(page) }
      case .anchor(let name, _): ranges.append(name)
      case .plugin(let plugin): add(plugin, to: &ranges)
      }
    }
  }

  private static func add(_ plugin: Plugin, to ranges: inout [SourceRange]) {
    ranges += [plugin.name] + [plugin.arguments].compactMap { $0 } + plugin.lines
    add(plugin.content, to: &ranges)
  }
}
