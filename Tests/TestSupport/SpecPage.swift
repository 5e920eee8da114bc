import Foundation

/// A test case that a wiki author can read: a Markdown file with prose, a `wiki` block with the
/// source, and a block with what must come of it.
///
/// The mark `crlf` behind `wiki` gives every line of the source Windows line ends, `name=…` the name
/// of its page; other marks with a value are for those who run the case. With `RECORD=1` in the environment a differing expectation is rewritten; the
/// case fails all the same, so that nobody records without looking.
package struct SpecPage: Sendable, CustomStringConvertible {
  /// The case's file name without its ending.
  package let description: String
  package let source: String
  package let pageName: String
  /// The values of the marks behind `wiki`, such as `pages=A,B`.
  package let marks: [String: String]
  package let expected: String
  package let hasExpectation: Bool
  /// The blocks with the mark `file PATH`, in order.
  package let files: [(path: String, text: String)]
  private let url: URL
  private let lines: [String]
  private let expectedLines: Range<Int>

  /// All cases of the `Spec` folder that lies beside a test file, by name.
  /// - Parameter kind: the mark of the block with the expectation, such as `tree`.
  package static func all(beside testFile: String = #filePath, expecting kind: String) -> [SpecPage]
  {
    let folder = URL(filePath: testFile).deletingLastPathComponent().appending(path: "Spec")
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "md" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { SpecPage($0, expecting: kind) }
  }

  /// What is wrong with an outcome, in words for people; nil where it is the expected one.
  package func complaint(about actual: String) -> String? {
    let actual = actual.hasSuffix("\n") || actual.isEmpty ? actual : actual + "\n"
    guard actual != expected else { return nil }
    let change = Self.change(from: expected, to: actual)
    guard ProcessInfo.processInfo.environment["RECORD"] == "1" else {
      return "\(description).md expects something else:\n\(change)"
    }
    var recorded = lines
    recorded.replaceSubrange(
      expectedLines,
      with: actual.split(separator: "\n", omittingEmptySubsequences: false)
        .dropLast().map(String.init))
    do {
      try Data(recorded.joined(separator: "\n").utf8).write(to: url)
      return "recorded \(description).md:\n\(change)"
    } catch {
      return "\(description).md cannot be recorded: \(error)"
    }
  }

  private init(_ url: URL, expecting kind: String) {
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let wiki = Self.block("wiki", in: lines)
    let marks = wiki.map { lines[$0.lowerBound - 1].split(separator: " ").dropFirst() } ?? []
    let expectation = Self.block(kind, in: lines)
    let name = url.deletingPathExtension().lastPathComponent
    let values = marks.map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
      .filter { $0.count == 2 }.map { ($0[0], $0[1]) }
    self.marks = Dictionary(values, uniquingKeysWith: { first, _ in first })
    self.url = url
    self.lines = lines
    description = name
    pageName = self.marks["name"] ?? name
    source = Self.joined(lines[wiki ?? 0..<0], end: marks.contains("crlf") ? "\r\n" : "\n")
    hasExpectation = expectation != nil
    files = Self.files(in: lines)
    expectedLines = expectation ?? lines.count..<lines.count
    expected = expectation.map { Self.joined(lines[$0], end: "\n") } ?? "no block '\(kind)'\n"
  }

  private static func files(in lines: [String]) -> [(path: String, text: String)] {
    lines.indices.filter { lines[$0].hasPrefix("```file ") }.compactMap { open in
      guard let close = lines[(open + 1)...].firstIndex(of: "```") else { return nil }
      let path = String(lines[open].dropFirst("```file ".count))
      return (path, joined(lines[(open + 1)..<close], end: "\n"))
    }
  }

  private static func joined(_ lines: ArraySlice<String>, end: String) -> String {
    lines.map { $0 + end }.joined()
  }

  /// The lines between a fence with this mark and the fence that closes it.
  private static func block(_ kind: String, in lines: [String]) -> Range<Int>? {
    let open = lines.firstIndex { line in
      line == "```" + kind || line.hasPrefix("```" + kind + " ")
    }
    guard let open, let close = lines[(open + 1)...].firstIndex(of: "```") else { return nil }
    return (open + 1)..<close
  }

  /// Lines that only one of two texts has, `-` for the old and `+` for the new.
  package static func change(from old: String, to new: String) -> String {
    let old = old.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let new = new.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return new.difference(from: old).map { change in
      switch change {
      case .remove(_, let line, _): "- \(line)"
      case .insert(_, let line, _): "+ \(line)"
      }
    }.joined(separator: "\n")
  }
}
