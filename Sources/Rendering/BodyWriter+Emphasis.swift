import CommonMark
import SourceText
import Syntax

/// Emphasis, and what stands beside its marks in Markdown, which must be told from those of its neighbours.
extension BodyWriter {
  mutating func write(_ style: Inline.Style, around content: [Inline]) {
    let isPlain = isPlain(style, around: content)
    tree.open(Emphasis.container(style, isPlain: isPlain, in: file))
    let isOuterBeforeWord = isBeforeWord
    // Behind what an element holds stands its tag.
    if !isPlain, !Self.isForHTMLAlone(style) { isBeforeWord = false }
    let isNew = isPlain && openMarks.insert(style).inserted
    write(content)
    if isNew { openMarks.remove(style) }
    isBeforeWord = isOuterBeforeWord
    tree.close()
  }

  /// Whether the marks of Markdown would be read as what they are.
  private func isPlain(_ style: Inline.Style, around content: [Inline]) -> Bool {
    switch style {
    case .strong, .emphasis: if tree.isBehindMarks { return false }
    case .strike: if tree.isBehindTilde { return false }
    default: return false
    }
    // A mark within its like could end that one.
    guard !openMarks.contains(style) else { return false }
    guard Emphasis.beginsAndEndsWithLetters(content, in: file) else { return false }
    switch edge(of: content, .start, in: style) {
    case .blank: return false
    case .mark: if tree.isBehindWord { return false }
    case .word: break
    }
    switch edge(of: content, .end, in: style) {
    case .blank: return false
    case .mark: return !isBeforeWord
    case .word: return true
    }
  }

  private static func isForHTMLAlone(_ style: Inline.Style) -> Bool {
    switch style {
    case .coloured, .larger, .smaller, .plain: true
    case .strong, .emphasis, .strike, .inserted, .raised, .lowered, .code, .keyboard: false
    }
  }

  // MARK: - Edges

  private enum Side { case start, end }

  /// What stands right within a mark.
  private enum Edge {
    case word
    /// Code, a link or the like: beside it, a mark must not touch a word outside.
    case mark
    case blank
  }

  private func edge(of content: [Inline], _ side: Side, in style: Inline.Style) -> Edge {
    let inlines = side == .start ? content : content.reversed()
    for inline in inlines {
      if let edge = edge(of: inline, side, in: style) { return edge }
    }
    return .blank
  }

  /// Nil where nothing is printed.
  private func edge(of inline: Inline, _ side: Side, in style: Inline.Style) -> Edge? {
    switch inline {
    case .text(let range): edge(of: range, side)
    case .character(let character, _): Self.edge(of: character, side)
    case .softBreak, .lineBreak: .blank
    case .styled(let inner, let content, _) where Self.isForHTMLAlone(inner):
      content.isEmpty ? nil : edge(of: content, side, in: style)
    case .styled(let inner, let content, _)
    where [.strong, .emphasis].contains(inner) && style != .strike:
      // Marks that run together with those around them; elements do not.
      inner != style && !openMarks.contains(inner)
        && Emphasis.beginsAndEndsWithLetters(content, in: file)
        ? edge(of: content, side, in: style) : .mark
    case .ruby(let content, _, _) where side == .start: edge(of: content, side, in: style)
    case .plugin(let plugin):
      plugin.content.isEmpty ? nil : edge(of: plugin.content, side, in: style)
    case .styled, .link, .image, .footnote, .anchor, .ruby: .mark
    }
  }

  private func edge(of range: SourceRange, _ side: Side) -> Edge? {
    guard !range.isEmpty else { return nil }
    let place = side == .start ? range.lower : range.upper
    let bytes = file.bytes[range.lower..<range.upper]
    let isReference = references.contains {
      range.contains($0.range) && (side == .start ? $0.range.lower : $0.range.upper) == place
    }
    let isValue = SettingValues.ranges(in: bytes).contains {
      (side == .start ? $0.lowerBound : $0.upperBound) == place
    }
    if isReference || isValue { return .mark }
    return Self.edge(of: String(decoding: bytes, as: UTF8.self), side)
  }

  private static func edge(of text: String, _ side: Side) -> Edge? {
    let scalars = text.unicodeScalars
    guard let scalar = side == .start ? scalars.first : scalars.last else { return nil }
    if scalar.properties.isWhitespace { return .blank }
    return scalar.isInWord ? .word : .mark
  }

  // MARK: - What follows

  /// Whether an inline begins with part of a word, as far as that is known before it is printed.
  func mayBeginWithWord(_ inline: Inline) -> Bool {
    switch inline {
    case .text(let range): Self.beginsWithWord(file.text(range))
    case .character(let character, _): Self.beginsWithWord(character)
    case .styled(let style, let content, _) where Self.isForHTMLAlone(style):
      mayBeginWithWord(content)
    case .link(let link): mayBeginWithWord(link.label)
    case .ruby(let content, _, _): mayBeginWithWord(content)
    case .plugin(let plugin): mayBeginWithWord(plugin.content)
    case .styled, .lineBreak, .softBreak, .image, .footnote, .anchor: false
    }
  }

  private func mayBeginWithWord(_ content: [Inline]) -> Bool {
    guard let first = content.first else { return true }
    return mayBeginWithWord(first)
  }

  private static func beginsWithWord(_ text: String) -> Bool {
    text.unicodeScalars.first?.isInWord ?? true
  }
}
