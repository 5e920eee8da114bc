/// What one text has that another has not, line by line.
struct LineChanges {
  enum Line {
    case kept(Substring)
    case removed(Substring)
    case added(Substring)
    /// So many lines that both have are not shown here.
    case skipped(Int)
  }

  private(set) var lines: [Line] = []
  private(set) var added = 0
  private(set) var removed = 0

  /// More lines than this are not compared: nobody would read what comes of it.
  private static let mostLines = 4_000
  /// Lines that are shown before and behind a change, so that it can be found.
  private static let context = 2

  /// - Returns: nil where the texts are too long to be compared.
  init?(from old: [UInt8], to new: [UInt8]) {
    let old = Self.lines(of: old)
    let new = Self.lines(of: new)
    guard old.count <= Self.mostLines, new.count <= Self.mostLines else { return nil }
    // The same lines at both ends need no search.
    let prefix = zip(old, new).prefix { $0 == $1 }.count
    let suffix = zip(old[prefix...].reversed(), new[prefix...].reversed()).prefix { $0 == $1 }.count
    let middle = Self.merge(old[prefix..<(old.count - suffix)], new[prefix..<(new.count - suffix)])
    let all = old[..<prefix].map(Line.kept) + middle + old[(old.count - suffix)...].map(Line.kept)
    for line in middle {
      switch line {
      case .added: added += 1
      case .removed: removed += 1
      case .kept, .skipped: break
      }
    }
    lines = Self.withoutFarLines(all)
  }

  private static func lines(of text: [UInt8]) -> [Substring] {
    var lines = String(decoding: text, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasSuffix("\r") ? $0.dropLast() : $0 }
    if lines.last?.isEmpty == true { lines.removeLast() }
    // The wiki's own notes on who wrote when are no text of the page.
    lines.removeAll { $0.hasPrefix("#author(") }
    return lines
  }

  /// Both texts in one, removed lines before the added ones of each change.
  private static func merge(_ old: ArraySlice<Substring>, _ new: ArraySlice<Substring>) -> [Line] {
    let old = Array(old)
    let new = Array(new)
    var isRemoved = Array(repeating: false, count: old.count)
    var isAdded = Array(repeating: false, count: new.count)
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): isRemoved[offset] = true
      case .insert(let offset, _, _): isAdded[offset] = true
      }
    }
    var merged: [Line] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if left < old.count, isRemoved[left] {
        merged.append(.removed(old[left]))
        left += 1
      } else if right < new.count, isAdded[right] {
        merged.append(.added(new[right]))
        right += 1
      } else {
        merged.append(.kept(new[right]))
        left += 1
        right += 1
      }
    }
    return merged
  }

  private static func withoutFarLines(_ all: [Line]) -> [Line] {
    var isNear = Array(repeating: false, count: all.count)
    for index in all.indices {
      if case .kept = all[index] { continue }
      for near in max(0, index - context)...min(all.count - 1, index + context) {
        isNear[near] = true
      }
    }
    var shown: [Line] = []
    var hidden = 0
    for index in all.indices {
      guard isNear[index] else {
        hidden += 1
        continue
      }
      if hidden > 0 { shown.append(.skipped(hidden)) }
      hidden = 0
      shown.append(all[index])
    }
    if hidden > 0, !shown.isEmpty { shown.append(.skipped(hidden)) }
    return shown
  }
}
