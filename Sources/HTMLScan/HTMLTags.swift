/// Finds the start tags of an HTML page, as a browser without script would: what stands in comments,
/// scripts, styles, text fields, titles and templates is no tag.
///
/// Bytes go in, whole or in pieces; tags come out in their order, never a tree. Nothing is copied and
/// nothing fails. A page that comes in pieces is read like this: call `next` until it returns nil,
/// drop the bytes before `position`, call `rebase`, add more bytes behind the rest.
///
/// ```
/// page = { text | "<!--" … "-->" | "<!" … ">" | "<?" … ">" | "</" name attributes
///        | "<" name attributes [ raw text "</" same name ] }
/// ```
package struct HTMLTags: Sendable {
  /// The first byte that is not read yet.
  package private(set) var position = 0
  /// What the bytes at `position` belong to.
  private var place = Place.markup
  /// How many templates are open: their content is not part of the page.
  private var templateDepth = 0
  /// How many drawings or formulas are open: in those, `<title/>` has no end tag.
  private var foreignDepth = 0

  private enum Place: Sendable, Equatable {
    case markup
    case comment
    /// The inside of an element whose content is text until its own end tag.
    case rawText(HTMLName)
  }

  package init() {}

  /// Says that all bytes before `position` were taken away.
  package mutating func rebase() { position = 0 }

  /// The next start tag. Nil at the end, or, before the last piece, where the bytes end inside
  /// something: `position` is then its first byte.
  package mutating func next(in bytes: Span<UInt8>, isLast: Bool = true) -> HTMLTag? {
    while position < bytes.count {
      switch place {
      case .comment:
        guard skipComment(in: bytes) else { return nil }
      case .rawText(let name):
        guard skipRawText(of: name, in: bytes) else { return nil }
      case .markup:
        while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
        guard position < bytes.count else { return nil }
        switch token(in: bytes) {
        case .tag(let tag)?: return tag
        case .other?: continue
        case nil:
          // A browser drops a tag that the page's end cuts off.
          if isLast { position = bytes.count }
          return nil
        }
      }
    }
    return nil
  }

  private enum Token {
    case tag(HTMLTag)
    case other
  }

  /// Reads what begins with the `<` at `position`; nil, without a step, where the bytes end before.
  private mutating func token(in bytes: Span<UInt8>) -> Token? {
    guard position + 1 < bytes.count else { return nil }
    let byte = bytes[position + 1]
    if isLetter(byte) { return startTag(in: bytes) }
    switch byte {
    case UInt8(ascii: "!"): return declaration(in: bytes)
    case UInt8(ascii: "?"): return skipped(past: UInt8(ascii: ">"), in: bytes)
    case UInt8(ascii: "/"):
      guard position + 2 < bytes.count else { return nil }
      return isLetter(bytes[position + 2])
        ? endTag(in: bytes) : skipped(past: UInt8(ascii: ">"), in: bytes)
    default:
      position += 1
      return .other
    }
  }

  private mutating func startTag(in bytes: Span<UInt8>) -> Token? {
    let start = position
    guard let (name, attributesStart, end) = head(from: start + 1, in: bytes) else { return nil }
    position = end.position
    let tag = HTMLTag(
      name: name, range: start..<end.position, attributesStart: attributesStart)
    let isHidden = templateDepth > 0
    if name == .template { templateDepth += 1 }
    let isClosedForeign = foreignDepth > 0 && end.closesItself
    if isForeign(name), !end.closesItself { foreignDepth += 1 }
    if isRawText(name), !isClosedForeign { place = .rawText(name) }
    return isHidden ? .other : .tag(tag)
  }

  private mutating func endTag(in bytes: Span<UInt8>) -> Token? {
    guard let (name, _, end) = head(from: position + 2, in: bytes) else { return nil }
    position = end.position
    if name == .template { templateDepth = max(0, templateDepth - 1) }
    if isForeign(name) { foreignDepth = max(0, foreignDepth - 1) }
    return .other
  }

  /// A tag's name and what its attributes end with; nil where the bytes end first.
  private func head(
    from start: Int, in bytes: Span<UInt8>
  ) -> (name: HTMLName, attributesStart: Int, end: HTMLAttributes)? {
    var nameEnd = start
    while nameEnd < bytes.count, bytes[nameEnd] != UInt8(ascii: ">"),
      bytes[nameEnd] != UInt8(ascii: "/"), !isHTMLSpace(bytes[nameEnd])
    {
      nameEnd += 1
    }
    var attributes = HTMLAttributes(from: nameEnd)
    while attributes.next(in: bytes) != nil {}
    guard attributes.isClosed else { return nil }
    return (HTMLName(bytes, start..<nameEnd), nameEnd, attributes)
  }

  private mutating func declaration(in bytes: Span<UInt8>) -> Token? {
    // `<!-->` and `<!--->` are whole comments.
    guard position + 4 < bytes.count else { return nil }
    guard bytes[position + 2] == UInt8(ascii: "-"), bytes[position + 3] == UInt8(ascii: "-") else {
      return skipped(past: UInt8(ascii: ">"), in: bytes)
    }
    place = .comment
    // The dashes that open may also be those that close.
    position += 2
    return .other
  }

  /// Goes behind `-->` or `--!>`; where neither is, to the last bytes that may begin one.
  private mutating func skipComment(in bytes: Span<UInt8>) -> Bool {
    while position + 2 < bytes.count {
      if bytes[position] == UInt8(ascii: "-"), bytes[position + 1] == UInt8(ascii: "-") {
        var end = position + 2
        if bytes[end] == UInt8(ascii: "!") { end += 1 }
        guard end < bytes.count else { return false }
        if bytes[end] == UInt8(ascii: ">") {
          position = end + 1
          place = .markup
          return true
        }
      }
      position += 1
    }
    return false
  }

  /// Goes to the end tag of an element; where there is none, to the last bytes that may begin it.
  private mutating func skipRawText(of name: HTMLName, in bytes: Span<UInt8>) -> Bool {
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else {
        position += 1
        continue
      }
      guard position + 1 < bytes.count else { return false }
      guard bytes[position + 1] == UInt8(ascii: "/") else {
        position += 1
        continue
      }
      var end = position + 2
      while end < bytes.count, isLetter(bytes[end]) { end += 1 }
      guard end < bytes.count else { return false }
      if HTMLName(bytes, (position + 2)..<end) == name {
        place = .markup
        return true
      }
      position = end
    }
    return false
  }

  private mutating func skipped(past byte: UInt8, in bytes: Span<UInt8>) -> Token? {
    var end = position + 2
    while end < bytes.count, bytes[end] != byte { end += 1 }
    guard end < bytes.count else { return nil }
    position = end + 1
    return .other
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  private func isForeign(_ name: HTMLName) -> Bool { name == .svg || name == .math }

  /// Whether an element's content is text up to its own end tag, whatever it looks like.
  private func isRawText(_ name: HTMLName) -> Bool {
    name == .script || name == .title || name == .style || name == .textarea || name == .iframe
      || name == .noembed || name == .noframes || name == .xmp || name == .plaintext
  }
}
