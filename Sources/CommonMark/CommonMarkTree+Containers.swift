/// How each container begins and ends in both outputs.
extension CommonMarkTree {
  // MARK: - Blocks

  mutating func openParagraph() {
    guard beginBlock() != nil else { return passOver() }
    var node = OpenNode(.paragraph)
    node.isTight = isTightBlock
    // A block of HTML around the paragraph gives it its tags back.
    let top = path.count - 1
    node.isBare = path[top].kind == .item && path[top].hasTightItems
    if !node.isBare {
      htmlOutput.endLine()
      htmlOutput.append("<p>")
    }
    push(node)
  }

  mutating func openHeading(level: Int) {
    guard beginBlock() != nil else { return passOver() }
    var node = OpenNode(.heading)
    node.isTight = isTightBlock
    node.number = level
    htmlOutput.endLine()
    htmlOutput.append("<h")
    htmlOutput.append(number: level)
    htmlOutput.append(">")
    for _ in 0..<level { markdownOutput.print("#") }
    markdownOutput.print(" ")
    markdownOutput.beginContent()
    markdownOutput.isOneLine = true
    push(node)
  }

  /// - Parameter start: the first item's number; nil for items without numbers.
  mutating func openList(start: Int?, isTight: Bool) {
    guard beginBlock(isList: true) != nil else { return passOver() }
    var node = OpenNode(.list)
    node.isTight = isTightBlock
    node.hasTightItems = isTight
    node.isOrdered = start != nil
    node.number = start.map { Int(Int32(clamping: max(0, $0))) } ?? 0
    htmlOutput.endLine()
    if node.isOrdered, node.number != 1 {
      htmlOutput.append("<ol start=\"")
      htmlOutput.append(number: node.number)
      htmlOutput.append("\">\n")
    } else {
      htmlOutput.append(start == nil ? "<ul>\n" : "<ol>\n")
    }
    push(node)
  }

  mutating func openItem() {
    let top = path.count - 1
    guard path[top].kind == .list else {
      refusals += 1
      return passOver()
    }
    htmlOutput.endLine()
    htmlOutput.append("<li>")
    var node = OpenNode(.item)
    node.hasTightItems = path[top].hasTightItems
    node.isTight = node.hasTightItems
    // The first item stands as far from what is before as its list does.
    markdownOutput.isTight = path[top].hasChildren ? node.isTight : path[top].isTight
    node.indent = markdownOutput.printMark(number: path[top].isOrdered ? path[top].number : nil)
    path[top].hasChildren = true
    path[top].number += 1
    push(node)
  }

  mutating func openQuote() {
    guard beginBlock() != nil else { return passOver() }
    var node = OpenNode(.quote)
    node.isTight = isTightBlock
    node.indent = 2
    htmlOutput.endLine()
    htmlOutput.append("<blockquote>\n")
    markdownOutput.printQuoteMark()
    push(node)
  }

  mutating func openHTML(_ enter: String, _ exit: String) {
    guard path[path.count - 1].kind.holdsBlocks else {
      refusals += 1
      return passOver()
    }
    endParagraph()
    htmlOutput.endLine()
    htmlOutput.append(enter)
    htmlOutput.endLine()
    var node = OpenNode(.htmlBlock)
    exits.append((exit, ""))
    node.holder = path[path.count - 1].holder
    node.isTight = isTightBlock
    push(node)
  }

  // MARK: - Inlines

  mutating func openEmphasis() {
    let top = path.count - 1
    let isFirstInEmphasis = path[top].kind == .emphasis && !path[top].hasChildren
    guard beginInline() else { return passOver() }
    var node = OpenNode(.emphasis)
    htmlOutput.append("<em>")
    markdownOutput.print("*")
    node.start = markdownOutput.count - 1
    node.isFirstInEmphasis = isFirstInEmphasis
    push(inline: node)
  }

  mutating func openStrong() {
    guard beginInline() else { return passOver() }
    htmlOutput.append("<strong>")
    markdownOutput.print("**")
    push(inline: OpenNode(.strong))
  }

  mutating func openLink(_ url: String, title: String?) {
    guard beginInline() else { return passOver() }
    let title = title.flatMap { $0.isEmpty ? nil : $0 }
    htmlOutput.append("<a href=\"")
    htmlOutput.append(address: url.utf8.span)
    if let title {
      htmlOutput.append("\" title=\"")
      htmlOutput.append(escaping: title)
    }
    htmlOutput.append("\">")
    links.append(
      OpenLink(url: url, title: title, start: markdownOutput.count, place: markdownOutput.place))
    markdownOutput.print("[")
    push(inline: OpenNode(.link))
  }

  mutating func open(_ frame: Frame) {
    guard beginInline() else { return passOver() }
    htmlOutput.append(frame.html.enter)
    markdownOutput.print(frame.markdown.enter)
    exits.append((frame.html.exit, frame.markdown.exit))
    push(inline: OpenNode(.frame))
  }

  private mutating func push(inline node: consuming OpenNode) {
    node.isTight = path[path.count - 1].isTight
    push(node)
  }
}

// MARK: - Ends

extension CommonMarkTree {
  mutating func closeNode() {
    markdownOutput.endText()
    let node = path[path.count - 1]
    switch node.kind {
    case .document: return
    case .paragraph, .heading, .list, .item, .quote: closeBlock(node)
    case .htmlBlock:
      endParagraph()
      htmlOutput.endLine()
      htmlOutput.append(exits.removeLast().html)
      htmlOutput.endLine()
    case .emphasis:
      htmlOutput.append("</em>")
      closeEmphasis(node)
      markdownOutput.endMarks()
    case .strong:
      htmlOutput.append("</strong>")
      markdownOutput.print("**")
      markdownOutput.endMarks()
    case .link:
      htmlOutput.append("</a>")
      closeLink(hasText: node.hasChildren)
    case .frame:
      let exit = exits.removeLast()
      htmlOutput.append(exit.html)
      markdownOutput.print(exit.markdown)
    }
    path.removeLast()
    markdownOutput.isTight = path[path.count - 1].isTight
  }

  private mutating func closeBlock(_ node: OpenNode) {
    switch node.kind {
    case .heading:
      htmlOutput.append("</h")
      htmlOutput.append(number: node.number)
      htmlOutput.append(">\n")
      markdownOutput.isOneLine = false
      markdownOutput.endParagraph()
    case .list: htmlOutput.append(node.isOrdered ? "</ol>\n" : "</ul>\n")
    case .item:
      htmlOutput.append("</li>\n")
      markdownOutput.outdent(by: node.indent)
      markdownOutput.endLine()
    case .quote:
      htmlOutput.endLine()
      htmlOutput.append("</blockquote>\n")
      markdownOutput.outdent(by: node.indent)
      markdownOutput.endParagraph()
    default:
      if !node.isBare { htmlOutput.append("</p>\n") }
      markdownOutput.endParagraph()
    }
  }

  /// `**a**` would be no emphasis in emphasis: where it holds nothing else, the inner marks are others.
  private mutating func closeEmphasis(_ node: OpenNode) {
    markdownOutput.print("*")
    if let marks = node.innerMarks {
      markdownOutput.replace(at: marks.enter, with: UInt8(ascii: "_"))
      markdownOutput.replace(at: marks.exit, with: UInt8(ascii: "_"))
    }
    if node.isFirstInEmphasis {
      path[path.count - 2].innerMarks = (node.start, markdownOutput.count - 1)
    }
  }

  private mutating func closeLink(hasText: Bool) {
    guard let link = links.popLast() else { return }
    guard hasText, link.matched == link.url.utf8.count else {
      return markdownOutput.printTarget(link.url, title: link.title)
    }
    markdownOutput.truncate(to: link.start, at: link.place)
    markdownOutput.print("<")
    markdownOutput.print(String(Substring(link.url.utf8.dropFirst(link.textStart))))
    markdownOutput.print(">")
  }
}
