import SourceText

/// The tree while a page is being read: nodes that know their parent, as PukiWiki's own elements do.
///
/// A new element is offered to the node that was opened last; a node that cannot hold it passes it
/// to its parent. What each kind can hold is PukiWiki's behaviour, observed on its output.
struct PukiWikiTree {
  enum Kind {
    case body
    case text
    case paragraph
    case heading(Heading)
    case list(isOrdered: Bool, level: Int)
    case item(level: Int)
    case definitionList(level: Int)
    case term(level: Int)
    case definition(level: Int)
    case quote(level: Int)
    case preformatted
    case table(columns: Int)
    /// A table of commas, whose rows have so many cells.
    case commaTable(columns: Int)
    case aligned(Alignment)
    /// A block that holds nothing: a rule, a plugin.
    case leaf(Block)
  }

  /// What grows line by line stands beside the kind, so that it grows in place.
  struct Node {
    let kind: Kind
    let parent: Int
    var range: SourceRange
    let depth: Int
    var firstChild = -1
    var lastChild = -1
    var nextSibling = -1
    /// Of texts, and of preformatted lines with marks.
    var inlines: [Inline] = []
    /// Of preformatted text.
    var lines: [SourceRange] = []
    /// Of tables.
    var rows: [PukiWikiTable.Row] = []
    var formats: [PukiWikiCellStyle] = []
    var commaRows: [Table.Row] = []
  }

  var nodes: [Node] = [
    Node(kind: .body, parent: -1, range: SourceRange(0, 0), depth: 0)
  ]
  /// The node that the next element is offered to first.
  var last = 0

  static let body = 0

  /// - Parameter size: the bytes of the page, by which room is made: moving nodes each time that
  ///   they have outgrown their place took a fiftieth of a run.
  init(size: Int) { nodes.reserveCapacity(min(1024, size / 24 + 8)) }

  /// Quotes and lists can hold each other without end; what lies deeper than this goes to the body,
  /// which bounds the stack of every later walk over the tree.
  private static let deepestNesting = 24

  /// Adds a node below `parent` and opens it.
  @discardableResult
  mutating func insert(_ kind: Kind, below parent: Int, range: SourceRange) -> Int {
    let index = nodes.count
    nodes.append(
      Node(kind: kind, parent: parent, range: range, depth: nodes[parent].depth + 1))
    if nodes[parent].lastChild >= 0 {
      nodes[nodes[parent].lastChild].nextSibling = index
    } else {
      nodes[parent].firstChild = index
    }
    nodes[parent].lastChild = index
    stretch(parent, to: range)
    last = index
    return index
  }

  /// Lets a node and all around it reach to the end of `range`.
  mutating func stretch(_ node: Int, to range: SourceRange) {
    var index = node
    while index > 0 {
      nodes[index].range = nodes[index].range.union(range)
      index = nodes[index].parent
    }
  }

  /// The first node from `last` outwards for which `holds` is true; the body at the latest.
  func nearest(_ holds: (Kind) -> Bool) -> Int {
    var index = last
    while index > 0, nodes[index].depth > Self.deepestNesting || !holds(nodes[index].kind) {
      index = nodes[index].parent
    }
    return max(index, 0)
  }

  /// Whether text, tables and the like may stand directly in a node of this kind.
  static func holdsBlocks(_ kind: Kind) -> Bool {
    switch kind {
    case .body, .list, .item, .definitionList, .term, .definition, .quote: true
    case .text, .paragraph, .heading, .preformatted, .table, .commaTable, .aligned, .leaf: false
    }
  }

  // MARK: - Into the document tree

  func blocks(below parent: Int = body) -> [Block] {
    var result: [Block] = []
    var index = nodes[parent].firstChild
    while index >= 0 {
      if let block = block(at: index) { result.append(block) }
      index = nodes[index].nextSibling
    }
    return result
  }

  private func block(at index: Int) -> Block? {
    let node = nodes[index]
    switch node.kind {
    case .text:
      return .paragraph(Paragraph(content: node.inlines, isBare: true, range: node.range))
    case .paragraph:
      return .paragraph(
        Paragraph(content: content(below: index), isBare: false, range: node.range))
    case .heading(let heading): return .heading(heading)
    case .list(let isOrdered, let level):
      let items = items(below: index)
      guard !items.isEmpty else { return nil }
      return .list(List(isOrdered: isOrdered, level: level, items: items, range: node.range))
    case .definitionList(let level):
      let entries = entries(below: index)
      return .definitionList(DefinitionList(level: level, entries: entries, range: node.range))
    case .quote(let level):
      guard node.firstChild >= 0 else { return nil }
      return .quote(Quote(level: level, blocks: blocks(below: index), range: node.range))
    case .preformatted:
      return .preformatted(
        Preformatted(lines: node.lines, content: node.inlines, range: node.range))
    case .commaTable: return .table(Table(rows: node.commaRows, range: node.range))
    case .table:
      // A table of format rows alone shows nothing.
      guard !node.rows.isEmpty else { return nil }
      return .table(PukiWikiTable.table(rows: node.rows, range: node.range))
    case .aligned(let alignment):
      return .aligned(
        Aligned(alignment: alignment, blocks: blocks(below: index), range: node.range))
    case .leaf(let block): return block
    case .body, .item, .term, .definition: return nil
    }
  }

  private func items(below parent: Int) -> [ListItem] {
    var items: [ListItem] = []
    var index = nodes[parent].firstChild
    while index >= 0 {
      if nodes[index].firstChild >= 0 {
        items.append(ListItem(blocks: blocks(below: index), range: nodes[index].range))
      }
      index = nodes[index].nextSibling
    }
    return items
  }

  private func entries(below parent: Int) -> [DefinitionList.Entry] {
    var entries: [DefinitionList.Entry] = []
    var term: [Inline] = []
    var index = nodes[parent].firstChild
    var start = nodes[parent].range
    while index >= 0 {
      switch nodes[index].kind {
      case .term:
        term = content(below: index)
        start = nodes[index].range
      default:
        entries.append(
          DefinitionList.Entry(
            term: term, definition: blocks(below: index), range: start.union(nodes[index].range)))
        term = []
      }
      index = nodes[index].nextSibling
    }
    return entries
  }

  private func content(below parent: Int) -> [Inline] {
    var index = nodes[parent].firstChild
    while index >= 0 {
      if case .text = nodes[index].kind { return nodes[index].inlines }
      index = nodes[index].nextSibling
    }
    return []
  }
}
