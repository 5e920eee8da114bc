import CCMark

extension CommonMarkTree {
  /// What may hold other nodes.
  package enum Container {
    case paragraph
    /// From 1 to 6.
    case heading(level: Int)
    case bulletList(isTight: Bool)
    case orderedList(start: Int, isTight: Bool)
    case item
    case blockQuote
    case emphasis
    case strong
    case link(url: String, title: String? = nil)
    case image(url: String)
    /// Lines of their own around blocks or inlines.
    case customBlock(Frame)
    /// Text around inlines.
    case customInline(Frame)

    var nodeType: cmark_node_type {
      switch self {
      case .paragraph: CMARK_NODE_PARAGRAPH
      case .heading: CMARK_NODE_HEADING
      case .bulletList, .orderedList: CMARK_NODE_LIST
      case .item: CMARK_NODE_ITEM
      case .blockQuote: CMARK_NODE_BLOCK_QUOTE
      case .emphasis: CMARK_NODE_EMPH
      case .strong: CMARK_NODE_STRONG
      case .link: CMARK_NODE_LINK
      case .image: CMARK_NODE_IMAGE
      case .customBlock: CMARK_NODE_CUSTOM_BLOCK
      case .customInline: CMARK_NODE_CUSTOM_INLINE
      }
    }

    var frame: Frame? {
      switch self {
      case .customBlock(let frame), .customInline(let frame): frame
      default: nil
      }
    }
  }

  /// What each of the two outputs prints before and behind a node's content, as it stands: whoever
  /// makes a frame escapes what comes from a page.
  package struct Frame {
    package typealias Sides = (enter: String, exit: String)

    let html: Sides
    let markdown: Sides

    package init(html: Sides, markdown: Sides = ("", "")) {
      self.html = html
      self.markdown = markdown
    }
  }
}
