import SourceText

/// A wiki's view of what changed on a page, copied from the browser as text: its colours, which told
/// deleted lines from added ones, are lost.
///
/// ```
/// YukiWiki   tools " | " tools …, name " - " subject, title of the view, notice, lines
/// PukiWiki   name "の変更点", tools …, two notices, lines
/// ```
/// All lines of both revisions stand there, deleted ones before added ones where something changed.
package struct CapturedDifference: Sendable {
  /// As written.
  package let pageName: String
  package let subject: String?
  /// The title of the view.
  package let title: String
  /// The lines of both revisions in the captured text.
  package let lines: [SourceRange]
  package let runs: [Run]

  package enum Confidence: String, Sendable, Comparable {
    case unsure, likely, sure

    package static func < (left: Confidence, right: Confidence) -> Bool {
      let order: [Confidence] = [.unsure, .likely, .sure]
      return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
    }
  }

  /// Neighbouring lines that were changed together, as indices into ``lines``.
  package struct Run: Sendable, Equatable {
    package let deleted: Range<Int>
    package let added: Range<Int>
    package let confidence: Confidence
    /// What speaks for it, in words.
    package let reason: String
  }

  /// Which of the two revisions.
  package enum Side: String, Sendable, CaseIterable { case older, newer }

  private let file: SourceFile

  /// - Returns: nil where a text is no such view.
  package static func read(_ file: SourceFile) -> CapturedDifference? {
    guard let frame = DifferenceFrame.find(in: file) else { return nil }
    let lines = frame.lines
    let bytes = file.bytes
    let merged = MergedRevisions(lines.map { bytes[$0.lower..<$0.upper] })
    // Where the frame could be that of any page, only changed lines tell.
    guard frame.isSure || merged.runs.contains(where: { $0.saving >= likelySaving }) else {
      return nil
    }
    return CapturedDifference(frame, merged, file)
  }

  /// Whether a text's beginning could be that of a view; quick, and wrong now and then.
  package static func mayBegin(_ file: SourceFile) -> Bool {
    file.bytes.withUnsafeBufferPointer { bytes in
      let beginning = UnsafeBufferPointer(rebasing: bytes.prefix(600))
      return signs.contains { stands($0, in: beginning) }
    }
  }

  private static func stands(_ sign: [UInt8], in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= sign.count else { return false }
    return sign.withUnsafeBufferPointer { sign in
      (0...(bytes.count - sign.count)).contains { index in
        bytes[index] == sign[0] && sign.indices.allSatisfy { bytes[index + $0] == sign[$0] }
      }
    }
  }

  /// What stands at the beginning of such a view.
  private static let signs = [" | ", "変更点", "の差分", "Diff of"].map { Array($0.utf8) }

  private static let sureSaving = 4.0
  private static let likelySaving = 1.5

  private init(_ frame: DifferenceFrame, _ merged: MergedRevisions, _ file: SourceFile) {
    self.file = file
    pageName = frame.pageName
    subject = frame.subject
    title = frame.title
    lines = frame.lines
    runs = merged.runs.map { run in
      Run(
        deleted: run.deleted, added: run.added,
        confidence: run.saving >= Self.sureSaving
          ? .sure : run.saving >= Self.likelySaving ? .likely : .unsure,
        reason: Self.words(run.reason))
    }
  }

  /// One revision as UTF-8, each line ended by a line feed. Lines of runs that nobody can be sure of
  /// stand in both: nothing is lost.
  package func revision(_ side: Side) -> [UInt8] {
    var left: Set<Int> = []
    for run in runs where run.confidence > .unsure {
      left.formUnion(side == .older ? run.added : run.deleted)
    }
    var text: [UInt8] = []
    for (index, line) in lines.enumerated() where !left.contains(index) {
      text += file.bytes[line.lower..<line.upper]
      text.append(UInt8(ascii: "\n"))
    }
    return text
  }

  private static func words(_ reason: MergedRevisions.Reason) -> String {
    switch reason {
    case .marksChanged: "the same words stand there with other marks"
    case .sameNumber: "two steps have the same number"
    case .rewritten: "a line follows that is the same but for a few words"
    case .emptySection: "else a heading would stand above nothing"
    case .orphanItem: "else an item would stand below no other"
    }
  }
}
