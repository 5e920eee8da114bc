import CompatibilityChanges
import Findings
import SourceText

/// A comparison of two lists as people read it in a terminal, one change a line.
struct ChangesText {
  let palette: Palette

  func text(_ entry: ChangeHistory.Entry) -> String {
    let outline = ChangesOutline(entry)
    var text = ""
    for section in outline.sections {
      text += palette.strong(section.title) + "\n"
      for line in section.lines {
        let sign = "  \(Self.sign(section.kind)) "
        text += palette.change(sign + line.escapingControls, section.kind) + "\n"
      }
      text += "\n"
    }
    if outline.sections.isEmpty { text += "Nothing changed.\n\n" }
    for remark in outline.remarks { text += remark + "\n" }
    if !outline.remarks.isEmpty { text += "\n" }
    return text + statistics(entry) + "severity: \(entry.weight.rawValue)\n"
  }

  private static func sign(_ kind: ChangeSection) -> String {
    switch kind {
    case .removal: "−"
    case .downgrade: "↓"
    case .addition: "+"
    case .upgrade: "↑"
    case .version, .requirement, .note, .guide, .link: "~"
    }
  }

  private func statistics(_ entry: ChangeHistory.Entry) -> String {
    zip(entry.before.statistics.counts, entry.after.statistics.counts).map { old, new in
      let name = old.name.split(separator: "_").joined(separator: " ")
      let line = "\(name): \(old.number)"
      return old.number == new.number
        ? palette.faint(line) + "\n" : "\(line) → \(new.number)\n"
    }.joined()
  }
}
