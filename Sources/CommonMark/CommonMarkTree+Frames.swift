/// Inlines that both outputs print as they stand. Most are printed piece by piece, with no text put
/// together before: whoever prints a piece says whether it is markup or text.
extension CommonMarkTree {
  /// Adds what HTML and Markdown each print as it stands.
  package mutating func add(inline frame: Frame) {
    guard beginInline() else { return }
    htmlOutput.append(frame.html.enter)
    htmlOutput.append(frame.html.exit)
    markdownOutput.print(frame.markdown.enter)
    markdownOutput.print(frame.markdown.exit)
  }

  /// Makes room for an inline that is then printed piece by piece in both outputs.
  /// - Returns: whether it may stand here.
  package mutating func beginFrame() -> Bool { beginInline() }

  /// Prints a piece of a frame as it stands.
  package mutating func print(html piece: StaticString) { htmlOutput.append(piece) }

  package mutating func print(html piece: String) { htmlOutput.append(piece) }

  package mutating func print(html number: Int) { htmlOutput.append(number: number) }

  /// Prints a piece of a frame that is text or the value of an attribute.
  package mutating func print(htmlText text: String) { htmlOutput.append(escaping: text) }

  package mutating func print(htmlText text: Span<UInt8>) { htmlOutput.append(escaping: text) }

  /// Prints a piece of a frame as it stands.
  package mutating func print(markdown piece: StaticString) { markdownOutput.print(piece) }

  package mutating func print(markdown piece: String) { markdownOutput.print(piece) }

  package mutating func print(markdown piece: Span<UInt8>) {
    piece.withUnsafeBufferPointer { markdownOutput.print($0) }
  }

  /// Prints a piece of a frame in which no sign means anything to Markdown.
  package mutating func print(markdownText text: String) {
    markdownOutput.printWords(text.utf8.span)
  }

  /// Prints a piece of a frame that is the address of a picture, between its brackets.
  package mutating func print(markdownAddress url: String) {
    markdownOutput.printDestination(url.utf8.span)
  }
}
