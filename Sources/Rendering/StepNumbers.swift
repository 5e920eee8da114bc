import GuideModel

/// The numbers of steps, for lists that count up from one of them.
enum StepNumbers {
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
