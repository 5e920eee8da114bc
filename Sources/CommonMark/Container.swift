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
    /// Lines of their own around blocks or inlines, in HTML alone: Markdown shows what they hold.
    case htmlBlock(enter: String, exit: String)
    /// Text around inlines.
    case customInline(Frame)
  }

  /// What each of the two outputs prints before and behind a node's content, as it stands: whoever
  /// makes a frame escapes what comes from a page.
  package struct Frame {
    package typealias Sides = (enter: String, exit: String)

    package let html: Sides
    package let markdown: Sides

    package init(html: Sides, markdown: Sides = ("", "")) {
      self.html = html
      self.markdown = markdown
    }
  }
}
