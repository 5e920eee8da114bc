/// A node of the path from the root to the open place, with what both outputs must know of it when
/// it ends or goes on.
struct OpenNode {
  enum Kind {
    case document, paragraph, heading, list, item, quote, htmlBlock
    case emphasis, strong, link, frame

    /// Whether inlines may stand right in it.
    var holdsInlines: Bool {
      switch self {
      case .paragraph, .heading, .htmlBlock, .emphasis, .strong, .link, .frame: true
      case .document, .list, .item, .quote: false
      }
    }

    /// Whether blocks other than items may stand right in it.
    var holdsBlocks: Bool {
      switch self {
      case .document, .item, .quote, .htmlBlock: true
      case .list, .paragraph, .heading, .emphasis, .strong, .link, .frame: false
      }
    }
  }

  let kind: Kind
  /// The place on the path of what holds its children in Markdown, where blocks of HTML are not.
  var holder = 0
  /// Of a list, the number of the next item. Of a heading, its level.
  var number = 0
  /// How far what an item or a quote holds is moved to the right in Markdown.
  var indent = 0
  /// Where the mark of emphasis stands in Markdown.
  var start = 0
  /// The marks of emphasis that is all that other emphasis holds so far.
  var innerMarks: (enter: Int, exit: Int)?
  var isFirstInEmphasis = false
  /// Whether a blank line of Markdown shrinks to a line end in the node.
  var isTight = false
  /// Whether the items of a list are tight; of an item, whether those of its list are.
  var hasTightItems = false
  var isOrdered = false
  /// Whether it is a paragraph that has no tags in HTML, as in tight lists.
  var isBare = false
  var hasChildren = false
  /// Whether the node that was put in last is a list.
  var endsWithList = false
  /// Whether inlines that stand right in a block of HTML are a paragraph of Markdown now.
  var isParagraph = false

  init(_ kind: Kind) { self.kind = kind }
}

/// A link of which it is not known yet whether its text is its address, which Markdown writes between
/// angle brackets.
struct OpenLink {
  let url: String
  let title: String?
  /// Where the link begins, and how the line was there.
  let start: Int
  let place: MarkdownOutput.Place
  /// From where on the address is compared with the text.
  let textStart: Int
  /// How far the text has gone through the address; nil where it is another.
  var matched: Int?

  init(url: String, title: String?, start: Int, place: MarkdownOutput.Place) {
    self.url = url
    self.title = title
    self.start = start
    self.place = place
    let (isWhole, isMail) = url.utf8.span.withUnsafeBufferPointer {
      (AddressScheme.isWhole($0), AddressScheme.isMail($0))
    }
    textStart = isMail ? "mailto:".utf8.count : 0
    matched = title == nil && isWhole ? textStart : nil
  }
}
