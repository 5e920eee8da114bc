import Rendering
import Site
import SourceText

/// Findings as the overlay shows them: with the source line, the stretch in it, and a link that opens it.
struct FindingExcerpts {
  private let moment: PreviewState.Moment
  private let editor: EditorAddress?
  private var indexes: [String: LineIndex] = [:]

  init(_ moment: PreviewState.Moment) {
    self.moment = moment
    editor = (moment.model?.configuration.editor).map(EditorAddress.init)
  }

  mutating func json(
    _ finding: Diagnostic, in sources: [String: SourceFile]? = nil
  ) -> JSONText.Value {
    let sources = sources ?? moment.judged?.sources ?? [:]
    var values: [(key: String, value: JSONText.Value)] = [
      ("severity", .string(finding.severity.rawValue)), ("rule", .string(finding.rule)),
      ("message", .string(finding.message.maskingPasswords)),
      ("path", .string(finding.place.path)),
    ]
    values += place(finding.place, sources[finding.place.path])
    if let help = finding.help { values.append(("help", .string(help.maskingPasswords))) }
    if let suggestion = finding.suggestion, !suggestion.replacement.isEmpty,
      finding.help?.contains(suggestion.replacement) != true
    {
      values.append(("write", .string(suggestion.replacement.maskingPasswords)))
    }
    values.append(
      ("notes", .array(finding.notes.map { .string($0.message.maskingPasswords) })))
    return .object(values)
  }

  /// Line and column, the line itself, and where in it the finding is, in Unicode scalars.
  private mutating func place(
    _ place: SourcePlace, _ file: SourceFile?
  ) -> [(key: String, value: JSONText.Value)] {
    guard let file else { return [] }
    let index = indexes[file.path] ?? LineIndex(file)
    indexes[file.path] = index
    let range = place.range ?? SourceRange(file.textStart, file.textStart)
    let location = index.location(of: range.lower, in: file)
    let line = file.line(around: range.lower)
    let start = max(line.lower, file.textStart)
    let from = location.column - 1
    let end = min(max(range.upper, range.lower), line.upper)
    let length = file.text(SourceRange(min(range.lower, end), end)).unicodeScalars.count
    var values: [(key: String, value: JSONText.Value)] = [
      ("line", .integer(location.line)), ("column", .integer(location.column)),
      ("text", .string(Self.masked(file, SourceRange(min(start, line.upper), line.upper)))),
      ("from", .integer(from)), ("length", .integer(length)),
    ]
    if let editor, let path = moment.model?.systemPath(ofSource: file.path) {
      let address = editor.address(of: path, line: location.line, column: location.column)
      values.append(("editor", .string(address)))
    }
    return values
  }

  /// Text with a star for each character of a password.
  static func masked(_ file: SourceFile, _ range: SourceRange) -> String {
    let bytes = Array(file.bytes[range.lower..<range.upper])
    let hidden = AddressPassword.ranges(in: bytes)
    guard !hidden.isEmpty else { return file.text(range) }
    var text = ""
    var offset = 0
    for scalar in file.text(range).unicodeScalars {
      text.unicodeScalars.append(hidden.contains { $0.contains(offset) } ? "*" : scalar)
      offset += UTF8.width(scalar)
    }
    return text
  }
}
