import CommonMark
import SourceText
import Syntax

/// Values that readers type: those that pages spell, and those that placeholders stand for.
extension BodyWriter {
  /// Writes text with its values set apart, so that they can be copied and are not broken in two.
  mutating func writeWithValues(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    let isPlain = isInHeading || isInPreformatted || isInCode
    var start = bytes.startIndex
    for place in places(in: bytes) {
      writeStretch(bytes[start..<place.range.lowerBound], isPlain: isPlain)
      writeValue(place.value)
      start = place.range.upperBound
    }
    writeStretch(bytes[start...], isPlain: isPlain)
  }

  /// Writes text with what its placeholders stand for, and nothing else set apart.
  mutating func writeWithPlaceholders(_ bytes: ArraySlice<UInt8>) {
    var start = bytes.startIndex
    for place in places(in: bytes) {
      writeLiteral(bytes[start..<place.range.lowerBound].span)
      writeValue(place.value)
      start = place.range.upperBound
    }
    let rest = bytes[start...]
    writeLiteral(rest.span)
  }

  private func places(
    in bytes: ArraySlice<UInt8>
  ) -> [(range: Range<Int>, value: ProviderValues.Value)] {
    values?.places(in: bytes) ?? []
  }

  private mutating func writeStretch(_ bytes: ArraySlice<UInt8>, isPlain: Bool) {
    guard !isPlain else { return writeLiteral(bytes.span) }
    var start = bytes.startIndex
    for value in SettingValues.ranges(in: bytes) {
      writeLiteral(bytes[start..<value.lowerBound].span)
      writeSettingValue(bytes[value].span)
      start = value.upperBound
    }
    let rest = bytes[start...]
    writeLiteral(rest.span)
  }

  /// A value of a page's own text, in which neither a backtick nor a bar stands.
  private mutating func writeSettingValue(_ bytes: Span<UInt8>) {
    let isBehindCode = tree.isBehindCode
    guard tree.beginFrame() else { return }
    tree.print(html: "<code class=\"value\">")
    tree.print(htmlText: bytes)
    tree.print(html: "</code>")
    tree.print(markdown: isBehindCode ? "<code>" : "`")
    tree.print(markdown: bytes)
    tree.print(markdown: isBehindCode ? "</code>" : "`")
    isAtLineStart = false
  }

  /// Within headings, links and verbatim text a value is text, so that nothing is put behind it.
  mutating func writeValue(_ value: ProviderValues.Value) {
    let isSetApart = value.isTyped && !isInHeading && !isInPreformatted && !isInLink
    guard isSetApart || value.part != nil else { return writeLiteral(value.text.utf8.span) }
    let element = isSetApart ? "code class=\"value\"" : "span"
    let mark = value.part.map { " data-value=\"\($0.rawValue)\"" } ?? ""
    let markdown = isSetApart ? code(value.text) : Self.markdown(value.text)
    tree.add(
      inline: .init(
        html: (
          "<\(element)\(mark)>\(HTMLText.escaped(value.text))</\(isSetApart ? "code" : "span")>", ""
        ), markdown: (markdown, "")))
    isAtLineStart = false
  }

  /// Words of a computer: a value where they are one, which can be copied, else as they stand.
  mutating func writeCode(_ content: [Inline]) {
    // Blanks of code show.
    isAtLineStart = false
    if content.count == 1, case .text(let range) = content[0], !isInHeading, !isInLink {
      let bytes = file.bytes[range.lower..<range.upper]
      if SettingValues.ranges(in: bytes) == [bytes.indices] { return writeText(range) }
    }
    if !tree.isBehindCode, let words = plainCode(content) { return tree.add(code: words.span) }
    tree.open(Emphasis.container(.code, isPlain: false, in: file))
    let isWithin = isInCode
    isInCode = true
    write(content)
    isInCode = isWithin
    tree.close()
  }

  /// The words of code that is nothing but words; nil where backticks could not hold it in Markdown.
  private func plainCode(_ content: [Inline]) -> ArraySlice<UInt8>? {
    var words: [UInt8] = []
    for inline in content {
      switch inline {
      case .text(let range):
        let bytes = file.bytes[range.lower..<range.upper]
        guard values?.places(in: bytes).isEmpty ?? true,
          !references.contains(where: { range.contains($0.range) })
        else { return nil }
        words += bytes
      case .character(let character, _): words += character.utf8
      // Between Japanese letters, a line end shows nothing.
      case .softBreak where (words.last ?? 0) < 0x80: words.append(UInt8(ascii: " "))
      default: return nil
      }
    }
    let endsCell = isInCell && words.contains(UInt8(ascii: "|"))
    guard !isInPreformatted, !endsCell, !words.allSatisfy({ $0 <= 0x20 }) else { return nil }
    return words[...]
  }

  /// A span of code of Markdown; what has a backtick of its own is text instead.
  private func code(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && !"`|".utf8.contains($0) }
    guard !isPlain || !tree.isBehindCode else { return "<code>\(HTMLText.escaped(text))</code>" }
    return isPlain ? "`\(text)`" : Self.markdown(text.split(whereSeparator: \.isNewline).joined())
  }

  /// Lines that stand as they are, with what their placeholders stand for.
  mutating func writeVerbatim(_ lines: [SourceRange]) {
    openHTML("<pre class=\"with-marks\">", "</pre>")
    isInPreformatted = true
    for (index, line) in lines.enumerated() {
      if index > 0 { writeLineBreak() }
      writeWithPlaceholders(file.bytes[line.lower..<line.upper])
    }
    isInPreformatted = false
    tree.close()
  }

  /// Whether a line of verbatim text has a placeholder that stands for something.
  func holdsPlaceholder(_ lines: [SourceRange]) -> Bool {
    guard let values else { return false }
    return lines.contains { !values.places(in: file.bytes[$0.lower..<$0.upper]).isEmpty }
  }

  /// Words of a page where they are no more than text, such as a picture's description.
  func filled(_ words: String) -> String { values?.filled(words) ?? words }
}
