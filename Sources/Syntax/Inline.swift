import SourceText

/// What stands on most lines holds a range and nothing else, and needs no place of its own in memory.
package enum Inline: Sendable {
  case text(SourceRange)
  /// A character written as an entity, such as `&copy;`.
  indirect case character(String, SourceRange)
  /// A line end that the reader sees.
  case lineBreak(SourceRange)
  /// A line end of the source, shown as white space.
  case softBreak(SourceRange)
  indirect case styled(Style, [Inline], SourceRange)
  /// Text with its reading in small letters above.
  indirect case ruby([Inline], reading: SourceRange, range: SourceRange)
  indirect case link(Link)
  indirect case image(Image)
  indirect case footnote([Inline], SourceRange)
  /// A place that links can name.
  indirect case anchor(SourceRange, range: SourceRange)
  indirect case plugin(Plugin)

  package enum Style: Sendable, Hashable {
    case strong, emphasis, strike, inserted, raised, lowered
    /// The colour's name or `#` with hexadecimal digits, as written.
    case coloured(SourceRange)
    case larger, smaller
    /// Words of a computer, and a key to press.
    case code, keyboard
    /// No style: several inlines in the place of one.
    case plain
  }

  package var range: SourceRange {
    switch self {
    case .text(let range), .character(_, let range), .lineBreak(let range), .softBreak(let range),
      .styled(_, _, let range), .ruby(_, _, let range), .footnote(_, let range),
      .anchor(_, let range):
      range
    case .link(let link): link.range
    case .image(let image): image.range
    case .plugin(let plugin): plugin.range
    }
  }
}

package struct Link: Sendable {
  package let target: Target
  /// What is shown; never empty.
  package let label: [Inline]
  /// Where the target stands in the source: what a finding points at.
  package let targetRange: SourceRange
  /// Words that are shown to who points at the link; nil where there are none.
  package var title: SourceRange?
  package let range: SourceRange

  package enum Target: Sendable {
    /// A page of the wiki by its name as written, perhaps relative (`./x`, `../x`).
    case page(SourceRange, anchor: SourceRange?)
    /// A place on the same page.
    case anchor(SourceRange)
    case url(SourceRange)
    /// The address alone, without `mailto:`.
    case mail(SourceRange)
    /// `wiki:name` of another wiki.
    case interWiki(wiki: SourceRange, name: SourceRange)
    /// A file that is attached to a page; nil means the page itself.
    case attachment(name: SourceRange, page: SourceRange?)
    /// A file by its path as written, from the page's own folder, such as `../outlook.md`.
    case file(SourceRange, anchor: SourceRange?)
  }
}

package struct Image: Sendable {
  /// The address, or the name of the attached file, as written.
  package let source: SourceRange
  private let packedDescription: PackedRange
  package let range: SourceRange
  /// Whether the picture leads to itself in full size.
  package var isLinked = false
  /// What few authors write; nil where nothing of it is written.
  private var boxed: Box?

  package init(source: SourceRange, description: SourceRange?, range: SourceRange) {
    self.source = source
    packedDescription = PackedRange(description)
    self.range = range
  }

  /// A picture that is nothing but its address.
  package init(address: SourceRange, isLinked: Bool) {
    self.init(source: address, description: nil, range: address)
    self.isLinked = isLinked
  }

  /// Whether it is nothing but its address.
  package var isBareAddress: Bool { source == range && description == nil && boxed == nil }

  /// The author's description; nil where there is none.
  package var description: SourceRange? { packedDescription.range }

  /// The page that a file is attached to.
  package var holder: Holder {
    get { layout.holder }
    set { change { $0.holder = newValue } }
  }
  package var size: Size? {
    get { layout.size }
    set { change { $0.size = newValue } }
  }
  /// Words that are shown to who points at the picture; nil where there are none.
  package var title: SourceRange? {
    get { layout.title }
    set { change { $0.title = newValue } }
  }
  /// Where the picture stands on a line of its own.
  package var alignment: Alignment? {
    get { layout.alignment }
    set { change { $0.alignment = newValue } }
  }
  /// Whether the text that follows flows around the picture.
  package var isFloating: Bool {
    get { layout.isFloating }
    set { change { $0.isFloating = newValue } }
  }

  private mutating func change(_ edit: (inout Layout) -> Void) {
    var changed = layout
    edit(&changed)
    guard changed != layout else { return }
    boxed = changed == Layout() ? nil : Box(changed)
  }

  private var layout: Layout { boxed?.layout ?? Layout() }

  private struct Layout: Sendable, Equatable {
    var holder = Holder.none
    var size: Size?
    var title: SourceRange?
    var alignment: Alignment?
    var isFloating = false
  }

  /// Stands apart from the picture, so that the many without a layout stay small.
  private final class Box: Sendable {
    let layout: Layout
    init(_ layout: Layout) { self.layout = layout }
  }

  package enum Holder: Sendable, Equatable {
    /// The source is an address.
    case none
    case thisPage
    case page(SourceRange)
  }

  /// How large the author wants the picture.
  package enum Size: Sendable, Equatable {
    case pixels(width: Int, height: Int)
    case percent(Int)
    /// The height follows from the file.
    case width(Int)
  }
}
