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
    if let replacement = diagnostic.suggestion?.replacement,
      diagnostic.help?.contains(replacement) != true
    {
      text += remark(
        margin, "help", replacement.isEmpty ? "take it away" : "write '\(replacement)' instead")
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
    var path = place.path.escapingControls
    if let location = location(place) { path += ":\(location.line):\(location.column)" }
    return "\(palette.strong(path + ":")) \(label): \(message.escapingControls)\n"
  }

  private func remark(_ margin: String, _ kind: String, _ text: String) -> String {
    let lines = text.split(separator: "\n").map { String($0).escapingControls }
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
}
