import SourceText
import Syntax

/// What a reader sees of some inlines, as one line of text.
package enum VisibleText {
  package static func of(_ inlines: [Inline], in file: SourceFile) -> String {
    var text = ""
    append(inlines, in: file, to: &text)
    return text
  }

  private static func append(_ inlines: [Inline], in file: SourceFile, to text: inout String) {
    for inline in inlines {
      switch inline {
      case .text(let range): text += file.text(range)
      case .character(let character, _): text += character
      case .lineBreak: break
      case .softBreak: text += text.utf8.last.map { $0 < 0x80 } == true ? " " : ""
      case .styled(_, let content, _), .ruby(let content, _, _):
        append(content, in: file, to: &text)
      case .link(let link): append(link.label, in: file, to: &text)
      case .plugin(let plugin): append(plugin.content, in: file, to: &text)
      case .image, .footnote, .anchor: break
      }
    }
  }
}
