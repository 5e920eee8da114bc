/// All that is remembered of links, as one text file that merges in git.
///
/// A line a link, sorted by address, so that the same knowledge is the same bytes and two branches
/// that checked different links do not meet in one line. Nothing in it is secret.
package struct LinkState: Sendable, Equatable {
  /// By address.
  package private(set) var records: [String: LinkRecord]

  package init(_ records: some Sequence<LinkRecord> = []) {
    self.records = [:]
    for record in records { insert(record) }
  }

  package subscript(url: String) -> LinkRecord? { records[url] }

  /// Whether a link should be asked for now.
  package func isDue(_ url: String, fragments: [String] = [], now: Int) -> Bool {
    records[url]?.isDue(fragments: fragments, now: now) ?? true
  }

  /// Reads a state file; an empty one is an empty state.
  ///
  /// Lines that cannot be read are left out and named. Where a merge left two lines for one link, or
  /// its conflict marks, the newer knowledge wins, and that is named as well.
  package static func read(
    _ text: String
  ) throws(LinkStateError) -> (state: LinkState, problems: [LinkStateProblem]) {
    var state = LinkState()
    var problems: [LinkStateProblem] = []
    // By bytes: to Swift, the two that end a line in some files are one character.
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { Substring($0) }
    try checkFormat(lines.first { !$0.isEmpty && !isConflictMark($0) })
    for (index, line) in lines.enumerated() {
      let line = line.hasSuffix("\r") ? line.dropLast() : line
      if line.isEmpty || line.hasPrefix("# ") { continue }
      if isConflictMark(line) {
        problems.append(LinkStateProblem(line: index + 1, kind: .conflictMark))
        continue
      }
      guard let record = LinkStateLine.record(line) else {
        problems.append(LinkStateProblem(line: index + 1, kind: .unreadable))
        continue
      }
      if state.records[record.url] != nil {
        problems.append(LinkStateProblem(line: index + 1, kind: .duplicate(record.url)))
      }
      state.insert(record)
    }
    return (state, problems)
  }

  /// The file's text; the same state gives the same bytes.
  package var text: String {
    let lines = records.values
      .sorted { $0.url.utf8.lexicographicallyPrecedes($1.url.utf8) }.map(LinkStateLine.text)
    return ([Self.format, LinkStateLine.legend] + lines).map { $0 + "\n" }.joined()
  }

  private static let format = "# wikiguide link state, version 1"

  private static func checkFormat(_ first: Substring?) throws(LinkStateError) {
    guard let first, first != format, first != format + "\r" else { return }
    let start = format.dropLast()
    throw first.hasPrefix(start)
      ? .unknownVersion(String(first.dropFirst(start.count))) : .notALinkState
  }

  private static func isConflictMark(_ line: Substring) -> Bool {
    ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].contains(String(line.prefix(7)))
  }

  /// The later check wins; of two at once, always the same one.
  private mutating func insert(_ record: LinkRecord) {
    if let old = records[record.url] {
      let isNewer =
        old.checked != record.checked
        ? old.checked < record.checked
        : LinkStateLine.text(old).utf8.lexicographicallyPrecedes(LinkStateLine.text(record).utf8)
      guard isNewer else { return }
    }
    records[record.url] = record
  }
}

/// Why a file is no state that can be read.
package enum LinkStateError: Error, Sendable, Equatable, CustomStringConvertible {
  case notALinkState
  case unknownVersion(String)

  package var description: String {
    switch self {
    case .notALinkState: "this file does not remember links: its first line does not say so"
    case .unknownVersion(let version):
      "this file was written by another version of wikiguide (its format is \(version), not 1)"
    }
  }
}

/// What was wrong in one line of a state file, counted from 1.
package struct LinkStateProblem: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case conflictMark
    case duplicate(String)
    case unreadable
  }

  package let line: Int
  package let kind: Kind

  package init(line: Int, kind: Kind) {
    self.line = line
    self.kind = kind
  }

  package var sentence: String {
    switch kind {
    case .conflictMark: "a merge was not finished here; of two lines for a link the newer counts"
    case .duplicate(let url): "there is a second line for '\(url)'; the newer counts"
    case .unreadable: "this line cannot be read and is left out"
    }
  }
}
