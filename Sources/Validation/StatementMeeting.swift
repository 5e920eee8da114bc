import GuideModel

/// Two statements on one client and one feature that speak of the same version.
struct StatementMeeting: Sendable {
  let earlier: SupportStatement
  let later: SupportStatement
  /// The version that both name, in words; nil where they speak of the client as a whole.
  let versions: String?

  /// Whether both levels are known and differ.
  var isContradiction: Bool {
    guard let first = earlier.level, let second = later.level else { return false }
    return first != second
  }

  /// All meetings among statements on one client and one feature, which come in file order.
  ///
  /// A statement meets the first of all that name the very same versions; of ranges, those that are
  /// sorted beside it. So one odd line among many gives one meeting, and the work grows with the
  /// number of statements and the sorting of their versions.
  static func all(in statements: [SupportStatement]) -> [StatementMeeting] {
    guard statements.count > 1 else { return [] }
    var meetings: [StatementMeeting] = []
    var seen: Set<Pair> = []
    func meet(_ first: Int, _ second: Int, _ versions: String?) {
      let pair = Pair(earlier: min(first, second), later: max(first, second))
      guard first != second, seen.insert(pair).inserted else { return }
      meetings.append(
        StatementMeeting(
          earlier: statements[pair.earlier], later: statements[pair.later], versions: versions))
    }
    var firsts: [Claim: Int] = [:]
    var spans: [(span: VersionSpan, index: Int)] = []
    for (index, statement) in statements.enumerated() {
      for (claim, words) in Claim.all(of: statement.versions) {
        if let first = firsts[claim] {
          meet(first, index, claim == .whole ? nil : words)
          continue
        }
        firsts[claim] = index
        if case .span(let span) = claim { spans.append((span, index)) }
      }
    }
    // Who says "all versions" speaks of each of them, and of the client as a whole.
    if let all = firsts[.all] {
      let words = statements[all].versions.asWritten
      for index in statements.indices { meet(all, index, words.isEmpty ? "all versions" : words) }
    }
    for (first, second) in Self.meetings(among: spans, levels: statements.map(\.level)) {
      meet(first, second, words(of: statements[first], statements[second]))
    }
    return meetings
  }

  private struct Pair: Hashable {
    let earlier: Int
    let later: Int
  }

  /// Goes through the spans by where they begin, and holds each against the one of every level that
  /// reaches furthest.
  private static func meetings(
    among spans: [(span: VersionSpan, index: Int)], levels: [SupportLevel?]
  ) -> [(Int, Int)] {
    guard spans.count > 1 else { return [] }
    let sorted = spans.sorted { left, right in
      if VersionSpan.begins(left.span, before: right.span) { return true }
      return !VersionSpan.begins(right.span, before: left.span) && left.index < right.index
    }
    var furthest: [(level: SupportLevel?, span: VersionSpan, index: Int)] = []
    var found: [(Int, Int)] = []
    for (span, index) in sorted {
      for other in furthest where other.span.reaches(span) { found.append((other.index, index)) }
      let level = levels[index]
      if let place = furthest.firstIndex(where: { $0.level == level }) {
        if furthest[place].span.ends(before: span) { furthest[place] = (level, span, index) }
      } else {
        furthest.append((level, span, index))
      }
    }
    return found
  }

  private static func words(
    of first: SupportStatement, _ second: SupportStatement
  ) -> String {
    // One version says more than the range that it lies in.
    for statement in [first, second] where statement.versions.listed.count == 1 {
      return statement.versions.listed[0]
    }
    return second.versions.asWritten
  }
}

/// One part of what a statement says of versions.
enum Claim: Hashable {
  case whole
  case all
  /// A version that is no number.
  case name(String)
  case span(VersionSpan)

  /// The parts with their words.
  static func all(of versions: Versions) -> [(claim: Claim, words: String)] {
    switch versions.scope {
    case .unspecified: [(.whole, "")]
    case .all: [(.all, versions.asWritten)]
    case .listed(let listed):
      listed.map { version in
        (VersionSpan(version: version).map(Claim.span) ?? .name(version), version)
      }
    case .range(let from, let through):
      [
        (
          VersionSpan(from: from, through: through).map(Claim.span)
            ?? .name("\(from ?? "")-\(through ?? "")"), versions.asWritten
        )
      ]
    }
  }
}
