import SourceText

/// Marks that CommonMark leaves as text: struck text, addresses, footnotes, attributes.
///
/// ```
/// text = "~~" struck "~~" | "http://" … | "https://" … | "www." … | mail address | "[^" label "]"
///      | picture "{" attributes "}"
/// ```
extension MarkdownTree {
  /// Inlines of one level with the marks in their texts read.
  mutating func marked(_ inlines: [Inline]) -> [Inline] {
    guard inlines.contains(where: isText) else { return inlines }
    var result: [Inline] = []
    // Where struck text may begin: its place in the result.
    var struck: (place: Int, range: SourceRange)?
    for inline in inlines {
      guard case .text(var range) = inline else {
        result.append(inline)
        continue
      }
      range = withoutAttributes(range, behind: &result)
      var start = range.lower
      var index = range.lower
      while index < range.upper {
        switch file.bytes[index] {
        case UInt8(ascii: "~") where isStrike(at: index, in: range):
          Self.add(start, index, to: &result)
          let mark = SourceRange(index, index + 2)
          if let open = struck, index > 0, !isSpace(file.bytes[index - 1]) {
            let content = Array(result[(open.place + 1)...])
            result.removeSubrange(open.place...)
            result.append(.styled(.strike, content, open.range.union(mark)))
            struck = nil
          } else {
            struck = (result.count, mark)
            result.append(.text(mark))
          }
          index += 2
          start = index
        case UInt8(ascii: "h") where linkDepth == 0, UInt8(ascii: "@") where linkDepth == 0,
          UInt8(ascii: "w") where linkDepth == 0:
          guard let found = address(at: index, from: start, in: range) else {
            index += 1
            continue
          }
          Self.add(start, found.range.lower, to: &result)
          result.append(.link(found))
          index = found.range.upper
          start = index
        case UInt8(ascii: "["):
          guard let (inline, end) = footnote(at: index, in: range) else {
            index += 1
            continue
          }
          Self.add(start, index, to: &result)
          result.append(inline)
          index = end
          start = index
        default: index += 1
        }
      }
      Self.add(start, range.upper, to: &result)
    }
    return result
  }

  private func isText(_ inline: Inline) -> Bool { if case .text = inline { true } else { false } }

  private static func add(_ lower: Int, _ upper: Int, to result: inout [Inline]) {
    if lower < upper { result.append(.text(SourceRange(lower, upper))) }
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }

  private func isStrike(at index: Int, in range: SourceRange) -> Bool {
    let isAlone = index == 0 || file.bytes[index - 1] != UInt8(ascii: "~")
    return isAlone
      && run(of: UInt8(ascii: "~"), at: index, in: file.bytes.span, end: range.upper) == 2
  }

  // MARK: - Addresses

  private mutating func address(at index: Int, from start: Int, in range: SourceRange) -> Link? {
    let bytes = file.bytes
    if bytes[index] == UInt8(ascii: "@") { return mail(at: index, from: start, in: range) }
    let isWeb = matches("www.", at: index, in: bytes.span, end: range.upper)
    let scheme =
      matches("https://", at: index, in: bytes.span, end: range.upper)
      ? 8 : matches("http://", at: index, in: bytes.span, end: range.upper) ? 7 : isWeb ? 4 : 0
    guard scheme > 0, index == range.lower || !isWord(bytes[index - 1]),
      index + scheme < range.upper, isWord(bytes[index + scheme]),
      !isWeb || holdsDot(hostAt: index + scheme, in: range)
    else { return nil }
    var end = index + scheme
    var open = 0
    while end < range.upper, bytes[end] > 0x20, bytes[end] < 0x80,
      !"<>\"`|".utf8.contains(bytes[end])
    {
      if bytes[end] == UInt8(ascii: "(") { open += 1 }
      if bytes[end] == UInt8(ascii: ")") {
        if open == 0 { break }
        open -= 1
      }
      end += 1
    }
    while end > index, "?!.,:*_~';".utf8.contains(bytes[end - 1]) { end -= 1 }
    guard end > index + scheme else { return nil }
    let address = SourceRange(index, end)
    if isWeb {
      // A name of a host alone, such as `www.example` in no domain, is none.
      let host = bytes[(index + scheme)..<end].prefix { !"/?#:".utf8.contains($0) }
      guard host.contains(UInt8(ascii: ".")) else { return nil }
      note(address, says: "http://".utf8 + bytes[index..<end])
    }
    return Link(
      target: .url(address), label: [.text(address)], targetRange: address, range: address)
  }

  /// Whether a dot stands in the name of a host; without one, its address is not looked at as a whole.
  private func holdsDot(hostAt start: Int, in range: SourceRange) -> Bool {
    var index = start
    while index < range.upper, isWord(file.bytes[index]) || file.bytes[index] == UInt8(ascii: "-") {
      index += 1
    }
    return index < range.upper && file.bytes[index] == UInt8(ascii: ".")
  }

  /// `name@host.example`
  private func mail(at index: Int, from start: Int, in range: SourceRange) -> Link? {
    let bytes = file.bytes
    var lower = index
    while lower > start, isWord(bytes[lower - 1]) || ".+-".utf8.contains(bytes[lower - 1]) {
      lower -= 1
    }
    var upper = index + 1
    while upper < range.upper, isWord(bytes[upper]) || ".-".utf8.contains(bytes[upper]) {
      upper += 1
    }
    while upper > index, ".-_".utf8.contains(bytes[upper - 1]) { upper -= 1 }
    guard lower < index, bytes[(index + 1)..<max(upper, index + 1)].contains(UInt8(ascii: "."))
    else { return nil }
    let address = SourceRange(lower, upper)
    return Link(
      target: .mail(address), label: [.text(address)], targetRange: address, range: address)
  }

  // MARK: - Footnotes

  /// A mark `[^label]` of a footnote that the page has. The note stands at its first mark.
  private mutating func footnote(at index: Int, in range: SourceRange) -> (Inline, Int)? {
    guard matches("[^", at: index, in: file.bytes.span, end: range.upper) else { return nil }
    var end = index + 2
    while end < range.upper, file.bytes[end] != UInt8(ascii: "]"), end - index < 100 { end += 1 }
    guard end < range.upper, file.bytes[end] == UInt8(ascii: "]") else { return nil }
    let label = SourceRange(index + 2, end)
    let mark = SourceRange(index, end + 1)
    let name = file.text(label).lowercased()
    guard let content = footnotes[name] else { return nil }
    if shownFootnotes.insert(name).inserted { return (.footnote(content, mark), end + 1) }
    return (.styled(.raised, [.text(label)], mark), end + 1)
  }

  // MARK: - Attributes

  /// Takes attributes away that stand right behind a picture, a link or the like.
  private func withoutAttributes(
    _ range: SourceRange, behind result: inout [Inline]
  ) -> SourceRange {
    guard !range.isEmpty, file.bytes[range.lower] == UInt8(ascii: "{"), let last = result.last,
      last.range.upper == range.lower,
      let attributes = MarkdownAttributes(at: range.lower, in: file.bytes, end: range.upper)
    else { return range }
    switch last {
    case .image(var image):
      image.size =
        .written(
          width: attributes.values["width"].map(file.text),
          height: attributes.values["height"].map(file.text)) ?? image.size
      result[result.count - 1] = .image(image)
    case .link, .styled: break
    default: return range
    }
    return SourceRange(attributes.end, range.upper)
  }

  /// The text of a heading without the attributes behind it, and the name that they give it.
  func withoutAnchor(_ content: [Inline]) -> (content: [Inline], anchor: SourceRange?) {
    guard case .text(let range)? = content.last else { return (content, nil) }
    var start = range.upper
    while start > range.lower, file.bytes[start - 1] != UInt8(ascii: "{") { start -= 1 }
    guard start > range.lower,
      let attributes = MarkdownAttributes(at: start - 1, in: file.bytes, end: range.upper),
      attributes.end == range.upper
    else { return (content, nil) }
    let rest = trimmed(SourceRange(range.lower, start - 1), in: file.bytes.span)
    let kept = SourceRange(range.lower, max(rest.upper, range.lower))
    return (content.dropLast() + (kept.isEmpty ? [] : [.text(kept)]), attributes.id)
  }

  /// A paragraph without a last line that is nothing but attributes, as `{: .note }`.
  func withoutAttributeLine(_ content: [Inline]) -> [Inline] {
    guard case .text(let range)? = content.last,
      matches("{:", at: range.lower, in: file.bytes.span, end: range.upper),
      let attributes = MarkdownAttributes(at: range.lower, in: file.bytes, end: range.upper),
      attributes.end == range.upper
    else { return content }
    guard content.count > 1 else { return [] }
    guard case .softBreak = content[content.count - 2] else { return content }
    return Array(content.dropLast(2))
  }
}
