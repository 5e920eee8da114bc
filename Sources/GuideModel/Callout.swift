import SourceText
import Syntax

/// A paragraph that stands out: a note, a warning.
package struct Callout: Sendable {
  package let severity: CalloutSeverity
  package let paragraph: Paragraph
  package let evidence: Evidence
}

package enum CalloutSeverity: String, Sendable { case note, tip, important, warning }

/// Finds the paragraphs of a page that begin like a callout.
enum CalloutReader {
  /// How much of a paragraph's beginning is looked at: no callout word is longer.
  private static let longestWord = 48

  /// By the paragraph's range.
  static func callouts(in document: Document, lexicon: Lexicon) -> [SourceRange: CalloutSeverity] {
    var found: [SourceRange: CalloutSeverity] = [:]
    collect(document.blocks, of: document.file, lexicon: lexicon, into: &found)
    return found
  }

  static func severity(
    of paragraph: Paragraph, in file: SourceFile, lexicon: Lexicon
  ) -> CalloutSeverity? {
    guard let first = beginning(paragraph.content) else { return nil }
    let end = min(first.upper, first.lower + longestWord)
    return lexicon.callout(FoldedText(SourceRange(first.lower, end), in: file))
  }

  /// The first stretch of text, in marks such as `''` or not.
  private static func beginning(_ content: [Inline]) -> SourceRange? {
    switch content.first {
    case .text(let range)?: range
    case .styled(_, let inner, _)?, .ruby(let inner, _, _)?: beginning(inner)
    default: nil
    }
  }

  private static func collect(
    _ blocks: [Block], of file: SourceFile, lexicon: Lexicon,
    into found: inout [SourceRange: CalloutSeverity]
  ) {
    for block in blocks {
      switch block {
      case .paragraph(let paragraph) where !paragraph.isBare:
        if let severity = severity(of: paragraph, in: file, lexicon: lexicon) {
          found[paragraph.range] = severity
        }
      case .list(let list):
        for item in list.items { collect(item.blocks, of: file, lexicon: lexicon, into: &found) }
      case .quote(let quote): collect(quote.blocks, of: file, lexicon: lexicon, into: &found)
      default: break
      }
    }
  }
}
