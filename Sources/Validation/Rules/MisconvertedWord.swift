import GuideModel
import SourceText
import Syntax

extension Rule {
  static let misconvertedWord = Rule(
    name: "misconverted-word", severity: .note,
    summary: "a word is written with the signs of another one that sounds alike",
    explanation: """
      An input method has chosen the wrong signs. Readers understand it, but who searches for the \
      right word does not find the page.
      """,
    wrong: Example("a slip of the input method", "迷惑メールの発進源にしないために\n"),
    right: Example("the word that is meant", "迷惑メールの発信源にしないために\n"),
    shownCheck: { shown, _ in
      let file = shown.page.document.file
      // Most pages have no such word: a look at the bytes tells.
      guard HintWords.mayHold(misconversionIn: file.bytes) else { return [] }
      return shown.words.flatMap { range in
        let text = FoldedText(range, in: file)
        return HintWords.misconversions.compactMap { written, meant in
          text.find(written).map { found in
            let place = text.sourceRange(found)
            return Finding(
              range: place, message: "'\(file.text(place))' is most likely '\(meant)'",
              help: "did you mean '\(meant)'?",
              suggestion: Diagnostic.Suggestion(place, replacement: meant))
          }
        }
      }
    })
}
