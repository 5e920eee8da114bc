import CommonMark
import GuideModel
import SourceText
import Syntax

/// Footnotes: a mark in the text, the note itself at the end of the page.
extension BodyWriter {
  mutating func writeFootnoteMark(_ content: [Inline]) {
    footnotes.append((content, page))
    let number = footnotes.count
    tree.add(
      inline: .init(
        html: (
          "<sup class=\"footnote-mark\"><a id=\"footnote:mark-\(number)\""
            + " href=\"#footnote:\(number)\">\(number)</a></sup>", ""
        ), markdown: ("[^\(number)]", "")))
  }

  /// A mark of Markdown followed by `:`, `(` or `[` would be something else.
  mutating func partFootnote(from next: Inline) {
    let first: UInt8? =
      switch next {
      case .text(let range): range.isEmpty ? nil : file.bytes[range.lower]
      case .character(let character, _): character.utf8.first
      default: nil
      }
    guard let first, ":([".utf8.contains(first) else { return }
    tree.add(inline: .init(html: ("", ""), markdown: ("<!-- -->", "")))
  }

  /// Writes the footnotes that were met so far; nothing where there were none.
  mutating func writeFootnotes() {
    guard !footnotes.isEmpty else { return }
    let label = HTMLText.escaped(text.footnotes)
    openHTML("<section class=\"footnotes\" aria-label=\"\(label)\">", "</section>")
    // A footnote may hold another one, which then comes behind it.
    var index = 0
    while index < footnotes.count {
      let number = index + 1
      page = footnotes[index].page
      let words = VisibleText.of(footnotes[index].content, in: file)
      tree.open(.paragraph)
      tree.add(
        inline: .init(
          html: ("<a id=\"footnote:\(number)\"></a><span>\(number).</span> ", ""),
          markdown: (NoteMark.markdown(number, before: words), "")))
      write(footnotes[index].content)
      let back = HTMLText.escaped(text.backToText)
      tree.add(
        inline: .init(
          html: (
            " <a href=\"#footnote:mark-\(number)\" aria-label=\"\(back)\">↩</a>", ""
          )))
      tree.close()
      index += 1
    }
    tree.close()
  }
}
