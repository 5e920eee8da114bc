import CommonMark
import SourceText

/// Reads a page of Markdown: libcmark understands it, and its tree is laid over the file again.
///
/// What libcmark gives out are texts with all marks read; nodes of a ``Document`` are stretches of the
/// file. The tree is therefore walked together with the bytes it was made of.
enum MarkdownParser {
  static func parse(_ file: SourceFile) -> Document {
    var text = MarkdownText()
    let whole = SourceRange(file.textStart, file.bytes.count)
    var start = whole.lower
    while start < whole.upper {
      var end = start
      while end < whole.upper, !MarkdownScanner.isLineEnd(file.bytes[end]) { end += 1 }
      text.add(SourceRange(start, end), of: file.bytes)
      text.endLine(at: end)
      let isPair = end + 1 < whole.upper && file.bytes[end] == 0x0D && file.bytes[end + 1] == 0x0A
      start = end + (isPair ? 2 : 1)
    }
    var tree = MarkdownTree(text, of: file)
    return tree.document()
  }
}
