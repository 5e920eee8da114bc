import GuideModel

/// The number that each step of a procedure shows.
enum StepNumbers {
  /// The author's labels; positions where the author gave none, and in lists of nothing but `1.`,
  /// which number themselves.
  static func shown(_ procedure: Procedure) -> [String] {
    let steps = procedure.steps
    let isSelfNumbering = steps.count > 1 && steps.allSatisfy { $0.label == "1" }
    return steps.map { isSelfNumbering ? String($0.ordinal) : $0.name }
  }

  /// The labels as numbers; one that is none counts on from the one before it.
  static func numbers(_ labels: [String]) -> [Int] {
    var last = 0
    return labels.map { label in
      last = Int(label) ?? last + 1
      return last
    }
  }
}

/// Ids of steps, which other pages and systems link to: they depend on the label alone.
enum StepID {
  static func id(of label: String, kind: Procedure.Kind) -> String {
    switch kind {
    case .setup: "step-\(label)"
    case .operation: "operation-\(label)"
    case .troubleshooting: "troubleshooting-\(label)"
    }
  }
}
