import SourceText

/// What belongs together on a page of DokuWiki: for each opening mark, where it ends. Found in one
/// walk, so that no later look at a mark has to search the page.
struct DokuWikiPairs {
  /// The offset behind the end of what begins at an offset.
  private var ends: [Int: Int] = [:]
  /// Where blocks of text without marks begin, in order: code, files, programs.
  private(set) var blockStarts: [Int] = []
  let closingTags: ClosingTags
  /// The closing tags of boxes, by the places of their opening ones.
  private var boxEnds: [Int: SourceRange] = [:]

  /// Elements whose text is shown as it stands on lines of its own.
  static let blocks: Set<String> = ["code", "file", "html", "php"]

  func end(at offset: Int) -> Int? { ends[offset] }

  /// The closing tag of the box that begins at an offset, boxes of the same name inside left alone.
  func boxEnd(at offset: Int) -> SourceRange? { boxEnds[offset] }

  /// Links and media that are longer than this are text.
  private static let longestLink = 4000

  init(_ bytes: Span<UInt8>, from start: Int) {
    closingTags = ClosingTags(bytes, from: start)
    pairMarks(in: bytes, from: start)
    pairBoxes(in: bytes, from: start)
  }

  private mutating func pairMarks(in bytes: Span<UInt8>, from start: Int) {
    var index = start
    let end = bytes.count
    var hasEndlessText = false
    /// Links and media end on their stretch of lines; nothing ends them before this.
    var endlessLinks = (link: 0, media: 0)
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "<"):
        index = tag(at: index, in: bytes)
      case UInt8(ascii: "%") where matches("%%", at: index, in: bytes, end: end):
        guard !hasEndlessText,
          let close = find("%%", from: index + 2, in: bytes, end: end)
        else {
          hasEndlessText = true
          index += 2
          continue
        }
        ends[index] = close + 2
        index = close + 2
      case UInt8(ascii: "[") where matches("[[", at: index, in: bytes, end: end):
        let limit = min(end, index + Self.longestLink)
        guard index >= endlessLinks.link,
          let close = find("]]", from: index + 2, in: bytes, end: limit)
        else {
          endlessLinks.link = max(endlessLinks.link, limit)
          index += 2
          continue
        }
        ends[index] = close + 2
        index = close + 2
      case UInt8(ascii: "{") where matches("{{", at: index, in: bytes, end: end):
        let limit = min(end, index + Self.longestLink)
        guard index >= endlessLinks.media,
          let close = find("}}", from: index + 2, in: bytes, end: limit)
        else {
          endlessLinks.media = max(endlessLinks.media, limit)
          index += 2
          continue
        }
        ends[index] = close + 2
        index = close + 2
      default: index += 1
      }
    }
  }

  private mutating func pairBoxes(in bytes: Span<UInt8>, from start: Int) {
    var index = start
    var open: [String: [Int]] = [:]
    while let next = find(UInt8(ascii: "<"), from: index, in: bytes, end: bytes.count) {
      if let close = ends[next] {
        index = close
        continue
      }
      guard let tag = MarkupTag(at: next, in: bytes, end: bytes.count) else {
        index = next + 1
        continue
      }
      index = tag.range.upper
      guard spells(tag.name, "note", in: bytes) || spells(tag.name, "wrap", in: bytes) else {
        continue
      }
      // `<wrap>` in small letters stands in a line and is another element.
      let name = text(tag.name, in: bytes)
      if !tag.isClosing {
        open[name, default: []].append(next)
      } else if let start = open[name]?.popLast() {
        boxEnds[start] = tag.range
      }
    }
  }

  /// - Returns: where to go on reading.
  private mutating func tag(at start: Int, in bytes: Span<UInt8>) -> Int {
    guard let tag = MarkupTag(at: start, in: bytes, end: bytes.count) else { return start + 1 }
    let name = foldedText(tag.name, in: bytes)
    let isBlock = Self.blocks.contains(name)
    guard !tag.isClosing, !tag.isSelfClosed, isBlock || name == "nowiki",
      let close = closingTags.first(name, from: tag.range.upper, end: bytes.count)
    else { return tag.range.upper }
    ends[start] = close.upper
    if isBlock { blockStarts.append(start) }
    return close.upper
  }
}
