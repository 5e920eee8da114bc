import GuideModel

/// What changed on a page from revision to revision, the newest change first.
///
/// Added and removed lines differ by their sign and their element, not by colour alone.
enum HistoryPage {
  static func html(_ page: PageReading, _ history: PageHistory, text: InterfaceText) -> [UInt8] {
    var html = "<h1>\(HTMLText.escaped(text.historyOf(page.title)))</h1>\n"
    html += "<p><a href=\"../index.html\">\(HTMLText.escaped(page.title))</a></p>\n"
    html += "<p class=\"lead\">\(HTMLText.escaped(text.historyLead))</p>\n"
    for change in history.changes { html += section(change.moment, change.lines, text) }
    return Array(html.utf8)
  }

  private static func section(
    _ moment: PageHistory.Moment?, _ changes: LineChanges?, _ text: InterfaceText
  ) -> String {
    var html = "<h2>\(moment.map(time) ?? HTMLText.escaped(text.dateUnknown))</h2>\n"
    guard let changes else { return html + "<p>\(HTMLText.escaped(text.tooLongToCompare))</p>\n" }
    guard changes.added + changes.removed > 0 else {
      return html + "<p>\(HTMLText.escaped(text.nothingChanged))</p>\n"
    }
    html += "<p>\(HTMLText.escaped(text.linesChanged(changes.added, changes.removed)))</p>\n"
    html += "<ol class=\"line-changes\">\n"
    for line in changes.lines { html += item(line, text) }
    return html + "</ol>\n"
  }

  static func time(_ moment: PageHistory.Moment) -> String {
    "<time datetime=\"\(moment.iso8601)\">\(moment.day)</time>"
  }

  private static func item(_ line: LineChanges.Line, _ text: InterfaceText) -> String {
    switch line {
    case .kept(let words): "<li><code>\(shown(words))</code></li>\n"
    case .removed(let words):
      "<li class=\"removed\"><span class=\"sign\">−<span class=\"hidden\"> "
        + "\(HTMLText.escaped(text.removed))</span></span><del><code>\(shown(words))</code></del></li>\n"
    case .added(let words):
      "<li class=\"added\"><span class=\"sign\">＋<span class=\"hidden\"> "
        + "\(HTMLText.escaped(text.added))</span></span><ins><code>\(shown(words))</code></ins></li>\n"
    case .skipped(let count):
      "<li class=\"skipped\">\(HTMLText.escaped(text.linesNotShown(count)))</li>\n"
    }
  }

  private static func shown(_ words: String) -> String { HTMLText.escaped(words) }
}
