import SourceText

/// What edits would change in a file, as a unified difference for people: passwords are hidden and
/// controls made visible, so that it is not for `patch`.
package enum UnifiedDifference {
  private static let context = 3

  private struct Change {
    var old: Range<Int>
    var new: [String]
  }

  /// - Returns: empty text where nothing would change.
  package static func text(
    path: String, of text: [UInt8], edits: [TextEdit]
  ) throws(EditedLines.Fault) -> String {
    let old = lines(text[...])
    let changes = try EditedLines.of(edits, in: text).map { change($0, old) }
      .filter { !$0.old.isEmpty || !$0.new.isEmpty }
    guard !changes.isEmpty else { return "" }
    var result = "--- a/\(shown(path))\n+++ b/\(shown(path))\n"
    var shift = 0
    for group in grouped(changes) {
      result += hunk(group, old, shift: shift)
      shift += group.reduce(0) { $0 + $1.new.count - $1.old.count }
    }
    return result
  }

  /// The lines that really differ.
  private static func change(_ block: EditedLines, _ old: [String]) -> Change {
    // The text behind the last line end is no line where it is empty.
    var range = block.lines.clamped(to: 0..<old.count)
    var new = lines(block.newText[...])
    while let first = new.first, !range.isEmpty, old[range.lowerBound] == first {
      new.removeFirst()
      range = (range.lowerBound + 1)..<range.upperBound
    }
    while let last = new.last, !range.isEmpty, old[range.upperBound - 1] == last {
      new.removeLast()
      range = range.lowerBound..<(range.upperBound - 1)
    }
    return Change(old: range, new: new)
  }

  /// Changes whose surroundings touch are shown together.
  private static func grouped(_ changes: [Change]) -> [[Change]] {
    var groups: [[Change]] = []
    for change in changes {
      let distance = groups.last?.last.map { change.old.lowerBound - $0.old.upperBound }
      if distance == 0, var last = groups[groups.count - 1].popLast() {
        // Lines that follow each other are one change: first all old ones, then all new ones.
        last.old = last.old.lowerBound..<change.old.upperBound
        last.new += change.new
        groups[groups.count - 1].append(last)
      } else if let distance, distance <= 2 * context {
        groups[groups.count - 1].append(change)
      } else {
        groups.append([change])
      }
    }
    return groups
  }

  private static func hunk(_ group: [Change], _ old: [String], shift: Int) -> String {
    guard let first = group.first, let last = group.last else { return "" }
    let start = max(0, first.old.lowerBound - context)
    let end = min(old.count, last.old.upperBound + context)
    var body = ""
    var index = start
    for change in group {
      body += old[index..<change.old.lowerBound].map { line($0, " ") }.joined()
      body += old[change.old].map { line($0, "-") }.joined()
      body += change.new.map { line($0, "+") }.joined()
      index = change.old.upperBound
    }
    body += old[index..<end].map { line($0, " ") }.joined()
    let count = end - start
    let newCount = group.reduce(count) { $0 + $1.new.count - $1.old.count }
    func span(_ start: Int, _ count: Int) -> String {
      "\(count == 0 ? start : start + 1)" + (count == 1 ? "" : ",\(count)")
    }
    return "@@ -\(span(start, count)) +\(span(start + shift, newCount)) @@\n" + body
  }

  private static func line(_ text: String, _ sign: String) -> String {
    guard text.utf8.last == UInt8(ascii: "\n") else {
      return sign + shown(text) + "\n\\ No newline at end of file\n"
    }
    var end = text.utf8.dropLast()
    if end.last == UInt8(ascii: "\r") { end = end.dropLast() }
    return sign + shown(String(decoding: end, as: UTF8.self)) + "\n"
  }

  /// Tabs stay, so that columns do.
  private static func shown(_ text: String) -> String {
    text.maskingPasswords.escaping {
      $0 == "\t" ? "\t" : $0.steersTerminal ? $0.escapedIfControl : nil
    }
  }

  /// Lines with their ends.
  private static func lines(_ text: ArraySlice<UInt8>) -> [String] {
    var lines: [String] = []
    var start = text.startIndex
    while start < text.endIndex {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.endIndex
      lines.append(String(decoding: text[start..<end], as: UTF8.self))
      start = end
    }
    return lines
  }
}
