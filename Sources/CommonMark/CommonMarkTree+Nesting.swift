/// Where nodes may stand, and what both outputs learn of each other's neighbours.
extension CommonMarkTree {
  /// Makes room for an inline that is no text.
  /// - Returns: whether it may stand here.
  mutating func beginInline() -> Bool {
    markdownOutput.endText()
    guard beginText() else { return false }
    if path[path.count - 1].kind == .link { links[links.count - 1].matched = nil }
    return true
  }

  mutating func beginText() -> Bool {
    let top = path.count - 1
    guard path[top].kind.holdsInlines else {
      refusals += 1
      return false
    }
    path[top].hasChildren = true
    path[top].innerMarks = nil
    if path[top].kind == .htmlBlock, !path[top].isParagraph { beginParagraph() }
    return true
  }

  /// Inlines right in a block of HTML, such as the rows of a table, are a paragraph of Markdown.
  private mutating func beginParagraph() {
    let top = path.count - 1
    path[top].isParagraph = true
    addToHolder(isList: false)
    markdownOutput.isTight = isTightBlock
  }

  mutating func endParagraph() {
    guard path[path.count - 1].isParagraph else { return }
    path[path.count - 1].isParagraph = false
    markdownOutput.endText()
    markdownOutput.endParagraph()
  }

  /// Makes room for a block that is no item.
  /// - Returns: whether it is the first one in Markdown of what holds it; nil where none may stand.
  mutating func beginBlock(isList: Bool = false) -> Bool? {
    guard path[path.count - 1].kind.holdsBlocks else {
      refusals += 1
      return nil
    }
    endParagraph()
    let holder = path[path.count - 1].holder
    let isFirst = !path[holder].hasChildren
    markdownOutput.isTight = isTightBlock
    if isList, path[holder].endsWithList {
      // Else the second list, or code in it, would belong to the first.
      markdownOutput.endLine()
      markdownOutput.print("<!-- end list -->")
      markdownOutput.endParagraph()
    }
    addToHolder(isList: isList)
    return isFirst
  }

  private mutating func addToHolder(isList: Bool) {
    let holder = path[path.count - 1].holder
    path[holder].hasChildren = true
    path[holder].endsWithList = isList
  }

  /// Whether a block that stands here is one of a tight item.
  var isTightBlock: Bool {
    let holder = path[path.count - 1].holder
    return path[holder].kind == .item && path[holder].hasTightItems
  }

  /// Follows the text of a link through its address, for as long as they are the same.
  mutating func matchAddress(_ text: UnsafeBufferPointer<UInt8>, isPlain: Bool) {
    guard path[path.count - 1].kind == .link, let matched = links[links.count - 1].matched else {
      return
    }
    let rest = links[links.count - 1].url.utf8.dropFirst(matched)
    let isSame = isPlain && text.count <= rest.count && zip(rest, text).allSatisfy(==)
    links[links.count - 1].matched = isSame ? matched + text.count : nil
  }

  /// Puts a node at the end of the path.
  mutating func push(_ node: consuming OpenNode) {
    if node.kind != .htmlBlock { node.holder = path.count }
    markdownOutput.isTight = node.isTight
    path.append(node)
  }
}
