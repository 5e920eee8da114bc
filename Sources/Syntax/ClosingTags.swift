import SourceText

/// The closing tags of a page, by the names of their elements: whoever asks where an element ends finds it
/// without reading the page, however many elements begin before it.
struct ClosingTags {
  private var tags: [String: [SourceRange]] = [:]

  init(_ bytes: Span<UInt8>, from start: Int) {
    var index = start
    while let open = find("</", from: index, in: bytes, end: bytes.count) {
      index = open + 2
      guard let tag = MarkupTag(at: open, in: bytes, end: bytes.count) else { continue }
      tags[foldedText(tag.name, in: bytes), default: []].append(tag.range)
    }
  }

  /// The first one of a name, which is in small letters, that stands between two offsets.
  func first(_ name: String, from start: Int, end: Int) -> SourceRange? {
    guard let tags = tags[name] else { return nil }
    var low = 0
    var high = tags.count
    while low < high {
      let middle = (low + high) / 2
      if tags[middle].lower < start { low = middle + 1 } else { high = middle }
    }
    guard low < tags.count, tags[low].upper <= end else { return nil }
    return tags[low]
  }
}
