import Rendering
import SourceText

/// Where stretches of one file stand, as members of JSON: lines and columns from 1, the end column
/// behind the last character.
struct PageRegions {
  private let file: SourceFile
  private let lines: LineIndex

  init(_ file: SourceFile) {
    self.file = file
    lines = LineIndex(file)
  }

  var lineCount: Int { lines.lineCount(of: file) }

  func line(_ range: SourceRange) -> Int { lines.line(at: range.lower) }

  func place(_ range: SourceRange) -> JSONText.Value {
    let start = lines.location(of: min(range.lower, file.bytes.count), in: file)
    let end = lines.location(of: min(range.upper, file.bytes.count), in: file)
    return .object([
      ("line", .integer(start.line)), ("column", .integer(start.column)),
      ("endLine", .integer(end.line)), ("endColumn", .integer(end.column)),
    ])
  }

  /// The file's own words, passwords in addresses hidden.
  func text(_ range: SourceRange) -> JSONText.Value { .string(file.text(range).maskingPasswords) }
}

extension JSONText.Value {
  static func members(_ members: [(String, JSONText.Value?)]) -> JSONText.Value {
    .object(members.compactMap { key, value in value.map { (key: key, value: $0) } })
  }

  static func text(_ text: String?) -> JSONText.Value? {
    text.map { .string($0.maskingPasswords) }
  }
}
