import CommonMark
import GuideModel
import SourceText
import Syntax

/// What stands within a line: text and its marks, links, anchors.
extension BodyWriter {
  mutating func write(_ inlines: [Inline]) {
    let isEndBeforeWord = isBeforeWord
    for (index, inline) in inlines.enumerated() {
      switch inline {
      case .styled, .plugin:
        isBeforeWord =
          index + 1 < inlines.count ? mayBeginWithWord(inlines[index + 1]) : isEndBeforeWord
      default: isBeforeWord = false
      }
      write(inline)
      if case .footnote = inline, index + 1 < inlines.count {
        partFootnote(from: inlines[index + 1])
      }
    }
    isBeforeWord = isEndBeforeWord
  }

  mutating func write(_ inline: Inline) {
    switch inline {
    case .text, .character, .lineBreak, .softBreak, .styled, .ruby: break
    case .link, .image, .footnote, .anchor, .plugin: isAtLineStart = false
    }
    switch inline {
    case .text(let range): writeText(range)
    case .character(let character, _): writeLiteral(character.utf8.span)
    case .lineBreak: writeLineBreak()
    case .softBreak(let range): writeSoftBreak(range)
    case .styled(let style, let content, _):
      if style == .code { writeCode(content) } else { write(style, around: content) }
    case .link(let link): write(link)
    case .image(let image): write(image)
    case .footnote(let content, _):
      if isInLink { deferred.append(inline) } else { writeFootnoteMark(content) }
    case .anchor(let name, range: _):
      if isInLink { deferred.append(inline) } else { writeAnchor(named: file.text(name)) }
    // What is known of a plugin is that its text is meant to be read.
    case .plugin(let plugin): write(plugin.content)
    case .ruby(let content, let reading, range: _):
      let words = HTMLText.escaped(file.text(reading))
      tree.open(
        .customInline(
          .init(
            html: ("<ruby>", "<rp>(</rp><rt>\(words)</rt><rp>)</rp></ruby>"),
            markdown: ("", "(\(Self.markdown(file.text(reading))))"))))
      write(content)
      tree.close()
    }
  }

  mutating func writeAnchor(named name: String) {
    guard !isShownElsewhere, !name.isEmpty else { return }
    addAnchor(ids.unique(AnchorID.id(of: name)))
  }

  /// Writes text, with links over the stretches that refer to something.
  mutating func writeText(_ range: SourceRange) {
    guard !isInLink else { return writeWithPlaceholders(file.bytes[range.lower..<range.upper]) }
    var start = range.lower
    for reference in references where range.contains(reference.range) {
      guard reference.range.lower >= start else { continue }
      writeWithValues(file.bytes[start..<reference.range.lower])
      tree.open(.link(url: reference.address))
      writeLiteral(file.bytes[reference.range.lower..<reference.range.upper].span)
      tree.close()
      start = reference.range.upper
    }
    writeWithValues(file.bytes[start..<range.upper])
  }

  /// Adds words that do not stand in the page as they are, such as labels and excerpts.
  mutating func add(_ words: String) {
    guard values != nil else { return writeLiteral(words.utf8.span) }
    writeWithPlaceholders(Array(words.utf8)[...])
  }

  /// Writes text; white space at the beginning of a line shows nothing, and in Markdown it would
  /// hide a mark from the escaping.
  mutating func writeLiteral(_ text: Span<UInt8>) {
    var start = 0
    if isAtLineStart {
      while start < text.count,
        text[start] == UInt8(ascii: " ") || text[start] == UInt8(ascii: "\t")
      {
        start += 1
      }
    }
    guard start < text.count else { return }
    isAtLineStart = false
    tree.add(text: text.extracting(start..<text.count), isExtended: true)
  }

  mutating func writeLineBreak() {
    // Cells and headings of Markdown have one line.
    if isInPreformatted {
      tree.add(inline: .init(html: ("\n", ""), markdown: ("\\\n", "")))
    } else if isInCell || isInHeading {
      tree.add(inline: .init(html: ("<br />", ""), markdown: ("<br>", "")))
    } else {
      tree.addLineBreak()
    }
    isAtLineStart = true
  }

  /// Japanese has no spaces between words: a line end between two of its letters shows nothing.
  mutating func writeSoftBreak(_ range: SourceRange) {
    let bytes = file.bytes
    var before = range.lower - 1
    while before >= 0, bytes[before] == UInt8(ascii: "\r") || bytes[before] == UInt8(ascii: " ") {
      before -= 1
    }
    if before >= 0, bytes[before] >= 0x80, range.upper < bytes.count, bytes[range.upper] >= 0x80 {
      return
    }
    tree.addSoftBreak()
  }

  mutating func write(_ link: Link) {
    let address = links.address(of: link.target, on: page, isShownElsewhere: isShownElsewhere)
    guard let address else { return write(link.label) }
    guard !isInLink else { return write(link.label) }
    tree.open(.link(url: address, title: link.title.map { filled(page.document.text($0)) }))
    isInLink = true
    write(link.label)
    isInLink = false
    tree.close()
    let behind = deferred
    deferred = []
    write(behind)
  }

  mutating func addAnchor(_ id: String, inMarkdown: Bool = true) {
    guard tree.beginFrame() else { return }
    tree.print(html: "<a id=\"")
    tree.print(htmlText: id)
    tree.print(html: "\"></a>")
    guard inMarkdown else { return tree.print(markdown: "") }
    tree.print(markdown: "<a id=\"")
    tree.print(markdown: HTMLText.escaped(id))
    tree.print(markdown: "\"></a>")
  }
}
