/// What one text has that another has not, line by line.
struct LineChanges: Sendable {
  enum Line: Sendable {
    case kept(String)
    case removed(String)
    case added(String)
    /// So many lines that both have are not shown here.
    case skipped(Int)
  }

  private(set) var lines: [Line] = []
  private(set) var added = 0
  private(set) var removed = 0

  /// Where more lines than this differ, they are not compared: the search would take for ever, and
  /// nobody would read what comes of it.
  private static let mostLines = 3_000
  /// Lines that are shown before and behind a change, so that it can be found.
  private static let context = 2

  /// - Returns: nil where the texts are too long to be compared.
  init?(from old: [UInt8], to new: [UInt8]) {
    let old = Self.lines(of: old)
    let new = Self.lines(of: new)
    // The same lines at both ends need no search.
    let prefix = zip(old, new).prefix { $0 == $1 }.count
    let suffix = zip(old[prefix...].reversed(), new[prefix...].reversed()).prefix { $0 == $1 }.count
    guard old.count + new.count - 2 * (prefix + suffix) <= Self.mostLines else { return nil }
    let middle = Self.merge(old[prefix..<(old.count - suffix)], new[prefix..<(new.count - suffix)])
    let ends = (
      old[..<prefix].suffix(Self.context), old[(old.count - suffix)...].prefix(Self.context)
    )
    let all =
      Self.skipped(prefix - ends.0.count) + ends.0.map { .kept(String($0)) } + middle
      + ends.1.map { .kept(String($0)) } + Self.skipped(suffix - ends.1.count)
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
        merged.append(.removed(String(old[left])))
        left += 1
      } else if right < new.count, isAdded[right] {
        merged.append(.added(String(new[right])))
        right += 1
      } else {
        merged.append(.kept(String(new[right])))
        left += 1
        right += 1
      }
    }
    return merged
  }

  private static func skipped(_ count: Int) -> [Line] { count > 0 ? [.skipped(count)] : [] }

  /// Leaves out kept lines that are far from any change.
  private static func withoutFarLines(_ all: [Line]) -> [Line] {
    var isNear = Array(repeating: false, count: all.count)
    for index in all.indices {
      switch all[index] {
      case .kept: break
      case .skipped: isNear[index] = true
      case .removed, .added:
        for near in max(0, index - context)...min(all.count - 1, index + context) {
          isNear[near] = true
        }
      }
    }
    var shown: [Line] = []
    var hidden = 0
    for index in all.indices {
      guard isNear[index] else {
        hidden += 1
        continue
      }
      shown += skipped(hidden)
      hidden = 0
      shown.append(all[index])
    }
    return shown + skipped(hidden)
  }
}
