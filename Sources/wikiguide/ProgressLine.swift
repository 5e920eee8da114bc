import Site

/// The words for how far a run has come.
enum ProgressLine {
  private static let widestBar = 24
  private static let narrowestBar = 8

  static func name(_ phase: WorkProgress.Phase) -> String {
    switch phase {
    case .findingFiles: "finding files"
    case .readingPages: "reading pages"
    case .pictures: "looking into pictures"
    case .checking: "checking"
    case .rendering: "rendering"
    case .writing: "writing"
    case .publishing: "publishing"
    case .askingAddresses: "asking for addresses"
    }
  }

  /// `reading pages: 1204 of 10000, 3 dead`
  static func text(_ state: WorkProgress.State) -> String {
    let counts = counts(state)
    return name(state.phase) + (counts.isEmpty ? "" : ": " + counts)
  }

  /// `reading pages ████░░░░ 1204 of 10000`, in so many columns at most; in few columns the bar goes
  /// first.
  static func bar(_ state: WorkProgress.State, columns: Int) -> String {
    guard let total = state.total, total > 0 else {
      return DisplayWidth.clipped(text(state), to: columns)
    }
    let (before, after) = (name(state.phase) + " ", " " + counts(state))
    let width = min(
      widestBar, columns - DisplayWidth.of(before) - DisplayWidth.of(after))
    guard width >= narrowestBar else { return DisplayWidth.clipped(text(state), to: columns) }
    let filled = min(state.done, total) * width / total
    return before + String(repeating: "█", count: filled)
      + String(repeating: "░", count: width - filled) + after
  }

  /// `{"phase":"reading-pages","done":1204,"total":10000}`
  static func json(_ state: WorkProgress.State) -> String {
    // Names of phases need no escaping.
    let total = state.total.map(String.init) ?? "null"
    return "{\"phase\":\"\(state.phase.rawValue)\",\"done\":\(state.done),\"total\":\(total)}"
  }

  private static func counts(_ state: WorkProgress.State) -> String {
    var parts: [String] = []
    if let total = state.total { parts.append("\(min(state.done, total)) of \(total)") }
    if !state.remark.isEmpty { parts.append(state.remark) }
    return parts.joined(separator: ", ")
  }
}
