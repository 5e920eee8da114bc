import CompatibilityChanges
import Rendering

/// A comparison of two lists as Markdown, for a comment on a merge request.
enum ChangesMarkdown {
  static func text(_ entry: ChangeHistory.Entry) -> String {
    let sections = ClientChangeSections(ofData: entry)
    var text = "## Changes in client support, \(entry.before.asOf) → \(entry.after.asOf)\n\n"
    text +=
      sections.sections.isEmpty
      ? "Nothing changed.\n" : "Severity: **\(entry.weight.rawValue)**\n"
    for section in sections.sections {
      text += "\n### \(section.title)\n\n"
      for line in section.lines { text += item(line) }
    }
    for remark in sections.remarks { text += "\n\(remark)\n" }
    return text + statistics(entry)
  }

  /// Text of pages is code, so that nothing in it means anything.
  private static func item(_ line: ClientChangeLine) -> String {
    let parts = line.parts.map { part in
      switch part {
      case .words(let words): MarkdownText.code(words)
      case .gone(let words): "− \(MarkdownText.code(words))"
      case .come(let words): "+ \(MarkdownText.code(words))"
      }
    }
    let subject = line.subject.isEmpty ? [] : [MarkdownText.code(line.subject)]
    return "- \((subject + parts).joined(separator: " "))\n"
  }

  private static func statistics(_ entry: ChangeHistory.Entry) -> String {
    var text = "\n| | before | after |\n| --- | --: | --: |\n"
    for (old, new) in zip(entry.before.statistics.counts, entry.after.statistics.counts) {
      let name = old.name.split(separator: "_").joined(separator: " ")
      text += "| \(name) | \(old.number) | \(new.number) |\n"
    }
    return text
  }
}
