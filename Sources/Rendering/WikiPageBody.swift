import CommonMark
import GuideModel
import SourceText
import Syntax

/// A wiki page as a page of the site: its title, its blocks, its footnotes, its source.
enum WikiPageBody {
  /// - Returns: the tree's writer, ready to be printed.
  static func write(
    _ page: PageReading, links: SiteLinks, text: InterfaceText, values: ProviderValues?,
    slug: String, history: PageHistory? = nil, editURL: String? = nil
  ) -> BodyWriter {
    var writer = BodyWriter(
      page: page, links: links, text: text, values: values, isShownElsewhere: false)
    let (blocks, heading) = withoutTitle(page, values)
    writer.openHeading(
      level: 1, id: heading.flatMap { isPlace($0, of: page) ? writer.id(of: $0) : nil })
    writer.tree.add(text: page.title)
    writer.tree.close()
    writer.titleRange = heading?.range
    writer.headingShift = 2 - (blocks.compactMap(headingLevel).min() ?? 1)
    writer.screenshotNames = ScreenshotNames.names(in: page.guides, text: text)
    writeGuideLinks(page, &writer)
    if isLong(blocks) { writer.writeContents() }
    writer.write(blocks)
    writer.writeFootnotes()
    writer.openHTML("<div class=\"page-source\">", "</div>")
    writer.tree.open(.paragraph)
    writer.link(
      text.sourceOf(page.name),
      to: AddressText.encoded("\(links.root)pages/\(slug)/source/index.html"))
    if let moment = history?.changed { writer.add(" · " + text.changedOn(moment.day)) }
    if history?.changes.isEmpty == false {
      writer.add(" · ")
      writer.link(text.history, to: links.history(slug: slug))
    }
    if let editURL {
      writer.add(" · ")
      writer.link(
        text.editPage, to: AddressPattern.filled(editURL, page: page.name, file: page.path))
    }
    writer.tree.close()
    writer.tree.close()
    return writer
  }

  /// Whether links can name a heading: by the author's anchor, or by its words where the page's wiki
  /// names headings so.
  private static func isPlace(_ heading: Heading, of page: PageReading) -> Bool {
    heading.anchor != nil || page.document.namesHeadingsByWords
      || page.document.naming.headingsAreAnchors
  }

  /// The guides that were read from the page, on whose pages each step stands for itself.
  private static func writeGuideLinks(_ page: PageReading, _ writer: inout BodyWriter) {
    var ids: [String] = []
    for id in page.guides.compactMap(\.clientID) where !ids.contains(id) { ids.append(id) }
    let clients = ids.compactMap { writer.links.library.clientsByID[$0] }
    guard !clients.isEmpty else { return }
    writer.openHTML("<div class=\"page-guides\">", "</div>")
    writer.tree.open(.paragraph)
    writer.add(writer.text.guidesOfPage + ": ")
    for (index, client) in clients.enumerated() {
      if index > 0 { writer.add(" · ") }
      writer.link(writer.text.guideFor(client.name), to: writer.links.client(client.id))
    }
    writer.tree.close()
    writer.tree.close()
  }

  /// Whether a page without a table of contents has so many parts that it needs one.
  private static func isLong(_ blocks: [Block]) -> Bool {
    let hasContents = blocks.contains { if case .tableOfContents = $0 { true } else { false } }
    return !hasContents && blocks.count { headingLevel($0) != nil } >= 4
  }

  private static func headingLevel(_ block: Block) -> Int? {
    guard case .heading(let heading) = block else { return nil }
    return heading.level
  }

  /// The page's blocks but for its title, which is not shown twice, and its heading. A line
  /// with marks of its own is not taken away: its marks would be lost.
  private static func withoutTitle(
    _ page: PageReading, _ values: ProviderValues?
  ) -> (blocks: [Block], heading: Heading?) {
    var blocks = page.document.blocks
    let first = blocks.firstIndex { if case .plugin = $0 { false } else { true } }
    guard let first else { return (blocks, nil) }
    switch blocks[first] {
    case .heading(let heading) where isTitle(heading.content, of: page, values):
      blocks.remove(at: first)
      return (blocks, heading)
    case .paragraph(let paragraph) where isTitle(paragraph.content, of: page, values):
      blocks.remove(at: first)
      return (blocks, nil)
    default: return (blocks, nil)
    }
  }

  private static func isTitle(
    _ content: [Inline], of page: PageReading, _ values: ProviderValues?
  ) -> Bool {
    let file = page.document.file
    let isPlain = content.allSatisfy { inline in
      switch inline {
      case .text: true
      // A name that the wiki links wherever it stands, here to the page itself.
      case .link(let link):
        if case .page(let name, anchor: nil) = link.target {
          file.text(name) == page.name
        } else {
          false
        }
      default: false
      }
    }
    let words = VisibleText.of(content, in: file)
    return isPlain && (values?.filled(words) ?? words) == page.title
  }
}
