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
    check: { page, index in
      let file = page.document.file
      var findings = nameFindings(page, index.terms)
      for range in index.visibleRanges(on: page) {
        let words = LatinWords(file.bytes, in: range)
        for (window, term) in nearMisses(in: words, index.terms) {
          let range = words.ranges[window.lowerBound].union(words.ranges[window.upperBound - 1])
          findings.append(
            Finding(
              range: range, message: "'\(file.text(range))' is nearly '\(term.name)'",
              help: "did you mean '\(term.name)'?"))
        }
      }
      return findings
    })

  /// The page's own name, whose words begin with capitals.
  private static func nameFindings(_ page: PageReading, _ terms: SiteTerms) -> [Finding] {
    let bytes = Array(page.name.utf8)
    let words = LatinWords(bytes, in: SourceRange(0, bytes.count), splitsAtCapitals: true)
    return nearMisses(in: words, terms).prefix(1).map { _, term in
      Finding(
        range: nil, message: "the page's name '\(page.name)' is nearly '\(term.name)'",
        help: "rename the page if '\(term.name)' is meant")
    }
  }

  private static func nearMisses(
    in words: LatinWords, _ terms: SiteTerms
  ) -> [(Range<Int>, SiteTerms.Term)] {
    var found: [(Range<Int>, SiteTerms.Term)] = []
    for start in words.ranges.indices {
      let length = words.ranges[start].count
      guard terms.mayBegin(with: words.firstLetter(at: start), ofLength: length) else { continue }
      let term = terms.nearMiss(at: words.word(at: start)) {
        words.run(from: start, atMost: terms.longestName)
      }
      if let term { found.append((start..<(start + term.words.count), term)) }
    }
    return found
  }
}
