import SourceText
import WikiStore

/// How many lines of captured difference views come back right: `bench differences [seed [pairs]]`.
struct DifferenceMeasure {
  private var tallies: [String: Tally] = [:]
  private var falseViews = 0
  private var plainPages = 0

  fileprivate struct Tally {
    var views = 0
    var recognised = 0
    var exact = 0
    var runs = 0
    var unsureRuns = 0
    var deleted = Count()
    var added = Count()
    var lost = 0
  }

  fileprivate struct Count {
    var right = 0
    var claimed = 0
    var real = 0

    var precision: Double { claimed == 0 ? 1 : Double(right) / Double(claimed) }
    var recall: Double { real == 0 ? 1 : Double(right) / Double(real) }
  }

  static func run(seed: UInt64, pairs: Int) {
    var measure = DifferenceMeasure()
    var pages = GuidePages(seed: seed)
    for index in 0..<pairs {
      let edit = PageEdit.allCases[index % PageEdit.allCases.count]
      let old = pages.page()
      measure.judge(plain: old, &pages.numbers)
      guard let new = edit.apply(to: old, &pages), new != old else { continue }
      for wiki in CapturedView.Wiki.allCases {
        let view = CapturedView(old: old, new: new, by: wiki, &pages.numbers)
        measure.judge(view, kinds: [edit.rawValue, wiki.rawValue, "all"])
      }
    }
    measure.report(seed: seed)
  }

  private mutating func judge(plain page: [String], _ numbers: inout SeededNumbers) {
    let body = page.joined(separator: "\n") + "\n"
    let shown = CapturedView.toolRow(&numbers) + "\n\nMailSetup - \(page[0])\n\n" + body
    for text in [body, shown, body + body] {
      plainPages += 1
      if CapturedDifference.read(SourceFile(path: "page.txt", text: text)) != nil {
        falseViews += 1
      }
    }
  }

  private mutating func judge(_ view: CapturedView, kinds: [String]) {
    let captured = CapturedDifference.read(SourceFile(path: "view.txt", text: view.text))
    for kind in kinds { tallies[kind, default: Tally()].add(view, captured) }
    for confidence in [CapturedDifference.Confidence.sure, .likely] {
      tallies["(\(confidence.rawValue))", default: Tally()].add(view, captured, only: confidence)
    }
  }

  private func report(seed: UInt64) {
    print("seed \(seed)")
    print(
      Self.row(
        "kind",
        ["views", "known", "exact", "runs", "unsure", "del P", "del R", "add P", "add R", "lost"]))
    for (kind, tally) in tallies.sorted(by: { $0.key < $1.key }) {
      print(Self.row(kind, tally.cells))
    }
    print("taken for a view though none: \(falseViews) of \(plainPages)")
  }

  private static func row(_ name: String, _ cells: [String]) -> String {
    ([name] + cells).enumerated().map { index, cell in
      let padding = String(repeating: " ", count: max(1, (index == 0 ? 16 : 8) - cell.count))
      return index == 0 ? cell + padding : padding + cell
    }.joined()
  }
}

extension DifferenceMeasure.Tally {
  /// - Parameter only: counts the lines of runs of one confidence alone as claimed.
  fileprivate mutating func add(
    _ view: CapturedView, _ captured: CapturedDifference?,
    only: CapturedDifference.Confidence? = nil
  ) {
    views += 1
    guard let captured else {
      deleted.real += view.lines.count { $0.fate == .deleted }
      added.real += view.lines.count { $0.fate == .added }
      return
    }
    recognised += 1
    runs += captured.runs.count
    unsureRuns += captured.runs.count { $0.confidence == .unsure }
    var fates = Array(repeating: CapturedView.Fate.both, count: view.lines.count)
    for run in captured.runs
    where run.confidence > .unsure && only.map({ $0 == run.confidence }) != false {
      for index in run.deleted where fates.indices.contains(index) { fates[index] = .deleted }
      for index in run.added where fates.indices.contains(index) { fates[index] = .added }
    }
    var isExact = true
    for (line, fate) in zip(view.lines, fates) {
      let isBlank = line.text.allSatisfy(\.isWhitespace)
      if line.fate != fate, !isBlank { isExact = false }
      guard !isBlank else { continue }
      deleted.count(claimed: fate == .deleted, real: line.fate == .deleted)
      added.count(claimed: fate == .added, real: line.fate == .added)
      if line.fate == .both, fate != .both { lost += 1 }
    }
    if isExact { exact += 1 }
  }

  fileprivate var cells: [String] {
    let rates = [deleted.precision, deleted.recall, added.precision, added.recall]
    return [views, recognised, exact, runs, unsureRuns].map(String.init)
      + rates.map { String(Int(($0 * 1000).rounded())) } + [String(lost)]
  }
}

extension DifferenceMeasure.Count {
  fileprivate mutating func count(claimed isClaimed: Bool, real isReal: Bool) {
    if isClaimed { claimed += 1 }
    if isReal { real += 1 }
    if isClaimed, isReal { right += 1 }
  }
}
