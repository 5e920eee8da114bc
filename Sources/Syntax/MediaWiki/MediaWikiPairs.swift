import SourceText

/// What belongs together on a page of MediaWiki: for each opening mark, where it ends. Found in one
/// walk, so that no later look at a mark has to search the page.
struct MediaWikiPairs {
  /// The offset behind the end of what begins at an offset: comments, elements whose text is no wiki
  /// text, notes, templates, links.
  private var ends: [Int: Int] = [:]
  /// What notes with a name say.
  private(set) var notes: [String: SourceRange] = [:]
  let closingTags: ClosingTags

  /// Elements in which marks mean nothing, or something of their own.
  static let verbatim: Set<String> = [
    "nowiki", "pre", "source", "syntaxhighlight", "math", "chem", "score", "timeline", "graph",
    "templatedata", "templatestyles", "gallery", "includeonly", "html", "inputbox", "hiero",
  ]

  func end(at offset: Int) -> Int? { ends[offset] }

  init(_ bytes: Span<UInt8>, from start: Int) {
    closingTags = ClosingTags(bytes, from: start)
    var index = start
    let end = bytes.count
    var templates: [(offset: Int, width: Int)] = []
    var links: [Int] = []
    var hasEndlessComment = false
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "<"):
        index = tag(at: index, in: bytes, hasEndlessComment: &hasEndlessComment)
      case UInt8(ascii: "{"):
        let width = run(of: UInt8(ascii: "{"), at: index, in: bytes, end: end)
        var rest = width
        while rest >= 2 {
          let taken = rest == 3 ? 3 : 2
          templates.append((index + width - rest, taken))
          rest -= taken
        }
        index += width
      case UInt8(ascii: "}"):
        guard let open = templates.last,
          run(of: UInt8(ascii: "}"), at: index, in: bytes, end: min(end, index + 3)) >= open.width
        else {
          index += 1
          continue
        }
        ends[open.offset] = index + open.width
        templates.removeLast()
        index += open.width
      case UInt8(ascii: "["):
        if matches("[[", at: index, in: bytes, end: end) {
          links.append(index)
          index += 2
        } else {
          index += 1
        }
      case UInt8(ascii: "]"):
        if matches("]]", at: index, in: bytes, end: end), let open = links.popLast() {
          ends[open] = index + 2
          index += 2
        } else {
          index += 1
        }
      case UInt8(ascii: "\n"):
        // No link goes on behind a blank line.
        if matches("\n\n", at: index, in: bytes, end: end) { links.removeAll() }
        index += 1
      default: index += 1
      }
    }
  }

  /// - Returns: where to go on reading.
  private mutating func tag(
    at start: Int, in bytes: Span<UInt8>, hasEndlessComment: inout Bool
  ) -> Int {
    let end = bytes.count
    if matches("<!--", at: start, in: bytes, end: end) {
      guard !hasEndlessComment, let close = find("-->", from: start + 4, in: bytes, end: end) else {
        hasEndlessComment = true
        return start + 4
      }
      ends[start] = close + 3
      return close + 3
    }
    guard let tag = MarkupTag(at: start, in: bytes, end: end) else { return start + 1 }
    let name = foldedText(tag.name, in: bytes)
    let isNote = name == "ref"
    guard !tag.isClosing, !tag.isSelfClosed, isNote || Self.verbatim.contains(name),
      let close = closingTags.first(name, from: tag.range.upper, end: end)
    else { return tag.range.upper }
    ends[start] = close.upper
    guard isNote else { return close.upper }
    if let word = tag.value(of: "name", in: bytes), !word.isEmpty {
      let content = SourceRange(tag.range.upper, close.lower)
      let key = text(word, in: bytes)
      // A note that holds notes is shown once, or notes could hold each other for ever.
      var holdsNotes = false
      for index in content.lower..<content.upper
      where bytes[index] == UInt8(ascii: "<")
        && matchesInAnyCase("<ref", at: index, in: bytes, end: content.upper)
      {
        holdsNotes = true
        break
      }
      if notes[key] == nil, !holdsNotes, !trimmed(content, in: bytes).isEmpty {
        notes[key] = content
      }
    }
    return tag.range.upper
  }
}
