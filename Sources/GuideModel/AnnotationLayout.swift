import SourceText
import Syntax

/// How comment lines are written in which authors speak to wikiguide: `//wikiguide: client Foo`.
///
/// Goes in: a page's tree. Comes out: the edits that bring its comments into that form. Spacing, the
/// case of keys and marks behind them are all that changes; what a comment says stays, and comments
/// that are not understood, or are not for us, stay as they are.
package enum AnnotationLayout {
  /// - Returns: sorted by range; none where all is in order.
  package static func edits(in document: Document) -> [TextEdit] {
    document.comments.compactMap { edit($0, in: document.file) }
      .sorted { $0.range < $1.range }
  }

  /// A comment line of ours, as authors write it in the dialect of a page.
  package static func line(_ words: String, on document: Document) -> String {
    document.naming == .mediaWiki || document.namesHeadingsByWords
      ? "<!-- \(mark) \(words) -->" : "//\(mark) \(words)"
  }

  private static func edit(_ comment: Comment, in file: SourceFile) -> TextEdit? {
    guard let words = words(of: comment, in: file) else { return nil }
    let written = file.text(comment.range)
    let laidOut: String
    if written.hasPrefix("//") {
      laidOut = "//wikiguide: \(words)"
    } else if written.hasPrefix("<!--"), written.hasSuffix("-->") {
      laidOut = "<!-- wikiguide: \(words) -->"
    } else {
      return nil
    }
    guard written != laidOut, !laidOut.contains("\n") else { return nil }
    return TextEdit(comment.range, replacement: laidOut)
  }

  /// What stands behind `wikiguide:`; nil where nobody knows what it means.
  private static func words(of comment: Comment, in file: SourceFile) -> String? {
    let text = file.text(comment.text)
    var words = text.dropFirst(mark.count).split(whereSeparator: \.isWhitespace).map(String.init)
    guard let key = words.first else { return nil }
    if let directive = Directive.read(comment, in: file)?.directive {
      words[0] = key.lowercased().filter { $0 != ":" && $0 != "=" }
      for index in directive.keyWords.clamped(to: words.indices) {
        words[index] = words[index].lowercased()
      }
      return words.joined(separator: " ")
    }
    // The line decides how the page is read, and only this spelling of it does.
    guard text.hasPrefix(mark), words.count == 2, key == "dialect",
      Dialect(rawValue: words[1]) != nil
    else { return nil }
    return words.joined(separator: " ")
  }

  private static let mark = "wikiguide:"
}

extension Directive {
  /// Which of its words, counted from 0, are no words of the author's.
  fileprivate var keyWords: Range<Int> {
    switch self {
    case .clientList, .translation: 0..<2
    case .notProcedure, .notClientList: 0..<Int.max
    case .allow(_, reason: .some): 2..<3
    case .client, .feature, .level, .procedure, .ignore, .was, .language, .checked, .allow: 0..<1
    }
  }
}
