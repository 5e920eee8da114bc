import LinkCheck
import Site
import SourceText

/// How many addresses there are, and what is known of them: the parts add up to the whole.
enum LinksSummary {
  /// `3 dead, 10 unsure, 1 host waiting`, while the run goes on; empty where nothing is to be said.
  static func remark(_ progress: LinkProgress) -> String {
    var parts: [String] = []
    if progress.dead > 0 { parts.append("\(progress.dead) dead") }
    if progress.unsure > 0 { parts.append("\(progress.unsure) unsure") }
    if progress.waitingHosts > 0 {
      parts.append("\(Summary.counted(progress.waitingHosts, "host")) waiting")
    }
    return parts.joined(separator: ", ")
  }

  /// ```
  /// 214 addresses: 190 alive, 3 dead, 10 unsure, 11 not checked
  /// not checked: 6 private address 10.0.0.1 is not asked, 5 left out by the configuration
  /// 40 asked now, the rest is remembered
  /// ```
  static func text(_ counts: LinkRun.Counts, isOffline: Bool) -> String {
    let notChecked = counts.notChecked.reduce(0) { $0 + $1.count }
    let total = counts.total == 1 ? "1 address" : "\(counts.total) addresses"
    var text =
      "\(total): \(counts.alive) alive, \(counts.dead) dead, \(counts.unsure) unsure, "
      + "\(notChecked) not checked\n"
    if !counts.notChecked.isEmpty {
      let shown = counts.notChecked.prefix(10).map { "\($0.count) \($0.reason.escapingControls)" }
      let rest = counts.notChecked.dropFirst(10).reduce(0) { $0 + $1.count }
      text +=
        "not checked: "
        + (shown + (rest > 0 ? ["\(rest) for other reasons"] : []))
        .joined(separator: ", ") + "\n"
    }
    if counts.total > 0 {
      text +=
        isOffline
        ? "nothing was asked\n"
        : "\(counts.asked) asked now\(counts.asked < counts.total ? ", the rest was not due" : "")\n"
    }
    return text
  }
}
