import SourceText

/// Writes findings for people and editors: place, severity, rule and message on one line, then the
/// source line with carets, then what would help.
///
/// Everything that comes from a page is written with its control characters escaped.
struct DiagnosticPrinter {
  private let sources: [String: SourceFile]
  private let palette: Palette
  private var lineIndexes: [String: LineIndex] = [:]

  init(sources: [String: SourceFile], palette: Palette) {
    self.sources = sources
    self.palette = palette
  }

  mutating func text(_ diagnostic: Diagnostic) -> String {
    let label = "\(diagnostic.severity.rawValue)[\(diagnostic.rule)]"
    var text = header(
      diagnostic.place, palette.severity(label, diagnostic.severity), diagnostic.message)
    text += excerpt(diagnostic.place, diagnostic.severity)
    let margin = String(repeating: " ", count: gutterWidth(diagnostic.place))
    for note in diagnostic.notes where note.place == nil {
      text += remark(margin, "note", note.message)
    }
    if let help = diagnostic.help { text += remark(margin, "help", help) }
    if let suggestion = diagnostic.suggestion {
      text += remark(suggestion, besides: diagnostic.help, margin)
    }
    for note in diagnostic.notes {
      guard let place = note.place else { continue }
      text += header(place, palette.severity("note", .note), note.message)
      text += excerpt(place, .note)
    }
    return text
  }

  // MARK: - Parts

  private mutating func header(_ place: SourcePlace, _ label: String, _ message: String) -> String {
    var path = place.path.maskingPasswords.escapingControls
    if let location = location(place) { path += ":\(location.line):\(location.column)" }
    return "\(palette.strong(path + ":")) \(label): \(message.maskingPasswords.escapingControls)\n"
  }

  /// What would be written. A safe replacement that the help names is not named again.
  private func remark(
    _ suggestion: Diagnostic.Suggestion, besides help: String?, _ margin: String
  ) -> String {
    let replacement = suggestion.replacement
    let lines = replacement.count { $0.isNewline } + 1
    let words =
      replacement.isEmpty
      ? "take it away"
      : lines > 1
        ? "write \(lines) lines anew, as --dry-run shows" : "write '\(replacement)' instead"
    switch suggestion.certainty {
    case .safe:
      let isSaid = !replacement.isEmpty && help?.contains(replacement) == true
      return isSaid ? "" : remark(margin, "help", words)
    case .maybe: return remark(margin, "fix (maybe)", words)
    }
  }

  private func remark(_ margin: String, _ kind: String, _ text: String) -> String {
    let lines = text.maskingPasswords.split(separator: "\n").map { String($0).escapingControls }
    let joined = lines.joined(separator: "\n\(margin)   ")
    return "\(margin) \(palette.faint("=")) \(palette.strong(kind + ":")) \(joined)\n"
  }

  private mutating func excerpt(_ place: SourcePlace, _ severity: Severity) -> String {
    guard let range = place.range, let file = sources[place.path], let location = location(place)
    else { return "" }
    let excerpt = SourceExcerpt(range, in: file)
    let margin = String(repeating: " ", count: gutterWidth(place))
    let bar = palette.faint("|")
    return """
       \(palette.faint(String(location.line))) \(bar) \(excerpt.line)
      \(margin) \(bar) \(palette.severity(excerpt.carets, severity))

      """
  }

  /// The columns before the bar: a space and the digits of the line.
  private mutating func gutterWidth(_ place: SourcePlace) -> Int {
    guard let location = location(place) else { return 1 }
    return 1 + String(location.line).count
  }

  private mutating func location(_ place: SourcePlace) -> SourceLocation? {
    guard let range = place.range, let file = sources[place.path] else { return nil }
    let index = lineIndexes[place.path] ?? LineIndex(file)
    lineIndexes[place.path] = index
    return index.location(of: range.lower, in: file)
  }

  /// The finding in one line, for logs: `Mail.txt:2:7: error[broken-page-link]: there is no page 'A'`
  static func line(_ diagnostic: Diagnostic, sources: [String: SourceFile]) -> String {
    var printer = DiagnosticPrinter(sources: sources, palette: .plain)
    return String(
      printer.header(
        diagnostic.place, "\(diagnostic.severity.rawValue)[\(diagnostic.rule)]",
        diagnostic.message
      ).dropLast())
  }
}
