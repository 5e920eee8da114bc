import SourceText

/// Finds the ends of boxes that have a line of their own at both ends: `:::note` … `:::` and
/// `<details>` … `</details>`.
enum MarkdownFences {
  /// The number of the line that ends each box, by that of the line that begins it. One walk over the
  /// lines, so that boxes without an end cost nothing.
  static func ends(
    of lines: ArraySlice<MarkdownFeed.Line>, in bytes: [UInt8]
  ) -> [Int: Int] {
    var ends: [Int: Int] = [:]
    var colons: [Int] = []
    var details: [Int] = []
    var place = MarkdownPlace()
    for index in lines.indices {
      let line = lines[index].rest
      guard place.take(line, in: bytes) else { continue }
      let rest = trimmed(line, in: bytes.span)
      if matches(":::", at: rest.lower, in: bytes.span, end: rest.upper) {
        let isEnd = bytes[rest.lower..<rest.upper].allSatisfy { $0 == UInt8(ascii: ":") }
        if !isEnd {
          colons.append(index)
        } else if let open = colons.popLast() {
          ends[open] = index
        }
      } else if begins("<details", rest, bytes) {
        // On one line, it is read as all HTML is.
        if !holdsEnd(rest, bytes) { details.append(index) }
      } else if begins("</details>", rest, bytes), let open = details.popLast() {
        ends[open] = index
      }
    }
    return ends
  }

  private static func begins(
    _ tag: StaticString, _ line: SourceRange, _ bytes: [UInt8]
  ) -> Bool {
    let count = tag.utf8CodeUnitCount
    guard line.count >= count else { return false }
    return tag.withUTF8Buffer { tag in
      (0..<count).allSatisfy { bytes[line.lower + $0] | 0x20 == tag[$0] | 0x20 }
    }
  }

  private static func holdsEnd(_ line: SourceRange, _ bytes: [UInt8]) -> Bool {
    (line.lower..<line.upper).contains {
      matches("</details>", at: $0, in: bytes.span, end: line.upper)
    }
  }
}
