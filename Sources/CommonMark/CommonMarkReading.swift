import CCMark

/// What libcmark understands of a text: its tree as a flat row of events, in the order of the text.
///
/// Markdown goes in, values come out; no pointer leaves this type. Never fails: any bytes make a tree.
package struct CommonMarkReading: Sendable {
  package private(set) var events: [Event] = []
  /// The texts that events name by range.
  package private(set) var texts: [UInt8] = []

  /// A page of millions of marks has several of these for each, so that numbers are as short as they may be.
  package struct Event: Sendable {
    package let kind: Kind
    /// Whether the node ends here. Nodes that hold no others have no end.
    package let isEnd: Bool
    private let place: (line: UInt32, column: UInt32, endLine: UInt32)
    private let words: (text: Stretch, address: Stretch, title: Stretch)

    /// A stretch of the texts.
    private struct Stretch {
      let start: UInt32
      let end: UInt32

      init(_ range: Range<Int>) {
        start = UInt32(clamping: range.lowerBound)
        end = UInt32(clamping: range.upperBound)
      }

      var range: Range<Int> { Int(start)..<Int(end) }
    }

    fileprivate init(
      _ kind: Kind, isEnd: Bool, line: Int32, column: Int32, endLine: Int32, text: Range<Int>,
      address: Range<Int>, title: Range<Int>
    ) {
      self.kind = kind
      self.isEnd = isEnd
      place = (UInt32(max(line, 0)), UInt32(max(column, 0)), UInt32(max(endLine, 0)))
      words = (Stretch(text), Stretch(address), Stretch(title))
    }

    /// Where the node begins and how far it goes: lines and bytes of the line, from 1. True for
    /// blocks alone.
    package var line: Int { Int(place.line) }
    package var column: Int { Int(place.column) }
    package var endLine: Int { Int(place.endLine) }
    /// Text, code or HTML, with all its marks read.
    package var text: Range<Int> { words.text.range }
    /// The address of a link or a picture, the words behind a fence.
    package var address: Range<Int> { words.address.range }
    /// The title of a link or a picture.
    package var title: Range<Int> { words.title.range }
  }

  package enum Kind: Sendable, Equatable {
    case document, blockQuote, item, paragraph, thematicBreak, codeBlock, htmlBlock
    case list(isOrdered: Bool, start: Int, isTight: Bool)
    case heading(level: Int)
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
  }

  package init(_ markdown: [UInt8]) {
    let root = markdown.withUnsafeBytes { bytes in
      cmark_parse_document(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, CMARK_OPT_DEFAULT)
    }
    guard let root else { return }
    defer { cmark_node_free(root) }
    events.reserveCapacity(Self.eventCount(root))
    guard let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let step = cmark_iter_next(iterator)
      guard step != CMARK_EVENT_DONE, step != CMARK_EVENT_NONE else { return }
      guard let node = cmark_iter_get_node(iterator), let kind = Self.kind(of: node) else {
        continue
      }
      add(node, kind, isEnd: step == CMARK_EVENT_EXIT)
    }
  }

  /// An array that grew as it is filled would be twice as large for a while, of a page of millions of marks.
  private static func eventCount(_ root: OpaquePointer) -> Int {
    guard let iterator = cmark_iter_new(root) else { return 0 }
    defer { cmark_iter_free(iterator) }
    var count = 0
    while true {
      let step = cmark_iter_next(iterator)
      guard step != CMARK_EVENT_DONE, step != CMARK_EVENT_NONE else { return count }
      count += 1
    }
  }

  private mutating func add(_ node: OpaquePointer, _ kind: Kind, isEnd: Bool) {
    var text = 0..<0
    var address = 0..<0
    var title = 0..<0
    if !isEnd {
      switch kind {
      case .text, .code, .htmlInline, .htmlBlock: text = add(cmark_node_get_literal(node))
      case .codeBlock:
        text = add(cmark_node_get_literal(node))
        address = add(cmark_node_get_fence_info(node))
      case .link, .image:
        address = add(cmark_node_get_url(node))
        title = add(cmark_node_get_title(node))
      default: break
      }
    }
    events.append(
      Event(
        kind, isEnd: isEnd, line: cmark_node_get_start_line(node),
        column: cmark_node_get_start_column(node), endLine: cmark_node_get_end_line(node),
        text: text, address: address, title: title))
  }

  private mutating func add(_ text: UnsafePointer<CChar>?) -> Range<Int> {
    guard let text else { return 0..<0 }
    let start = texts.count
    texts.append(contentsOf: UnsafeRawBufferPointer(start: text, count: strlen(text)))
    return start..<texts.count
  }

  private static func kind(of node: OpaquePointer) -> Kind? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST:
      .list(
        isOrdered: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST,
        start: Int(cmark_node_get_list_start(node)), isTight: cmark_node_get_list_tight(node) != 0)
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    default: nil
    }
  }
}
