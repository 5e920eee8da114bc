import SourceText
import Syntax

/// Cuts a paragraph in which several lines begin with the numbers of steps.
enum NumberedLines {
  /// The paragraph itself where it holds one step at the most.
  ///
  /// Line by line, a number must follow the one before: 1, 2, 4, or 1, 1, 1. A line that begins
  /// otherwise goes on with the step above it.
  static func parts(of paragraph: Paragraph, in file: SourceFile) -> [Paragraph] {
    guard let first = StepLabel.read(paragraph.content, in: file) else { return [paragraph] }
    var parts: [[Inline]] = [[]]
    var last = first.number
    var areOnes = first.number == 1
    for (index, inline) in paragraph.content.enumerated() {
      guard isLineEnd(inline), let label = label(behind: index, of: paragraph, in: file),
        label.follows(last) || areOnes && label.number == 1
      else {
        parts[parts.count - 1].append(inline)
        continue
      }
      areOnes = areOnes && label.number == 1
      last = label.number
      parts.append([])
    }
    return parts.compactMap { content in
      guard let first = content.first, let last = content.last else { return nil }
      return Paragraph(
        content: content, isBare: paragraph.isBare, range: first.range.union(last.range))
    }
  }

  private static func isLineEnd(_ inline: Inline) -> Bool {
    switch inline {
    case .softBreak, .lineBreak: true
    default: false
    }
  }

  private static func label(
    behind index: Int, of paragraph: Paragraph, in file: SourceFile
  ) -> StepLabel? {
    guard index + 1 < paragraph.content.count else { return nil }
    return StepLabel.read(behind: paragraph.content[index + 1], in: file)
  }
}
