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

/// The ids of all steps of the guides that share a page: no two are the same.
struct StepIDs: Sendable {
  /// By the guide's id, one list a procedure.
  let byGuide: [String: [[String]]]

  init(_ guides: [Guide]) {
    var ids = UniqueIDs()
    var byGuide: [String: [[String]]] = [:]
    for guide in guides {
      byGuide[guide.id] = guide.procedures.map { procedure in
        procedure.steps.map { step in
          ids.unique(StepID.id(of: step.name, kind: procedure.kind))
        }
      }
    }
    self.byGuide = byGuide
  }

  /// Whether each step's id says its label and nothing else: surely so where labels of a kind only
  /// ever rise, as they do in most guides.
  static func areLabels(_ guides: [Guide]) -> Bool {
    var last: [Procedure.Kind: String] = [:]
    for procedure in guides.lazy.flatMap(\.procedures) {
      var label = last[procedure.kind] ?? ""
      for step in procedure.steps {
        let next = step.name
        guard (label.utf8.count, label) < (next.utf8.count, next) else { return false }
        label = next
      }
      last[procedure.kind] = label
    }
    return true
  }
}
