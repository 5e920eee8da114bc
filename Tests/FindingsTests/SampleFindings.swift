import Findings
import SourceText

/// Findings made up for tests.
enum Sample {
  /// The same digits for the same bytes; no digest, but enough to tell findings apart.
  static func hash(_ bytes: [UInt8]) -> String {
    let value = bytes.reduce(into: UInt64(0xcbf2_9ce4_8422_2325)) { hash, byte in
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  static func records(_ diagnostics: [Diagnostic], _ files: SourceFile...) -> [FindingRecord] {
    let sources = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0) })
    return FindingRecord.all(diagnostics, sources: sources, hash: hash)
  }

  /// A finding on some words of a file.
  static func finding(
    _ words: String, in file: SourceFile, severity: Severity = .error, message: String = "wrong",
    notes: [Diagnostic.Note] = [], suggestion: String? = nil, subject: String? = nil
  ) -> Diagnostic {
    let range = self.range(of: words, in: file)
    return Diagnostic(
      rule: "made-up", severity: severity, place: SourcePlace(file.path, range), message: message,
      notes: notes, suggestion: suggestion.map { .init(range, replacement: $0) }, subject: subject)
  }

  static func range(of words: String, in file: SourceFile) -> SourceRange {
    let words = Array(words.utf8)
    let start = file.bytes.indices.first { file.bytes[$0...].starts(with: words) } ?? 0
    return SourceRange(start, start + words.count)
  }

  static func report(
    _ findings: [FindingRecord], known: [FindingRecord]? = nil, failOn: Severity? = .error
  ) -> FindingsReport {
    FindingsReport(
      tool: .init(name: "wikiguide", version: "test"), rules: [], findings: findings, known: known,
      failOn: failOn)
  }

  static func text(_ form: FindingsForm, _ report: FindingsReport) -> String {
    String(decoding: form.bytes(report), as: UTF8.self)
  }

  /// Text that tries to leave every form.
  static let hostile =
    "a%0A::error::b\r\n::stop-commands::x\u{1B}[31m \u{9B}2J \u{0} ]]> </failure><script>&amp; "
    + "``` ` @everyone #1 [x](javascript:1) {0} | \u{202E}\u{FFFE} \"q\" :\u{301},\u{301}%\u{301}"
}
