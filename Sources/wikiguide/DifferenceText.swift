import GuideModel
import Inspection
import SourceText
import Syntax

/// How a page differs from an earlier revision, as people read it in a terminal, one change a line.
struct DifferenceText {
  let difference: PageDifference
  /// The earlier revision, as the user named it.
  let against: String
  let palette: Palette

  var text: String {
    let path = difference.new.shownPath.escapingControls
    var text = palette.strong("\(path) against \(against.escapingControls)") + "\n"
    guard !difference.changes.isEmpty else {
      return text + "Nothing of what is understood of the page has changed.\n"
    }
    var guide: String?
    for change in difference.changes {
      if change.guide != guide {
        guide = change.guide
        if let guide { text += palette.strong("guide \(guide)") + "\n" }
      }
      text += line(change)
    }
    return text + faults
  }

  private func line(_ change: PageChange) -> String {
    let words = "\(Self.sign(change)) \(change.message.escapingControls)"
    return "  " + palette.pageChange(words, change) + palette.faint(place(change)) + "\n"
  }

  private func place(_ change: PageChange) -> String {
    guard let range = change.place else {
      return change.oldPlace.map { " (was line \(line($0, difference.old)))" } ?? ""
    }
    guard let page = change.page else { return " (line \(line(range, difference.new)))" }
    guard let file = difference.new.library.page(at: page)?.document.file else { return "" }
    return " (line \(LineIndex(file).line(at: range.lower)))"
  }

  private func line(_ range: SourceRange, _ page: InspectedPage) -> Int {
    LineIndex(page.reading.document.file).line(at: range.lower)
  }

  /// `references to 7 and 9 are now wrong`
  private var faults: String {
    var labels: [String] = []
    for change in difference.changes where change.isFault {
      if let step = change.step, !labels.contains(step) { labels.append(step) }
    }
    guard let last = labels.last else { return "" }
    let others = labels.dropLast().joined(separator: ", ")
    let listed = others.isEmpty ? last : "\(others) and \(last)"
    return palette.severity("references to \(listed) are now wrong".escapingControls, .warning)
      + "\n"
  }

  static func sign(_ change: PageChange) -> String {
    switch change.kind {
    case .featureAdded, .clientAdded, .statementAdded, .guideAdded, .stepInserted,
      .entryPointAdded:
      "+"
    case .featureRemoved, .clientRemoved, .statementRemoved, .guideRemoved, .stepRemoved,
      .entryPointRemoved:
      "−"
    case .titleChanged, .levelChanged, .guideRenamed, .stepMoved, .stepChanged,
      .stepsRenumbered:
      "~"
    case .entryPointWrong, .referenceWrong, .referenceBroken: "!"
    }
  }
}

extension Palette {
  /// What is new is green, what is gone red, what is wrong now yellow.
  func pageChange(_ text: String, _ change: PageChange) -> String {
    switch DifferenceText.sign(change) {
    case "+": added(text)
    case "−": removed(text)
    case "!": severity(text, .warning)
    default: text
    }
  }
}
