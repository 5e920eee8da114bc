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
    var taken: Set<String> = []
    var byGuide: [String: [[String]]] = [:]
    for guide in guides {
      byGuide[guide.id] = guide.procedures.map { procedure in
        procedure.steps.map { step in
          let wanted = StepID.id(of: step.name, kind: procedure.kind)
          var id = wanted
          var number = 2
          while !taken.insert(id).inserted {
            id = "\(wanted)-\(number)"
            number += 1
          }
          return id
        }
      }
    }
    self.byGuide = byGuide
  }
}
