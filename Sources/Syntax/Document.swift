import SourceText

/// A wiki page as a tree. Every dialect makes this tree; nothing after `Syntax` knows which it was.
///
/// Nodes hold ranges into ``file``, not copies of text, so that every later stage can point at the
/// source.
package struct Document: Sendable {
  package let file: SourceFile
  /// What the page is written in: a fact to be published, not one to read the tree by.
  package internal(set) var dialect = Dialect.pukiwiki
  /// What its wiki is set up like.
  var settings = WikiSettings()
  /// The title that the author gives the page apart from its headings, such as `TITLE:…`.
  package var title: SourceRange?
  /// The page's text. Where it was put aside, it is read again each time that somebody asks: reading a
  /// page costs less than keeping the trees of a whole site.
  package var blocks: [Block] {
    get { keptBlocks ?? dialect.parse(file, settings: settings).blocks }
    set { keptBlocks = newValue }
  }
  private var keptBlocks: [Block]?
  /// Comment lines in file order. They never interrupt a block, so they stand beside the tree.
  package var comments: [Comment]
  package var diagnostics: [Diagnostic]
  /// Paired marks such as `''` that a line opens and does not close.
  package var unclosedMarks: [SourceRange] = []
  /// What the author says of the page before its text, key by key, in file order.
  package var frontMatter: [FrontMatterField] = []
  /// Markup that is not understood and shown as it is written, or of which only the text is shown.
  package var unreadMarkup: [UnreadMarkup] = []
  /// Whether links name headings by their words, as in `#step-3-type-the-address`.
  package var namesHeadingsByWords = false
  /// Whether a line before the first heading says what the page is about.
  package var isNamedByFirstLine = true
  /// Whether a number counts an item only with a blank behind its mark.
  package var needsBlankBehindNumbers = false
  /// How names of pages, places and files on this page are told apart.
  package var naming = PageNaming.asWritten
  /// The page that has taken this one's place, as written; nil for pages that stand.
  package var redirection: SourceRange?
  /// What stretches say in which escapes or entities stand, such as addresses with `&amp;`. Most pages
  /// have none.
  package var meanings: [SourceRange: String] = [:]

  package init(
    file: SourceFile, blocks: [Block] = [], comments: [Comment] = [],
    diagnostics: [Diagnostic] = []
  ) {
    self.file = file
    keptBlocks = blocks
    self.comments = comments
    self.diagnostics = diagnostics
  }

  /// The same page without its blocks, which are read again when they are asked for.
  package var puttingBlocksAside: Document {
    var document = self
    document.keptBlocks = nil
    return document
  }

  /// The same page with its blocks at hand, for whoever asks for them more than once.
  package var withBlocksAtHand: Document {
    var document = self
    if keptBlocks == nil { document.keptBlocks = blocks }
    return document
  }

  /// What an address, a title or the like says: as it is written, less its escapes and entities.
  package func text(_ range: SourceRange) -> String { meanings[range] ?? file.text(range) }
}

/// Markup of a kind that the tree has no room for, such as `<video>`.
package struct UnreadMarkup: Sendable {
  package let name: String
  package let range: SourceRange
}

package struct Comment: Sendable {
  /// The whole line, with its mark.
  package let range: SourceRange
  package let text: SourceRange
}

/// A line of a page's front matter, such as `client: Thunderbird`.
package struct FrontMatterField: Sendable {
  package let key: SourceRange
  /// The value without its quotation marks; several where the author gives a list.
  package let values: [SourceRange]
  package let range: SourceRange

  package init(key: SourceRange, values: [SourceRange], range: SourceRange) {
    self.key = key
    self.values = values
    self.range = range
  }
}

package indirect enum Block: Sendable {
  case heading(Heading)
  case paragraph(Paragraph)
  case list(List)
  case definitionList(DefinitionList)
  case quote(Quote)
  case preformatted(Preformatted)
  case rule(SourceRange)
  case table(Table)
  case aligned(Aligned)
  /// `#contents`: a table of this page's headings.
  case tableOfContents(SourceRange)
  /// Empty room between two blocks.
  case spacer(SourceRange)
  /// A place that links can name.
  case anchor(SourceRange, range: SourceRange)
  /// The text of another page in this place.
  case inclusion(Inclusion)
  /// A list of the pages below a page.
  case pageList(PageList)
  /// Links to the pages before, above and behind this one.
  case navigation(Navigation)
  /// A box that the author sets apart with marks, such as `!!! note`.
  case admonition(Admonition)
  /// Blocks of which a reader sees one at a time, such as one an operating system.
  case tabs(Tabs)
  case plugin(Plugin)
}

package struct Heading: Sendable {
  /// 1 is the page's top level.
  package let level: Int
  package let content: [Inline]
  /// The author's own anchor, without its mark.
  package let anchor: SourceRange?
  package let range: SourceRange

  package init(level: Int, content: [Inline], anchor: SourceRange?, range: SourceRange) {
    self.level = level
    self.content = content
    self.anchor = anchor
    self.range = range
  }
}

package struct Paragraph: Sendable {
  package var content: [Inline]
  /// True for text that stands directly in a list item or the like, with no paragraph of its own.
  package let isBare: Bool
  package var range: SourceRange

  package init(content: [Inline], isBare: Bool, range: SourceRange) {
    self.content = content
    self.isBare = isBare
    self.range = range
  }
}

package struct List: Sendable {
  package let isOrdered: Bool
  /// The level as written: the number of marks.
  package let level: Int
  /// The number of an ordered list's first item.
  package var start: Int
  /// Whether the author leaves no room between items; nil where the dialect does not tell.
  package var isTight: Bool?
  package var items: [ListItem]
  package var range: SourceRange

  package init(
    isOrdered: Bool, level: Int, start: Int = 1, items: [ListItem], range: SourceRange
  ) {
    self.isOrdered = isOrdered
    self.level = level
    self.start = start
    self.items = items
    self.range = range
  }
}

package struct ListItem: Sendable {
  package var blocks: [Block]
  /// The number that the author wrote, without the mark behind it.
  package var label: SourceRange?
  /// Whether a task is done; nil for items that are no tasks.
  package var isDone: Bool?
  package var range: SourceRange

  package init(
    blocks: [Block], label: SourceRange? = nil, isDone: Bool? = nil, range: SourceRange
  ) {
    self.blocks = blocks
    self.label = label
    self.isDone = isDone
    self.range = range
  }
}

package struct DefinitionList: Sendable {
  package let level: Int
  package var entries: [Entry]
  package var range: SourceRange

  package struct Entry: Sendable {
    /// Empty where the author gave no term.
    package var term: [Inline]
    package var definition: [Block]
    package var range: SourceRange
  }
}

package struct Quote: Sendable {
  package let level: Int
  package var blocks: [Block]
  package var range: SourceRange
}

package struct Preformatted: Sendable {
  /// One range a line, leading mark and line end left out.
  package var lines: [SourceRange]
  /// The same lines with their marks read, parted by line breaks; empty where marks mean nothing.
  package var content: [Inline] = []
  /// The language of the text, as written, such as `sh`.
  package var language: SourceRange?
  package var range: SourceRange
}

package struct Table: Sendable {
  package var rows: [Row]
  package var range: SourceRange

  package struct Row: Sendable {
    package let section: Section
    package var cells: [Cell]
    package let range: SourceRange
  }

  package enum Section: Sendable { case header, body, footer }

  /// A cell that is shown; cells joined to another one are counted in its spans.
  package struct Cell: Sendable {
    package var content: [Inline]
    package var isHeader: Bool
    package var columnSpan: Int
    package var rowSpan: Int
    package var alignment: Alignment?
    /// The column in which the cell begins, from 0.
    package var column: Int
    package var range: SourceRange
  }
}

package enum Alignment: String, Sendable { case left, center, right }

package struct Aligned: Sendable {
  package let alignment: Alignment
  package var blocks: [Block]
  package var range: SourceRange
}

package struct Inclusion: Sendable {
  /// The page's name as written.
  package let page: SourceRange
  package let showsTitle: Bool
  package let range: SourceRange
}

package struct PageList: Sendable {
  /// The page whose subpages are listed, as written; nil means the page itself.
  package let parent: SourceRange?
  package let range: SourceRange
}

package struct Navigation: Sendable {
  /// The page above all those that are walked through, as written; nil means the page itself.
  package let home: SourceRange?
  package let range: SourceRange
}

package struct Admonition: Sendable {
  /// The kind as written, such as `note` or `WARNING`.
  package let kind: SourceRange
  /// The author's title; empty where there is none.
  package var title: [Inline]
  /// How the box can be folded; nil where it cannot.
  package var isCollapsed: Bool?
  package var blocks: [Block]
  package var range: SourceRange

  package init(
    kind: SourceRange, title: [Inline] = [], isCollapsed: Bool? = nil, blocks: [Block],
    range: SourceRange
  ) {
    self.kind = kind
    self.title = title
    self.isCollapsed = isCollapsed
    self.blocks = blocks
    self.range = range
  }
}

package struct Tabs: Sendable {
  package var tabs: [Tab]
  package var range: SourceRange

  package init(tabs: [Tab], range: SourceRange) {
    self.tabs = tabs
    self.range = range
  }

  package struct Tab: Sendable {
    package var label: [Inline]
    package var blocks: [Block]
    package var range: SourceRange

    package init(label: [Inline], blocks: [Block], range: SourceRange) {
      self.label = label
      self.blocks = blocks
      self.range = range
    }
  }
}

/// A call of a wiki's plugin, kept as written: what it means is not known here.
package struct Plugin: Sendable {
  package let name: SourceRange
  package var arguments: SourceRange?
  /// What stands in braces, read as text.
  package var content: [Inline] = []
  /// The lines of a block that stands in braces, as they are.
  package var lines: [SourceRange] = []
  /// Whether the wiki alone is addressed, as by `#freeze`: readers miss nothing without it.
  package var isForWikiOnly = false
  package let range: SourceRange
}

extension Block {
  package var range: SourceRange {
    switch self {
    case .heading(let block): block.range
    case .paragraph(let block): block.range
    case .list(let block): block.range
    case .definitionList(let block): block.range
    case .quote(let block): block.range
    case .preformatted(let block): block.range
    case .rule(let range), .tableOfContents(let range), .spacer(let range), .anchor(_, let range):
      range
    case .inclusion(let block): block.range
    case .pageList(let block): block.range
    case .navigation(let block): block.range
    case .admonition(let block): block.range
    case .tabs(let block): block.range
    case .table(let block): block.range
    case .aligned(let block): block.range
    case .plugin(let block): block.range
    }
  }
}
