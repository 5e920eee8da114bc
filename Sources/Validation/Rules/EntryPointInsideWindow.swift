import GuideModel
import SourceText
import Syntax

extension Rule {
  static let entryPointInsideWindow = Rule(
    name: "entry-point-inside-window", severity: .note,
    summary:
      "readers are told to begin at a step that stands in a window which an earlier step opens",
    explanation: """
      Who begins there has no such window on the screen. Let them begin at the step that opens it, \
      or say at the entry step how to get there.
      """,
    wrong: Example(
      "a tab of a window that is not open",
      """
      **設定例(OE6の場合)
      すでに設定したアカウントを変更するには(3)からご覧下さい。
      -(1)アカウントを追加します。
      -(2)「プロパティ」をクリックします。
      -(3)サーバのタブで確認します。
      """),
    right: Example(
      "the step that opens the window",
      """
      **設定例(OE6の場合)
      すでに設定したアカウントを変更するには(2)からご覧下さい。
      -(1)アカウントを追加します。
      -(2)「プロパティ」をクリックします。
      -(3)サーバのタブで確認します。
      """),
    check: { page, _ in
      page.guides.flatMap { guide in
        guide.entryPoints.compactMap { finding($0, in: guide, on: page) }
      }
    })

  private static func finding(
    _ point: EntryPoint, in guide: Guide, on page: PageReading
  ) -> Finding? {
    let file = page.document.file
    let steps = guide.setupSteps
    guard let entry = steps.firstIndex(where: { $0.name == point.label }), entry > 0,
      says(steps[entry], HintWords.inside, in: file),
      !says(steps[entry], HintWords.leading, in: file),
      let opener = steps[..<entry].lastIndex(where: { says($0, HintWords.opening, in: file) }),
      !steps[opener..<entry].contains(where: { says($0, HintWords.closing, in: file) })
    else { return nil }
    return Finding(
      range: point.excerpt.evidence.range,
      message: "step \(point.label), where these readers begin, stands in a window that step "
        + "\(steps[opener].name) opens",
      notes: [
        Diagnostic.Note(
          "the window is opened here", at: SourcePlace(page.path, steps[opener].range))
      ],
      help: "let them begin at step \(steps[opener].name), or say there how to open the window")
  }

  private static func says(_ step: Step, _ phrases: [Phrase], in file: SourceFile) -> Bool {
    let text = FoldedText(step.content, in: file)
    return phrases.contains { text.find($0) != nil }
  }
}
