import CompatibilityChanges
import Rendering

/// The forms in which one comparison of two lists is given out, but for the one that people read.
package enum ChangesForm: Sendable {
  case json, markdown, atom

  /// - Parameters:
  ///   - entry: the comparison.
  ///   - feed: the name of a feed in which it stands alone.
  package func bytes(_ entry: ChangeHistory.Entry, feed: String) -> [UInt8] {
    let history = ChangeHistory(begins: entry.before.asOf, entries: [entry])
    return switch self {
    case .json: ChangesJSON.bytes(history)
    case .markdown: Array(ChangesMarkdown.text(entry).utf8)
    case .atom:
      ChangesFeed(comparing: feed).bytes(history) { ClientChangeSections(ofData: $0) }
    }
  }
}

/// A comparison of two lists as lines below headings, for whoever prints it for people. May hold
/// anything that pages hold.
package struct ChangesOutline: Sendable {
  package let sections: [(kind: ChangeSection, title: String, lines: [String])]
  /// What is said below them, such as how much evidence moved.
  package let remarks: [String]

  package init(_ entry: ChangeHistory.Entry) {
    let found = ClientChangeSections(ofData: entry)
    sections = found.sections.map { ($0.kind, $0.title, $0.lines.map(\.text)) }
    remarks = found.remarks
  }
}
