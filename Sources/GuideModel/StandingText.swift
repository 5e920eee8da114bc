import SourceText
import Syntax

/// The lines of some inlines as their author lets them stand: without what is struck out, with
/// footnotes and raised labels apart.
struct StandingText {
  /// What a reader sees, as ``VisibleText``.
  var text = ""
  /// Footnotes that stand in the text itself.
  var footnotes: [(content: [Inline], range: SourceRange)] = []
  /// Whether something was struck out.
  var hasStruck = false
  private(set) var range: SourceRange?

  init(_ inlines: [Inline], in file: SourceFile) { append(inlines, in: file) }

  /// One text a line.
  static func lines(_ inlines: [Inline], in file: SourceFile) -> [StandingText] {
    inlines.split {
      if case .softBreak = $0 { true } else if case .lineBreak = $0 { true } else { false }
    }
    .map { StandingText(Array($0), in: file) }
  }

  private mutating func append(_ inlines: [Inline], in file: SourceFile) {
    for inline in inlines {
      range = range?.union(inline.range) ?? inline.range
      switch inline {
      case .text(let range): text += file.text(range)
      case .character(let character, _): text += character
      case .lineBreak: text += " "
      case .softBreak: text += text.utf8.last.map { $0 < 0x80 } == true ? " " : ""
      case .styled(.strike, _, _): hasStruck = true
      case .styled(.raised, let content, _):
        // `○^^1^^`: a raised number is a label.
        let raised = VisibleText.of(content, in: file)
        text += raised.utf8.allSatisfy(FoldedText.isDigit) ? "(\(raised))" : raised
      case .styled(_, let content, _), .ruby(let content, _, _): append(content, in: file)
      case .link(let link): append(link.label, in: file)
      case .plugin(let plugin): append(plugin.content, in: file)
      case .footnote(let content, let range): footnotes.append((content, range))
      case .image, .anchor: break
      }
    }
  }
}
