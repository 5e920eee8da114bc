import SourceText

/// The tags of HTML in a stretch of text that wait for their ends, the innermost last.
struct MarkdownOpenTags {
  private(set) var tags: [Tag] = []
  /// Where the tags of each name stand among all: whoever ends one must not look through the others.
  private var places: [String: [Int]] = [:]
  /// How many of them would stand around what comes next.
  private(set) var depth = 0

  struct Tag {
    let name: String
    let meaning: MarkdownTag.Meaning
    /// Where it stands among the inlines.
    let place: Int
    let range: SourceRange
    /// Where a link leads, or the name of a place: a stretch of the text.
    var target: Range<Int>?
    /// Where a link's title stands.
    var title: SourceRange?

    var isShown: Bool { if case .nothing = meaning { false } else { true } }
  }

  mutating func open(_ tag: Tag) {
    places[tag.name, default: []].append(tags.count)
    tags.append(tag)
    if tag.isShown { depth += 1 }
  }

  /// Takes away the innermost tag of a name, and those that were opened within it and never ended.
  mutating func close(_ name: String) -> (tag: Tag, unended: [Tag])? {
    guard let place = places[name]?.last else { return nil }
    let closed = Array(tags[place...])
    tags.removeSubrange(place...)
    for tag in closed {
      places[tag.name]?.removeLast()
      if tag.isShown { depth -= 1 }
    }
    return (closed[0], Array(closed.dropFirst()))
  }
}
