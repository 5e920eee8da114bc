import GuideModel
import SourceText

/// What a rule says about one place of a page; the rule's name and severity are added later.
package struct Finding: Sendable {
  /// The smallest wrong range; nil where the page as a whole is meant.
  let range: SourceRange?
  let message: String
  var notes: [Diagnostic.Note] = []
  var help: String?
  var suggestion: Diagnostic.Suggestion?
  /// The address, number or name that the finding is about, as it was written.
  var subject: String?
}

extension SourceFile {
  /// Where some words stand within a range; the whole range where they do not.
  func place(of words: String, in range: SourceRange) -> SourceRange {
    guard !words.isEmpty else { return range }
    let text = FoldedText(range, in: self)
    return text.find(Phrase(words)).map(text.sourceRange) ?? range
  }
}
