import SourceText
import Validation

/// A rule's documentation as text: what it finds, why that matters, and an example of both ways.
struct RuleExplanation {
  private let rule: Rule

  init(_ rule: Rule) { self.rule = rule }

  var text: String {
    """
    \(rule.name) (\(rule.severity.rawValue))
    \(rule.summary)

    \(wrapped(rule.explanation))

    wrong: \(example(rule.wrong))
    right: \(example(rule.right))
    """
  }

  private func example(_ example: Example) -> String {
    var text = example.title + "\n"
    for page in example.pages {
      text += example.pages.count > 1 ? "\n    \(page.path):\n" : "\n"
      for line in lines(of: page.text) {
        text += line.isEmpty ? "\n" : "    \(line.escapingControls)\n"
      }
    }
    if !example.remarks.isEmpty { text += "\n" }
    for remark in example.remarks {
      for line in lines(of: remark) { text += "    \(line.escapingControls)\n" }
    }
    return text
  }

  /// The lines of a page without the empty one that a last line end seems to open.
  private func lines(of text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.last == "" ? lines.dropLast() : lines
  }

  /// Prose in lines of 80 columns at most, its own line ends kept.
  private func wrapped(_ prose: String) -> String {
    prose.split(separator: "\n", omittingEmptySubsequences: false).map { paragraph in
      var text = ""
      var column = 0
      for word in paragraph.split(separator: " ") {
        let width = DisplayWidth.of(String(word))
        let isBreak = column + width + 1 > 80
        text += (column == 0 ? "" : isBreak ? "\n" : " ") + word
        column = isBreak ? width : column + width + 1
      }
      return text
    }.joined(separator: "\n")
  }
}
