import Rendering
import SourceText

/// The documentation of rules for a site of documents, and for programs.
package enum RulePages {
  /// All rules on one page, each under a heading whose anchor is its name.
  package static func markdown(_ rules: [RuleDescription]) -> String {
    "# Rules\n\nWhat wikiguide looks for in pages. Each example is run as a test.\n"
      + rules.map { "\n## \($0.name)\n\n" + body($0) }.joined()
  }

  /// One rule on a page of its own.
  package static func markdown(_ rule: RuleDescription) -> String {
    "# \(rule.name)\n\n" + body(rule)
  }

  package static func json(_ rules: [RuleDescription]) -> [UInt8] {
    JSONText.bytes(.object([("rules", .array(rules.map(value)))]))
  }

  /// What stands under the heading. The words are the rule's own and may hold any sign.
  static func body(_ rule: RuleDescription) -> String {
    """
    *\(rule.severity.rawValue)* · \(escaped(rule.summary))

    \(escaped(rule.explanation))

    Wrong: \(example(rule.wrong))
    Right: \(example(rule.right))
    """
  }

  private static func example(_ example: RuleDescription.Example) -> String {
    escaped(example.title) + "\n\n"
      + example.pages.map { page in
        (example.pages.count > 1 ? "`\(page.path)`\n\n" : "") + MarkdownText.block(page.text)
      }.joined(separator: "\n")
      + (example.remarks.isEmpty
        ? ""
        : "\nwith\n\n" + MarkdownText.block(example.remarks.joined(separator: "\n")))
  }

  /// Prose in which no sign is mark-up but the backticks around code.
  private static func escaped(_ text: String) -> String {
    let parts = text.utf8.split(separator: UInt8(ascii: "`"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard parts.count % 2 == 1 else { return escapedProse(text) }
    return parts.enumerated().map { index, part in
      index % 2 == 1 ? MarkdownText.code(part) : escapedProse(part)
    }.joined()
  }

  private static func escapedProse(_ text: String) -> String {
    text.escaping { scalar in
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~": "\\" + String(scalar)
      case "&": "&amp;"
      default: nil
      }
    }
  }

  private static func value(_ rule: RuleDescription) -> JSONText.Value {
    .object([
      ("name", .string(rule.name)), ("severity", .string(rule.severity.rawValue)),
      ("summary", .string(rule.summary)), ("explanation", .string(rule.explanation)),
      ("wrong", value(rule.wrong)), ("right", value(rule.right)),
    ])
  }

  private static func value(_ example: RuleDescription.Example) -> JSONText.Value {
    .object([
      ("title", .string(example.title)),
      (
        "pages",
        .array(
          example.pages.map { .object([("path", .string($0.path)), ("text", .string($0.text))]) })
      ),
    ])
  }
}
