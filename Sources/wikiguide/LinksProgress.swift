import LinkCheck

/// The line on a terminal that says how far a run has come; nothing where nobody sees it.
struct LinksProgress {
  private let isShown: Bool
  private var last = ContinuousClock.now
  private var isDrawn = false

  private static let width = 24

  init(isShown: Bool) { self.isShown = isShown }

  /// Draws at most ten times a second.
  mutating func show(_ progress: LinkProgress) {
    guard isShown else { return }
    let now = ContinuousClock.now
    guard !isDrawn || now - last >= .milliseconds(100) else { return }
    last = now
    isDrawn = true
    StandardStreams.report("\r\u{1B}[2K" + Self.line(progress))
  }

  /// Takes the line away.
  mutating func end() {
    guard isDrawn else { return }
    isDrawn = false
    StandardStreams.report("\r\u{1B}[2K")
  }

  static func line(_ progress: LinkProgress) -> String {
    let filled = progress.total == 0 ? 0 : progress.done * width / progress.total
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    var parts = ["\(progress.done) of \(progress.total)"]
    if progress.dead > 0 { parts.append("\(progress.dead) dead") }
    if progress.unsure > 0 { parts.append("\(progress.unsure) unsure") }
    if progress.waitingHosts > 0 {
      parts.append("\(Summary.counted(progress.waitingHosts, "host")) waiting")
    }
    return "\(bar) \(parts.joined(separator: ", "))"
  }
}
