import SourceText

/// Writes findings for people and editors: place, severity, rule and message on one line, then the
/// source line with carets, then what would help.
///
/// Everything that comes from a page is written with its control characters escaped.
struct DiagnosticPrinter {
  private let sources: [String: SourceFile]
  private let strokes: Strokes
  private var indexes: [String: LineIndex] = [:]
  /// The file of the place that was looked at last, and what is known of it.
  private var opened: (path: String, file: SourceFile, index: LineIndex)?
  /// The line that was looked at last, with its passwords.
  private var line: (path: String, range: SourceRange, passwords: [SourceRange])?

  private struct Strokes {
    let strong: Palette.Stroke
    let faint: Palette.Stroke
    let error: Palette.Stroke
    let warning: Palette.Stroke
    let note: Palette.Stroke
  }

  init(sources: [String: SourceFile], palette: Palette) {
    self.sources = sources
    strokes = Strokes(
      strong: Palette.Stroke(palette.strong), faint: Palette.Stroke(palette.faint),
      error: Palette.Stroke { palette.severity($0, .error) },
      warning: Palette.Stroke { palette.severity($0, .warning) },
      note: Palette.Stroke { palette.severity($0, .note) })
  }

  /// The findings one after the other, with an empty line behind each.
  mutating func text(of diagnostics: some Collection<Diagnostic>) -> [UInt8] {
    var text = PrintedText(capacity: diagnostics.count * 400)
    for diagnostic in diagnostics {
      write(diagnostic, to: &text)
      text.add("\n")
    }
    return text.bytes
  }

  mutating func text(_ diagnostic: Diagnostic) -> String {
    var text = PrintedText()
    write(diagnostic, to: &text)
    return text.text
  }

  private mutating func write(_ diagnostic: Diagnostic, to text: inout PrintedText) {
    let place = diagnostic.place
    let location = location(place)
    writeHeader(
      place, location, diagnostic.severity, rule: diagnostic.rule, diagnostic.message, to: &text)
    writeExcerpt(place, location, diagnostic.severity, to: &text)
    let gutter = Self.gutter(location)
    for note in diagnostic.notes where note.place == nil {
      writeRemark(gutter, "note", note.message, to: &text)
    }
    if let help = diagnostic.help { writeRemark(gutter, "help", help, to: &text) }
    if let suggestion = diagnostic.suggestion {
      writeSuggestion(suggestion, besides: diagnostic.help, gutter, to: &text)
    }
    for note in diagnostic.notes {
      guard let place = note.place else { continue }
      let location = self.location(place)
      writeHeader(place, location, .note, rule: nil, note.message, to: &text)
      writeExcerpt(place, location, .note, to: &text)
    }
  }

  // MARK: - Parts

  /// `Mail.txt:2:7: error[broken-page-link]: there is no page 'A'`
  private func writeHeader(
    _ place: SourcePlace, _ location: SourceLocation?, _ severity: Severity, rule: String?,
    _ message: String, to text: inout PrintedText
  ) {
    text.add(strokes.strong.before)
    text.addForeign(place.path)
    if let location {
      text.add(":")
      text.add(location.line)
      text.add(":")
      text.add(location.column)
    }
    text.add(":")
    text.add(strokes.strong.behind)
    text.add(" ")
    text.add(stroke(severity).before)
    text.add(severity.rawValue)
    if let rule {
      text.add("[")
      text.add(rule)
      text.add("]")
    }
    text.add(stroke(severity).behind)
    text.add(": ")
    text.addForeign(message)
    text.add("\n")
  }

  /// What would be written. A safe replacement that the help names is not named again.
  private func writeSuggestion(
    _ suggestion: Diagnostic.Suggestion, besides help: String?, _ gutter: Int,
    to text: inout PrintedText
  ) {
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
      if !isSaid { writeRemark(gutter, "help", words, to: &text) }
    case .maybe: writeRemark(gutter, "fix (maybe)", words, to: &text)
    }
  }

  private func writeRemark(
    _ gutter: Int, _ kind: String, _ words: String, to text: inout PrintedText
  ) {
    text.add(UInt8(ascii: " "), times: gutter + 1)
    text.add(strokes.faint.before)
    text.add("=")
    text.add(strokes.faint.behind)
    text.add(" ")
    text.add(strokes.strong.before)
    text.add(kind)
    text.add(":")
    text.add(strokes.strong.behind)
    text.add(" ")
    if words.utf8.contains(UInt8(ascii: "\n")) {
      // Passwords are looked for before lines are parted: one may go on behind a line's end.
      let lines = words.maskingPasswords.split(separator: "\n").map { String($0).escapingControls }
      text.add(lines.joined(separator: "\n" + String(repeating: " ", count: gutter + 3)))
    } else {
      text.addForeign(words)
    }
    text.add("\n")
  }

  private mutating func writeExcerpt(
    _ place: SourcePlace, _ location: SourceLocation?, _ severity: Severity,
    to text: inout PrintedText
  ) {
    guard let range = place.range, let location, let (_, file, index) = opened else { return }
    let line = index.range(ofLine: location.line, in: file)
    let excerpt = SourceExcerpt(range, on: line, in: file, hiding: passwords(on: line, in: file))
    text.add(" ")
    text.add(strokes.faint.before)
    text.add(location.line)
    text.add(strokes.faint.behind)
    text.add(" ")
    writeBar(to: &text)
    excerpt.writeLine(to: &text)
    text.add("\n")
    text.add(UInt8(ascii: " "), times: Self.gutter(location) + 1)
    writeBar(to: &text)
    excerpt.writeCarets(stroke(severity), to: &text)
    text.add("\n")
  }

  private func writeBar(to text: inout PrintedText) {
    text.add(strokes.faint.before)
    text.add("|")
    text.add(strokes.faint.behind)
    text.add(" ")
  }

  private func stroke(_ severity: Severity) -> Palette.Stroke {
    switch severity {
    case .error: strokes.error
    case .warning: strokes.warning
    case .note: strokes.note
    }
  }

  // MARK: - Places

  /// The columns before the bar: a space and the digits of the line.
  private static func gutter(_ location: SourceLocation?) -> Int {
    guard var line = location?.line else { return 1 }
    var width = 1
    while line > 0 {
      width += 1
      line /= 10
    }
    return width
  }

  /// Opens the file of a place, if it is known, and says where in it the place is.
  private mutating func location(_ place: SourcePlace) -> SourceLocation? {
    guard let range = place.range else { return nil }
    if opened?.path != place.path {
      guard let file = sources[place.path] else { return nil }
      let index = indexes[place.path] ?? LineIndex(file)
      indexes[place.path] = index
      opened = (place.path, file, index)
    }
    return opened.map { $0.index.location(of: range.lower, in: $0.file) }
  }

  /// Where passwords stand on a line. Many findings may stand on one, which is looked through once.
  private mutating func passwords(on range: SourceRange, in file: SourceFile) -> [SourceRange] {
    if let line, line.range == range, line.path == file.path { return line.passwords }
    let bytes = file.bytes[range.lower..<range.upper]
    let passwords =
      bytes.contains(UInt8(ascii: "@"))
      ? AddressPassword.ranges(in: Array(bytes)).map {
        SourceRange($0.lowerBound + range.lower, $0.upperBound + range.lower)
      } : []
    line = (file.path, range, passwords)
    return passwords
  }

  /// The finding in one line, for logs: `Mail.txt:2:7: error[broken-page-link]: there is no page 'A'`
  static func line(_ diagnostic: Diagnostic, sources: [String: SourceFile]) -> String {
    var printer = DiagnosticPrinter(sources: sources, palette: .plain)
    var text = PrintedText()
    let location = printer.location(diagnostic.place)
    printer.writeHeader(
      diagnostic.place, location, diagnostic.severity, rule: diagnostic.rule, diagnostic.message,
      to: &text)
    return String(text.text.dropLast())
  }
}
