import GuideModel
import SourceText
import Syntax

extension Rule {
  static let misspelledTerm = Rule(
    name: "misspelled-term", severity: .note,
    summary: "words are nearly, but not quite, a name that the site uses",
    explanation: """
      Who searches for the name does not find the page. This is a hint and nothing is changed: \
      only you know whether another thing is meant.
      """,
    wrong: Example("a slip of one letter", "*POP before SMTPとは\nPOP brfore SMTP is old.\n"),
    right: Example("the name itself", "*POP before SMTPとは\nPOP before SMTP is old.\n"),
    shownCheck: { shown, index in
      let file = shown.page.document.file
      var findings = nameFindings(shown.page, index.terms)
      file.bytes.withUnsafeBufferPointer { bytes in
        for range in shown.words {
          for (range, term) in index.terms.nearMisses(in: LatinWords(bytes, in: range)) {
            findings.append(
              Finding(
                range: range, message: "'\(file.text(range))' is nearly '\(term.name)'",
                help: "did you mean '\(term.name)'?"))
          }
        }
      }
      return findings
    })

  /// The page's own name, whose words begin with capitals.
  private static func nameFindings(_ page: PageReading, _ terms: SiteTerms) -> [Finding] {
    let found = Array(page.name.utf8).withUnsafeBufferPointer { bytes in
      terms.nearMisses(
        in: LatinWords(bytes, in: SourceRange(0, bytes.count), splitsAtCapitals: true))
    }
    return found.prefix(1).map { _, term in
      Finding(
        range: nil, message: "the page's name '\(page.name)' is nearly '\(term.name)'",
        help: "rename the page if '\(term.name)' is meant")
    }
  }
}
