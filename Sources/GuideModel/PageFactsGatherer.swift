import SourceText
import Syntax

extension PageFacts {
  /// Gathers a document's facts in one walk over its tree.
  package init(_ document: Document) {
    self.init()
    unclosedMarks = document.unclosedMarks
    isJapanese = JapaneseLetters.areMany(in: document.file)
    gather(document.blocks, in: document.file)
    words = PackedRanges(VisibleRanges.of(document))
    links = links.fitted
    images = images.fitted
    headings = headings.fitted
    anchors = anchors.fitted
    plugins = plugins.fitted
  }

  private mutating func gather(_ blocks: [Block], in file: SourceFile) {
    for block in blocks {
      switch block {
      case .heading(let heading):
        headings.append(heading)
        if let anchor = heading.anchor { anchors.append(anchor) }
        gather(heading.content)
      case .paragraph(let paragraph): gather(paragraph.content)
      case .list(let list): for item in list.items { gather(item.blocks, in: file) }
      case .definitionList(let list):
        for entry in list.entries {
          gather(entry.term)
          gather(entry.definition, in: file)
        }
      case .quote(let quote): gather(quote.blocks, in: file)
      case .table(let table):
        for row in table.rows { for cell in row.cells { gather(cell.content) } }
      case .aligned(let aligned): gather(aligned.blocks, in: file)
      case .admonition(let admonition):
        gather(admonition.title)
        gather(admonition.blocks, in: file)
      case .tabs(let tabs):
        for tab in tabs.tabs {
          gather(tab.label)
          gather(tab.blocks, in: file)
        }
      case .anchor(let name, range: _): anchors.append(name)
      case .inclusion(let inclusion): inclusions.append(inclusion)
      case .plugin(let plugin): plugins.append(plugin)
      case .preformatted(let block): gather(block.content)
      case .rule, .tableOfContents, .spacer, .pageList, .navigation: break
      }
    }
  }

  private mutating func gather(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .styled(_, let content, _), .footnote(let content, _), .ruby(let content, _, _):
        gather(content)
      case .link(let link):
        links.append(link)
        gather(link.label)
      case .image(let image): images.append(image)
      case .anchor(let name, _): anchors.append(name)
      case .plugin(let plugin):
        plugins.append(plugin)
        gather(plugin.content)
      case .text, .character, .lineBreak, .softBreak: break
      }
    }
  }
}
