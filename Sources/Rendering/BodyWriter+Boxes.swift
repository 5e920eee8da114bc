import CommonMark
import GuideModel
import SourceText
import Syntax

/// Boxes that authors set apart, and blocks of which a reader chooses one.
extension BodyWriter {
  /// A box with its title; one that can be folded opens without script, and is printed whole.
  mutating func write(_ admonition: Admonition) {
    let kind = file.text(admonition.kind)
    let severity = CalloutSeverity(kind: kind)
    let isFolding = admonition.isCollapsed != nil
    if isFolding {
      let open = admonition.isCollapsed == false ? " open" : ""
      let name = (severity ?? .note).rawValue
      openHTML("<details class=\"callout callout-\(name)\"\(open)>", "</details>")
      openHTML("<summary>", "</summary>")
    } else {
      openCallout(severity ?? .note)
      openHTML("<p class=\"callout-title\">", "</p>")
    }
    writeTitle(of: admonition, kind: kind, severity)
    tree.close()
    write(admonition.blocks)
    tree.close()
  }

  private mutating func writeTitle(
    of admonition: Admonition, kind: String, _ severity: CalloutSeverity?
  ) {
    guard admonition.title.isEmpty else {
      tree.open(Emphasis.strongInMarkdown(around: admonition.title, in: file))
      write(admonition.title)
      return tree.close()
    }
    tree.open(.customInline(.init(html: ("", ""), markdown: ("**", "**"))))
    let ownWord = kind.prefix(1).uppercased() + kind.dropFirst().lowercased()
    tree.add(text: severity.flatMap { text.callouts[$0] } ?? ownWord)
    tree.close()
  }

  /// All variants below each other, each with its name: a reader without script, of paper and of
  /// Markdown has them all.
  mutating func write(_ tabs: Tabs) {
    openHTML("<div class=\"variants\">", "</div>")
    for tab in tabs.tabs {
      let label = HTMLText.escaped(VisibleText.of(tab.label, in: file))
      openHTML("<section class=\"variant\" aria-label=\"\(label)\">", "</section>")
      openHTML("<p class=\"variant-name\">", "</p>")
      tree.open(Emphasis.strongInMarkdown(around: tab.label, in: file))
      write(tab.label)
      tree.close()
      tree.close()
      write(tab.blocks)
      tree.close()
    }
    tree.close()
  }

  /// The box before a task, which says whether it is done and cannot be ticked.
  mutating func writeTaskMark(_ item: ListItem) {
    guard let isDone = item.isDone else { return }
    var label = ""
    if case .paragraph(let paragraph)? = item.blocks.first {
      label = HTMLText.escaped(VisibleText.of(paragraph.content, in: file))
    }
    let state = isDone ? " checked" : ""
    tree.add(
      inline: .init(
        html: ("<input type=\"checkbox\" disabled\(state) aria-label=\"\(label)\" /> ", ""),
        markdown: (isDone ? "[x] " : "[ ] ", "")))
  }
}

extension CalloutSeverity {
  /// What the kinds of boxes mean that authors of Markdown write; nil for words of their own.
  init?(kind: String) {
    switch kind.lowercased() {
    case "note", "info", "abstract", "summary", "tldr", "seealso", "todo", "quote", "cite":
      self = .note
    case "tip", "hint", "success", "check", "done", "question", "help", "faq": self = .tip
    case "important", "attention": self = .important
    case "warning", "caution", "danger", "error", "failure", "fail", "missing", "bug":
      self = .warning
    default: return nil
    }
  }
}
