import CommonMark
import GuideModel
import ImageFiles
import SourceText
import Syntax

/// Writes blocks of wiki pages into a CommonMark tree.
///
/// Goes in: blocks of one or more pages, one after the other. Comes out: a tree, printed as HTML and
/// as Markdown. Ids of HTML are unique however often an anchor is written.
struct BodyWriter: ~Copyable {
  var tree = CommonMarkTree()
  let links: SiteLinks
  let text: InterfaceText
  /// What placeholders stand for; nil where the site's content does not say.
  let values: ProviderValues?
  /// The page whose blocks are being written.
  var page: PageReading { didSet { file = page.document.file } }
  private(set) var file: SourceFile
  /// Whether the page's text is shown on another page, which must not take over its anchors.
  var isShownElsewhere: Bool
  /// The pages around the one being written, where it is shown within others, by path.
  var including: [String] = []
  var inclusionCount = 0
  /// How many headings and other pages were listed.
  var listedCount = 0
  var imageCount = 0
  /// That of the last picture whose size is known: its neighbours are likely as large.
  var lastPixelSize: PixelSize?
  /// Added to the level of headings, so that a page's top headings stand right below its title.
  var headingShift = 1
  /// Stretches of text that become links, such as references to steps; sorted.
  var references: [(range: SourceRange, address: String)] = []
  /// What pictures of steps show, by their ranges on the page.
  var screenshotNames: [SourceRange: String] = [:]
  var footnotes: [(content: [Inline], page: PageReading)] = []
  var ids = UniqueIDs()
  /// The ids of the page's headings, by their ranges.
  var headingIDs: [SourceRange: String] = [:]
  /// The heading that is shown as the page's title and not among its blocks.
  var titleRange: SourceRange?
  var isInCell = false
  var isInHeading = false
  var isInPreformatted = false
  var isInCode = false
  /// The styles whose marks of Markdown are open.
  var openMarks: Set<Inline.Style> = []
  /// Whether what follows may begin with part of a word.
  var isBeforeWord = false
  /// A link holds no other link: what would be one is text there.
  var isInLink = false
  /// Footnotes and anchors within a link, which come behind it.
  var deferred: [Inline] = []
  /// The task whose text comes next.
  var task: ListItem?
  /// Whether white space at the beginning of the next text shows nothing.
  var isAtLineStart = false

  init(
    page: PageReading, links: SiteLinks, text: InterfaceText, values: ProviderValues? = nil,
    isShownElsewhere: Bool
  ) {
    self.values = values
    self.page = page
    file = page.document.file
    self.links = links
    self.text = text
    self.isShownElsewhere = isShownElsewhere
    if !isShownElsewhere { nameHeadings() }
  }

  /// The author's own anchors come first: other pages link to them.
  mutating func nameHeadings() {
    let names = HeadingNames(
      page.facts.headings, in: file, naming: page.document.naming
    ) { heading in
      filled(VisibleText.of(heading.content, in: file))
    }
    headingIDs = names.ids
    ids = names.uniqueIDs
  }

  // MARK: - Blocks

  mutating func write(_ blocks: [Block]) {
    for block in blocks { write(block) }
  }

  mutating func write(_ block: Block) {
    switch block {
    case .heading(let heading): write(heading)
    case .paragraph(let paragraph): write(paragraph)
    case .list(let list): write(list)
    case .definitionList(let list): write(list)
    case .quote(let quote):
      tree.open(.blockQuote)
      write(quote.blocks)
      tree.close()
    case .preformatted(let block) where !block.content.isEmpty:
      openHTML("<pre class=\"with-marks\">", "</pre>")
      isInPreformatted = true
      write(block.content)
      isInPreformatted = false
      tree.close()
    case .preformatted(let block) where holdsPlaceholder(block.lines):
      writeVerbatim(block.lines)
    case .preformatted(let block):
      tree.addCodeBlock(
        block.lines.map { page.document.text($0) + "\n" }.joined(), language: language(of: block))
    case .rule: tree.addThematicBreak()
    case .table(let table): write(table)
    case .aligned(let aligned):
      openHTML("<div class=\"align-\(aligned.alignment.rawValue)\">", "</div>")
      write(aligned.blocks)
      tree.close()
    case .tableOfContents: writeContents()
    case .spacer:
      openHTML("<div class=\"spacer\">", "</div>")
      tree.close()
    case .anchor(let name, range: _):
      guard !isShownElsewhere else { return }
      tree.open(.paragraph)
      writeAnchor(named: file.text(name))
      tree.close()
    case .inclusion(let inclusion): write(inclusion)
    case .pageList(let list): write(list)
    case .navigation(let navigation): write(navigation)
    case .admonition(let admonition): write(admonition)
    case .tabs(let tabs): write(tabs)
    case .plugin(let plugin):
      // What a plugin of the wiki would do is not known: its lines are shown as they are.
      guard !plugin.lines.isEmpty else { return }
      tree.addCodeBlock(plugin.lines.map { file.text($0) + "\n" }.joined())
    }
  }

  /// The word by which programs that colour code know its language; nil for what is no such word.
  private func language(of block: Preformatted) -> String? {
    guard let range = block.language else { return nil }
    let word = page.document.text(range)
    // Neither a blank nor a mark of its own may stand in the line of a fence.
    let isWord = word.utf8.allSatisfy { $0 > 0x20 && !"`~\\&".utf8.contains($0) }
    return isWord && !word.isEmpty ? word : nil
  }

  /// Opens a block that shows in HTML only.
  mutating func openHTML(_ enter: String, _ exit: String) {
    tree.open(.htmlBlock(enter: enter, exit: exit))
  }

  /// - Parameter isLinkedTo: whether pages link to the id, so that Markdown needs it too.
  mutating func openHeading(level: Int, id: String? = nil, isLinkedTo: Bool = true) {
    tree.open(.heading(level: level))
    if let id { addAnchor(id, inMarkdown: isLinkedTo) }
  }

  mutating func write(_ heading: Heading) {
    openHeading(level: heading.level + headingShift, id: id(of: heading))
    isInHeading = true
    write(heading.content)
    isInHeading = false
    tree.close()
  }

  /// Nil where the page is shown on another one.
  func id(of heading: Heading) -> String? { headingIDs[heading.range] }

  mutating func write(_ paragraph: Paragraph) {
    let callout = page.callouts[paragraph.range]
    let place = imagePlace(paragraph)
    if let callout { openCallout(callout) }
    if let place { openHTML("<div class=\"\(place)\">", "</div>") }
    tree.open(.paragraph)
    if let task {
      writeTaskMark(task)
      self.task = nil
    }
    isAtLineStart = true
    write(paragraph.content)
    tree.close()
    if place != nil { tree.close() }
    if callout != nil { tree.close() }
  }

  mutating func openCallout(_ severity: CalloutSeverity) {
    let label = HTMLText.escaped(text.callouts[severity] ?? severity.rawValue)
    openHTML(
      "<div class=\"callout callout-\(severity.rawValue)\" role=\"note\" aria-label=\"\(label)\">",
      "</div>")
  }

  mutating func write(_ list: List) {
    let isTight = list.isTight ?? list.items.allSatisfy(Self.isShort)
    tree.open(
      list.isOrdered
        ? .orderedList(start: list.start, isTight: isTight) : .bulletList(isTight: isTight))
    for item in list.items {
      tree.open(.item)
      if item.isDone != nil { task = item }
      write(item.blocks)
      task = nil
      tree.close()
    }
    tree.close()
  }

  /// An item of one text without pictures, perhaps with a list below it.
  static func isShort(_ item: ListItem) -> Bool {
    var paragraphs = 0
    for block in item.blocks {
      switch block {
      case .paragraph(let paragraph):
        paragraphs += 1
        let hasImage = paragraph.content.contains { if case .image = $0 { true } else { false } }
        if hasImage || !paragraph.isBare { return false }
      case .list: break
      default: return false
      }
    }
    return paragraphs <= 1
  }

  mutating func write(_ list: DefinitionList) {
    openHTML("<dl>", "</dl>")
    var needsTerm = true
    for entry in list.entries {
      // HTML wants a term before the first definition, even an empty one.
      if !entry.term.isEmpty || needsTerm {
        openHTML("<dt>", "</dt>")
        if !entry.term.isEmpty {
          tree.open(.paragraph)
          tree.open(Emphasis.strongInMarkdown(around: entry.term, in: file))
          write(entry.term)
          tree.close()
          tree.close()
        }
        tree.close()
      }
      needsTerm = false
      openHTML("<dd>", "</dd>")
      write(entry.definition)
      tree.close()
    }
    tree.close()
  }

  /// With so many listed, no further list is shown: a page that asks for its headings before each of them
  /// would grow with their square.
  static let mostListed = 20_000

  /// A table of the page's headings below its title, as links in lists that nest as they do.
  mutating func writeContents() {
    guard !isShownElsewhere, listedCount < Self.mostListed else { return }
    let headings = page.facts.headings.filter {
      $0.level + headingShift > 1 && $0.range != titleRange
    }
    guard !headings.isEmpty else { return }
    listedCount += headings.count
    let label = HTMLText.escaped(text.contents)
    openHTML("<nav class=\"contents\" aria-label=\"\(label)\">", "</nav>")
    var open: [Int] = []
    for heading in headings {
      while let last = open.last, last > heading.level, open.count > 1 {
        tree.close()
        tree.close()
        open.removeLast()
      }
      if let last = open.last, last >= heading.level {
        tree.close()
      } else {
        tree.open(.bulletList(isTight: true))
        open.append(heading.level)
      }
      tree.open(.item)
      tree.open(.paragraph)
      tree.open(.link(url: AddressText.encoded("#" + (id(of: heading) ?? ""))))
      tree.add(text: filled(VisibleText.of(heading.content, in: file)))
      tree.close()
      tree.close()
    }
    for _ in open {
      tree.close()
      tree.close()
    }
    tree.close()
  }
}
