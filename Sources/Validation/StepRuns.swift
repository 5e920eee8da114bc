import GuideModel
import SourceText

/// A procedure's numbered steps, cut where the author begins again at 1 for another client.
enum StepRuns {
  struct NumberedStep {
    let number: Int
    let step: Step

    /// The label as written, else the step's first words.
    func place(in file: SourceFile) -> SourceRange {
      if let range = step.labelRange { return range }
      let line = file.line(around: step.range.lower)
      return SourceRange(step.range.lower, min(line.upper, step.range.upper))
    }

    func text(in file: SourceFile) -> String {
      step.labelRange.map(file.text) ?? step.name
    }
  }

  /// Whether each number is the one behind that of the step before, so that there is nothing to say.
  static func goesOn(_ procedure: Procedure) -> Bool {
    var last: Int?
    for step in procedure.steps {
      guard let label = step.label, let number = Int(label) else { continue }
      if let last, number != last &+ 1 { return false }
      last = number
    }
    return true
  }

  /// Steps without a number of their own are left out. A list in which each step is "1" numbers
  /// itself: it makes no run.
  static func of(_ procedure: Procedure) -> [[NumberedStep]] {
    let steps = procedure.steps.compactMap { step in
      step.label.flatMap { Int($0) }.map { NumberedStep(number: $0, step: step) }
    }
    if steps.count > 1, steps.allSatisfy({ $0.number == 1 }) { return [] }
    var runs: [[NumberedStep]] = []
    for step in steps {
      let isRestart = step.number == 1 && (runs.last?.last?.number ?? 2) > 1
      if runs.isEmpty || isRestart {
        runs.append([step])
      } else {
        runs[runs.count - 1].append(step)
      }
    }
    return runs
  }
}
