/// A CommonMark tree that is printed while it is built, as HTML and as Markdown side by side.
///
/// Nodes are added at the place that is open; of the tree nothing is kept but the path to that place.
/// What HTML and Markdown say differently, such as ids, stands in a ``Frame``. Text never becomes
/// markup in either output; in HTML, unsafe addresses are left out. Prints what libcmark prints.
package struct CommonMarkTree: ~Copyable {
  var htmlOutput = OutputBytes(capacity: 16 * 1024)
  var markdownOutput = MarkdownOutput()
  /// The root and the containers that are open.
  var path = [OpenNode(.document)]
  /// For each open container that CommonMark does not allow in its place, how long the path was; what
  /// is put in it goes to the container around it, so that no text is lost.
  private var refused: [Int] = []
  /// The links among the open containers.
  var links: [OpenLink] = []
  /// What the frames and the blocks of HTML among them print at their ends.
  var exits: [(html: String, markdown: String)] = []

  /// Whether what comes next may stand right behind a backtick of Markdown, with which its own would
  /// run together.
  package var isBehindCode: Bool { markdownOutput.isBehindTick }

  /// Whether what comes next stands right behind part of a word in Markdown.
  package var isBehindWord: Bool { markdownOutput.isBehindWord }

  /// Whether marks of emphasis would stand right behind others, with which they would run together.
  package var isBehindMarks: Bool { markdownOutput.isBehindMarks }

  /// The same of marks of struck text.
  package var isBehindTilde: Bool { markdownOutput.isBehindTilde }

  /// How often nesting was illegal in CommonMark: 0 unless a caller is wrong.
  package internal(set) var refusals = 0

  package init() {
    path.reserveCapacity(16)
  }

  // MARK: - Building

  /// Opens a container at the open place; everything added until ``close()`` goes into it.
  package mutating func open(_ container: Container) {
    switch container {
    case .paragraph: openParagraph()
    case .heading(let level): openHeading(level: max(1, min(6, level)))
    case .bulletList(let isTight): openList(start: nil, isTight: isTight)
    case .orderedList(let start, let isTight): openList(start: start, isTight: isTight)
    case .item: openItem()
    case .blockQuote: openQuote()
    case .emphasis: openEmphasis()
    case .strong: openStrong()
    case .link(let url, let title): openLink(url, title: title)
    case .htmlBlock(let enter, let exit): openHTML(enter, exit)
    case .customInline(let frame): open(frame)
    }
  }

  package mutating func close() {
    if refused.last == path.count {
      refused.removeLast()
    } else if path.count > 1 {
      closeNode()
    }
  }

  /// Adds text that lies in a file. Control characters, which no page may hold, become spaces.
  /// - Parameter isExtended: whether `|` and `~` stay what they are even where Markdown is read with
  ///   tables and strikes.
  package mutating func add(text: Span<UInt8>, isExtended: Bool = false) {
    guard !text.isEmpty, beginText() else { return }
    text.withUnsafeBufferPointer { text in
      let signs = TextSigns.of(text)
      guard signs.contains(.unprintable) else { return add(text, signs, isExtended: isExtended) }
      PrintableText.of(text).withUnsafeBufferPointer { add($0, signs, isExtended: isExtended) }
    }
  }

  package mutating func add(text: String, isExtended: Bool = false) {
    add(text: text.utf8.span, isExtended: isExtended)
  }

  private mutating func add(
    _ text: UnsafeBufferPointer<UInt8>, _ signs: TextSigns, isExtended: Bool
  ) {
    matchAddress(text, isPlain: !isExtended || !signs.contains(.extended))
    htmlOutput.append(text, signs)
    markdownOutput.printText(text, signs, isExtended: isExtended)
  }

  /// Adds a span of code; Markdown puts as many backticks around it as it needs.
  package mutating func add(code: Span<UInt8>) {
    guard beginInline() else { return }
    code.withUnsafeBufferPointer { code in
      let signs = TextSigns.of(code)
      guard signs.contains(.unprintable) else { return add(code: code, signs) }
      PrintableText.of(code).withUnsafeBufferPointer { add(code: $0, signs) }
    }
  }

  private mutating func add(code: UnsafeBufferPointer<UInt8>, _ signs: TextSigns) {
    htmlOutput.append("<code>")
    htmlOutput.append(code, signs)
    htmlOutput.append("</code>")
    markdownOutput.printCode(code)
  }

  /// - Parameter language: what the code is written in; one word without backticks.
  package mutating func addCodeBlock(_ text: String, language: String? = nil) {
    guard let isFirst = beginBlock() else { return }
    htmlOutput.endLine()
    htmlOutput.append("<pre><code")
    if let language {
      htmlOutput.append(" class=\"language-")
      htmlOutput.append(escaping: language)
      htmlOutput.append("\"")
    }
    htmlOutput.append(">")
    htmlOutput.append(escaping: text)
    htmlOutput.append("</code></pre>\n")
    // The first block of an item stands behind its mark.
    if !isFirst || path[path[path.count - 1].holder].kind != .item { markdownOutput.endParagraph() }
    text.utf8.span.withUnsafeBufferPointer { code in
      let fence = String(repeating: "`", count: Backticks.fence(around: code))
      markdownOutput.print(fence)
      markdownOutput.print(" ")
      markdownOutput.print(language ?? "")
      markdownOutput.endLine()
      markdownOutput.print(code)
      markdownOutput.endLine()
      markdownOutput.print(fence)
    }
    markdownOutput.endParagraph()
  }

  package mutating func addLineBreak() {
    guard beginInline() else { return }
    htmlOutput.append("<br />\n")
    markdownOutput.print("  ")
    markdownOutput.endLine()
  }

  package mutating func addSoftBreak() {
    guard beginInline() else { return }
    htmlOutput.append("\n")
    if markdownOutput.isOneLine { markdownOutput.print(" ") } else { markdownOutput.endLine() }
  }

  package mutating func addThematicBreak() {
    guard beginBlock() != nil else { return }
    htmlOutput.endLine()
    htmlOutput.append("<hr />\n")
    markdownOutput.endParagraph()
    markdownOutput.print("-----")
    markdownOutput.endParagraph()
  }

  // MARK: - Printing

  package func html() -> [UInt8] { htmlOutput.array }

  package mutating func markdown() -> [UInt8] {
    markdownOutput.endText()
    return markdownOutput.finished()
  }

  /// What is put in a container that CommonMark does not allow here goes to the one around it.
  mutating func passOver() { refused.append(path.count) }
}
