import SourceText

/// The findings as Markdown for the comments of a change or the summary of a job: counts, then the
/// findings by file.
///
/// Pages are written by anybody; every word of theirs stands in a span of code (`MarkdownText`).
package enum MarkdownReport {
  /// What a comment may have on the hosts that are known, with some room.
  static let commentBytes = 60_000

  /// For a comment.
  static func comment(_ report: FindingsReport) -> String {
    text(report, atMost: commentBytes)
  }

  /// - Parameter limit: how many bytes there are room for. What does not fit is left out from the end,
  ///   finding by finding, and counted.
  package static func text(_ report: FindingsReport, atMost limit: Int) -> String {
    var text = head(report)
    var path: String?
    var shown = 0
    // Room for the sentence that says what is left out.
    let room = limit - 100
    for finding in report.findings {
      var piece = ""
      if finding.place.path != path {
        piece += "\n### \(MarkdownText.code(finding.place.path))\n\n"
      }
      piece += item(finding)
      guard text.utf8.count + piece.utf8.count <= room else { break }
      text += piece
      path = finding.place.path
      shown += 1
    }
    let leftOut = report.findings.count - shown
    if leftOut > 0 {
      text += "\n*\(FindingsReport.counted(leftOut, "more finding")) not shown here.*\n"
    }
    return text
  }

  private static func head(_ report: FindingsReport) -> String {
    var text = "## \(report.tool.name): \(report.countsText)\n"
    let rules = Dictionary(grouping: report.findings, by: \.rule)
    if !rules.isEmpty {
      text += "\n| Rule | Severity | Findings |\n|---|---|---:|\n"
      let names = rules.keys.sorted()
      for severity in Severity.allCases.sorted(by: >) {
        for name in names {
          let count = rules[name]?.count { $0.severity == severity } ?? 0
          guard count > 0 else { continue }
          text += "| \(rule(name, report)) | \(severity.rawValue) | \(count) |\n"
        }
      }
    }
    if let known = report.known, !known.isEmpty {
      text += "\n\(FindingsReport.counted(known.count, "known finding")) kept out.\n"
    }
    return text
  }

  private static func rule(_ name: String, _ report: FindingsReport) -> String {
    guard let url = report.helpURL(name) else { return "`\(name)`" }
    return "[`\(name)`](<\(url)>)"
  }

  private static func item(_ finding: FindingRecord) -> String {
    let line = finding.place.region.map { "line \($0.startLine), " } ?? ""
    var text =
      "- \(line)**\(finding.severity.rawValue)** `\(finding.rule)`: "
      + MarkdownText.code(finding.message) + "\n"
    if let excerpt = finding.place.excerpt, !excerpt.text.isEmpty {
      text += "  - source: \(MarkdownText.code(excerpt.text))\n"
    }
    for note in finding.notes {
      let place = note.place.map { place in
        let line = place.region.map { ", line \($0.startLine)" } ?? ""
        return " (\(MarkdownText.code(place.path))\(line))"
      }
      text += "  - note: \(MarkdownText.code(note.message))\(place ?? "")\n"
    }
    if let help = finding.help { text += "  - help: \(MarkdownText.code(help))\n" }
    if let fix = finding.fix {
      text +=
        "  - fix (\(fix.certainty.rawValue)): "
        + (fix.replacement.isEmpty ? "take it away" : MarkdownText.code(fix.replacement)) + "\n"
    }
    return text
  }
}
