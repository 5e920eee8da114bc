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
  /// The page that a file is attached to.
  package var holder = Holder.none
  /// The author's description; nil where there is none.
  package let description: SourceRange?
  package var size: Size?
  /// Words that are shown to who points at the picture; nil where there are none.
  package var title: SourceRange?
  /// Whether the picture leads to itself in full size.
  package var isLinked = false
  /// Where the picture stands on a line of its own.
  package var alignment: Alignment?
  /// Whether the text that follows flows around the picture.
  package var isFloating = false
  package let range: SourceRange

  package init(source: SourceRange, description: SourceRange?, range: SourceRange) {
    self.source = source
    self.description = description
    self.range = range
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
