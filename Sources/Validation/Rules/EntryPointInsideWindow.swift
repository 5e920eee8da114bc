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
      page.guides.flatMap { guide -> [Finding] in
        guard !guide.entryPoints.isEmpty else { return [] }
        var steps = StepTexts(guide.setupSteps, in: page.document.file)
        return guide.entryPoints.compactMap { finding($0, among: &steps, on: page) }
      }
    })

  private static func finding(
    _ point: EntryPoint, among texts: inout StepTexts, on page: PageReading
  ) -> Finding? {
    let steps = texts.steps
    guard let entry = steps.firstIndex(where: { $0.name == point.label }), entry > 0,
      texts.says(entry, HintWords.inside), !texts.says(entry, HintWords.leading),
      let opener = texts.lastOpening(before: entry)
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
}

/// The texts of some steps, each folded once.
private struct StepTexts {
  let steps: [Step]
  private let file: SourceFile
  private var texts: [FoldedText?]

  init(_ steps: [Step], in file: SourceFile) {
    self.steps = steps
    self.file = file
    texts = Array(repeating: nil, count: steps.count)
  }

  mutating func says(_ step: Int, _ phrases: [Phrase]) -> Bool {
    let text = texts[step] ?? FoldedText(steps[step].content, in: file)
    texts[step] = text
    return text.find(firstOf: phrases) != nil
  }

  /// The last step before one that opens a window which none behind it closes.
  mutating func lastOpening(before entry: Int) -> Int? {
    var isClosed = false
    for step in (0..<entry).reversed() {
      isClosed = isClosed || says(step, HintWords.closing)
      if says(step, HintWords.opening) { return isClosed ? nil : step }
    }
    return nil
  }
}
