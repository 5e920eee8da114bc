import CommonMark
import GuideModel
import Syntax

/// A wiki page as a page of the site: its title, its blocks, its footnotes, its source.
enum WikiPageBody {
  /// - Returns: the tree's writer, ready to be printed.
  static func write(
    _ page: PageReading, links: SiteLinks, text: InterfaceText, slug: String
  ) -> BodyWriter {
    var writer = BodyWriter(page: page, links: links, text: text, isShownElsewhere: false)
    writer.openHeading(level: 1)
    writer.tree.add(text: page.title)
    writer.tree.close()
    let blocks = blocksWithoutTitle(page)
    writer.headingShift = 2 - (blocks.compactMap(headingLevel).min() ?? 1)
    writer.screenshotNames = ScreenshotNames.names(in: page.guides, text: text)
    writer.write(blocks)
    writer.writeFootnotes()
    writer.openHTML("<div class=\"page-source\">", "</div>")
    writer.tree.open(.paragraph)
    writer.tree.open(
      .link(url: AddressText.encoded("\(links.root)pages/\(slug)/source/index.html")))
    writer.tree.add(text: text.sourceOf(page.name))
    writer.tree.close()
    writer.tree.close()
    writer.tree.close()
    return writer
  }

  private static func headingLevel(_ block: Block) -> Int? {
    guard case .heading(let heading) = block else { return nil }
    return heading.level
  }

  /// A first heading or line that is the title itself is not shown twice.
  private static func blocksWithoutTitle(_ page: PageReading) -> [Block] {
    let file = page.document.file
    let words: String? =
      switch page.document.blocks.first {
      case .heading(let heading)? where heading.anchor == nil:
        VisibleText.of(heading.content, in: file)
      case .paragraph(let paragraph)?: VisibleText.of(paragraph.content, in: file)
      default: nil
      }
    return words == page.title ? Array(page.document.blocks.dropFirst()) : page.document.blocks
  }
}
