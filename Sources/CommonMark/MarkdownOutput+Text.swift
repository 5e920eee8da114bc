/// Text of Markdown, in which no sign means anything.
extension MarkdownOutput {
  /// - Parameters:
  ///   - signs: those of the text, which is printable.
  ///   - isExtended: whether `|` and `~` stay what they are even where Markdown has tables.
  mutating func printText(
    _ text: UnsafeBufferPointer<UInt8>, _ signs: TextSigns, isExtended: Bool
  ) {
    prepare()
    guard let first = text.first else { return }
    if held != 0 { release(before: isExtended && Self.isExtended(first) ? 0 : first) }
    startLine()
    endTick()
    var index = 0
    while place.isContentStart, index < text.count {
      printFirst(text, at: index, isExtended: isExtended)
      index += 1
    }
    let special: TextSigns = isExtended ? [.markdown, .extended] : .markdown
    guard !signs.isDisjoint(with: special) else {
      return bytes.append(UnsafeBufferPointer(rebasing: text[index...]))
    }
    var start = index
    while index < text.count {
      if Self.isSpecial(text[index]) || (isExtended && Self.isExtended(text[index])) {
        bytes.append(UnsafeBufferPointer(rebasing: text[start..<index]))
        printSpecial(text, at: index, isExtended: isExtended)
        start = index + 1
      }
      index += 1
    }
    bytes.append(UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// Says that no text follows: what was held back stands before something else.
  mutating func endText() {
    if held != 0 { release(before: 0) }
  }

  private mutating func release(before next: UInt8) {
    let byte = held
    held = 0
    let isMark = byte == UInt8(ascii: "&") ? Self.isLetter(next) : next == 0 || Self.isSpace(next)
    if isMark { bytes.append(UInt8(ascii: "\\")) }
    bytes.append(byte)
    place.isContentStart = false
  }

  /// A byte at the beginning of a line, where `1.`, `-` and `+` are marks of lists and `=` underlines.
  private mutating func printFirst(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int, isExtended: Bool
  ) {
    let byte = text[index]
    guard !Self.isDigit(byte) else { return bytes.append(byte) }
    let isBehindDigit = bytes.last.map(Self.isDigit) ?? false
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="):
      if !isBehindDigit { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
    case UInt8(ascii: "."), UInt8(ascii: ")"):
      guard isBehindDigit else {
        bytes.append(byte)
        break
      }
      hold(text, at: index, isExtended: isExtended)
    default:
      if Self.isSpecial(byte) || (isExtended && Self.isExtended(byte)) {
        printSpecial(text, at: index, isExtended: isExtended)
      } else {
        bytes.append(byte)
      }
    }
    place.isContentStart = false
  }

  private mutating func printSpecial(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int, isExtended: Bool
  ) {
    let byte = text[index]
    switch byte {
    case UInt8(ascii: "&"): hold(text, at: index, isExtended: isExtended)
    case UInt8(ascii: "\t"), UInt8(ascii: "\n"):
      bytes.append("&#")
      bytes.append(number: Int(byte))
      bytes.append(UInt8(ascii: ";"))
    default:
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    }
  }

  /// Prints a byte whose escaping depends on the next one, which may come with the next text.
  private mutating func hold(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int, isExtended: Bool
  ) {
    held = text[index]
    guard index + 1 < text.count else { return }
    let next = text[index + 1]
    release(before: isExtended && Self.isExtended(next) ? 0 : next)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "*"),
      UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "#"),
      UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "!"), UInt8(ascii: "\n"),
      UInt8(ascii: "\t"):
      true
    default: false
    }
  }

  private static func isExtended(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "|") || byte == UInt8(ascii: "~")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }

  // MARK: - Frames

  /// Text within what is printed as it stands, such as the description of a picture.
  mutating func printWords(_ text: Span<UInt8>) {
    text.withUnsafeBufferPointer { text in
      guard TextSigns.of(text).contains(.unprintable) else { return printWords(text) }
      PrintableText.of(text).withUnsafeBufferPointer { printWords($0) }
    }
  }

  private mutating func printWords(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in text.indices where Self.isMark(text[index]) {
      print(UnsafeBufferPointer(rebasing: text[start..<index]))
      print("\\")
      start = index
    }
    print(UnsafeBufferPointer(rebasing: text[start...]))
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "&"), UInt8(ascii: "~"), UInt8(ascii: "|"), UInt8(ascii: "#"):
      true
    default: false
    }
  }

  // MARK: - Code and links

  /// A span of code between as many backticks as it does not hold itself.
  mutating func printCode(_ code: UnsafeBufferPointer<UInt8>) {
    let mark = String(repeating: "`", count: Backticks.shortestUnused(in: code))
    let isAtEdge = [code.first, code.last].contains(UInt8(ascii: "`"))
    let hasEdges = code.first == UInt8(ascii: " ") && code.last == UInt8(ascii: " ")
    let isPadded =
      code.isEmpty || isAtEdge || (hasEdges && code.contains { $0 != UInt8(ascii: " ") })
    print(mark)
    if isPadded { print(" ") }
    print(code)
    if isPadded { print(" ") }
    print(mark)
  }

  /// The address of a picture, between angle brackets where its own would end it.
  mutating func printDestination(_ url: Span<UInt8>) {
    var hasBrackets = false
    for index in url.indices {
      if url[index] == UInt8(ascii: "(") || url[index] == UInt8(ascii: ")") { hasBrackets = true }
    }
    if hasBrackets { print("<") }
    url.withUnsafeBufferPointer { print($0) }
    if hasBrackets { print(">") }
  }

  /// What stands behind the text of a link.
  mutating func printTarget(_ url: String, title: String?) {
    print("](")
    url.utf8.span.withUnsafeBufferPointer { printAddress($0) }
    if let title { printTitle(title) }
    bytes.append(UInt8(ascii: ")"))
  }

  private mutating func printAddress(_ url: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in url.indices {
      let byte = url[index]
      switch byte {
      case UInt8(ascii: " "), 9...13:
        bytes.append(UnsafeBufferPointer(rebasing: url[start..<index]))
        bytes.append(percent: byte)
        start = index + 1
      case UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
        UInt8(ascii: "("), UInt8(ascii: ")"):
        bytes.append(UnsafeBufferPointer(rebasing: url[start..<index]))
        bytes.append(UInt8(ascii: "\\"))
        start = index
      default: break
      }
    }
    bytes.append(UnsafeBufferPointer(rebasing: url[start...]))
  }

  /// On one line; a bar would end the cell of a table.
  private mutating func printTitle(_ title: String) {
    bytes.append(" \"")
    for byte in PrintableText.of(Array(title.utf8)[...]) {
      switch byte {
      case UInt8(ascii: "&"): bytes.append("&amp;")
      case UInt8(ascii: "|"): bytes.append("&#124;")
      case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
        UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
