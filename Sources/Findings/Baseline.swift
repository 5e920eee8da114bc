import SourceText

/// Findings that a team knows of and does not want to hear of again, in a file that merges in git.
///
/// ```
/// # wikiguide baseline 1
/// 0f3a5c7e9b1d2f40 <tab> broken-page-link <tab> Mail.txt <tab> Thunderbrid
/// ```
/// The fingerprint alone decides; rule, path and text are for people. Lines are sorted, so that two
/// branches that add findings seldom add them at the same place.
package struct Baseline: Sendable {
  package let path: String
  package let entries: [Entry]

  package struct Entry: Sendable, Hashable {
    package let fingerprint: String
    package let rule: String
    /// Seen from the content folder.
    package let path: String
    package let text: String
    package let range: SourceRange
  }

  private static let title = "# wikiguide baseline "
  private static let version = "1"
  private static let longestText = 200

  /// Reads a baseline. What is wrong in it is found line by line.
  package static func read(_ file: SourceFile) -> (baseline: Baseline, findings: [Diagnostic]) {
    var entries: [Entry] = []
    var findings: [Diagnostic] = []
    var start = file.textStart
    var isFirst = true
    while start < file.bytes.count {
      let end = file.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? file.bytes.count
      let range = file.line(around: start)
      let line = file.text(range.lower < start ? SourceRange(start, range.upper) : range)
      switch Line(line, range) {
      case .entry(let entry): entries.append(entry)
      case .remark: break
      case .invalid(let message, let help):
        if !isFirst { findings.append(Self.invalid(message, help, at: range, in: file)) }
      }
      if isFirst, let fault = titleFault(line) {
        findings.append(
          invalid(
            fault, "write one with 'wikiguide check --write-baseline'",
            at: range, in: file))
      }
      isFirst = false
      start = end + 1
    }
    return (Baseline(path: file.path, entries: entries), findings)
  }

  /// Whether a file may be replaced by a baseline: it is one, or holds nothing.
  package static func mayReplace(_ bytes: [UInt8]) -> Bool {
    bytes.isEmpty || bytes.starts(with: title.utf8)
  }

  /// The file that keeps these findings out.
  package static func text(of findings: [FindingRecord]) -> String {
    let lines = Set(findings.map(line)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return title + version + "\n" + lines.map { $0 + "\n" }.joined()
  }

  /// Parts findings into new ones and known ones.
  package func split(
    _ findings: [FindingRecord]
  ) -> (isNew: [Bool], stale: [Entry]) {
    let known = Set(entries.map(\.fingerprint))
    let found = Set(findings.map(\.fingerprint))
    return (
      findings.map { !known.contains($0.fingerprint) },
      entries.filter { !found.contains($0.fingerprint) }
    )
  }

  /// The note that an entry hides nothing any more.
  /// - Parameter path: how the finding names the baseline.
  package func finding(stale entry: Entry, path: String) -> Diagnostic {
    Diagnostic(
      rule: "stale-baseline-entry", severity: .note, place: SourcePlace(path, entry.range),
      message: "'\(entry.rule)' in '\(entry.path)' no longer occurs: '\(entry.text)'",
      help: "remove the line, or write the file anew with --write-baseline",
      subject: entry.fingerprint)
  }

  // MARK: - Lines

  private enum Line {
    case entry(Entry)
    case remark
    case invalid(String, help: String)

    init(_ line: String, _ range: SourceRange) {
      let bytes = line.utf8
      if bytes.isEmpty || bytes.first == UInt8(ascii: "#") {
        self = .remark
        return
      }
      let parts = bytes.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].contains(where: line.hasPrefix) {
        self = .invalid(
          "this is a mark of an unfinished merge", help: "keep the lines of both sides")
      } else if !Fingerprint.isFingerprint(parts[0][...]) {
        self = .invalid("the line does not begin with a fingerprint", help: "remove the line")
      } else if parts.count < 4 {
        self = .invalid(
          "a fingerprint, a rule, a path and a text are expected, parted by tabs",
          help: "remove the line")
      } else {
        self = .entry(
          Entry(
            fingerprint: parts[0], rule: parts[1], path: parts[2],
            text: parts[3...].joined(separator: " "), range: range))
      }
    }
  }

  private static func titleFault(_ line: String) -> String? {
    guard line.utf8.starts(with: title.utf8) else {
      return "this is no baseline: its first line is not '\(title)\(version)'"
    }
    guard line == title + version else {
      return "this baseline was written by another version of wikiguide"
    }
    return nil
  }

  private static func invalid(
    _ message: String, _ help: String, at range: SourceRange, in file: SourceFile
  ) -> Diagnostic {
    Diagnostic(
      rule: "invalid-baseline", severity: .error, place: SourcePlace(file.path, range),
      message: message, help: help)
  }

  private static func line(_ finding: FindingRecord) -> String {
    let text = String(
      String.UnicodeScalarView(
        (finding.subject ?? finding.message).unicodeScalars
          .prefix(longestText)))
    return [finding.fingerprint, finding.rule, finding.contentPath, text]
      .map(\.escapingControls).joined(separator: "\t")
  }
}
