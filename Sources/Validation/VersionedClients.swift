import GuideModel
import SourceText

/// The clients all of whose statements name versions, ready to be found in text with a version behind
/// their name.
struct VersionedClients: Sendable {
  /// What the statements on one client name.
  struct Rows: Sendable {
    let first: Evidence
    /// The versions of the first one, as written.
    let words: String
    fileprivate(set) var spans: Set<VersionSpan>

    /// Whether one of the versions is meant: `78` by `78.5`, and the other way round.
    func cover(_ version: VersionNumber) -> Bool {
      spans.contains { span in
        span.covers(version)
          || (span.lower.map { version <= $0 && $0 <= version.endOfFamily } ?? false)
      }
    }
  }

  private struct Name: Sendable {
    let phrase: Phrase
    let clientID: String
  }

  private var rows: [String: Rows] = [:]
  /// By the last byte of the name.
  private var names: [UInt8: [Name]] = [:]

  init(_ facts: CompatibilityFacts, claimed: [ClaimedName]) {
    var open: Set<String> = []
    for statement in facts.statements {
      let id = statement.clientID
      let claims = Claim.all(of: statement.versions)
      let spans = claims.compactMap { if case .span(let span) = $0.claim { span } else { nil } }
      guard !open.contains(id), spans.count == claims.count, let first = statement.evidence.first
      else {
        open.insert(id)
        rows[id] = nil
        continue
      }
      let words = statement.versions.scope.words
      rows[id, default: Rows(first: first, words: words, spans: [])].spans.formUnion(spans)
    }
    guard !rows.isEmpty else { return }
    let own = facts.clients.map { ($0.id, $0.name) } + claimed.map { ($0.clientID, $0.name) }
    let known = Vocabulary.standard.clients.flatMap { client in
      ([client.name] + client.aliases).map { (client.id, $0) }
    }
    var seen: Set<[UInt8]> = []
    for (id, name) in own + known where rows[id] != nil {
      let phrase = Phrase(name)
      guard let last = phrase.bytes.last, seen.insert(phrase.bytes).inserted else { continue }
      names[last, default: []].append(Name(phrase: phrase, clientID: id))
    }
  }

  var isEmpty: Bool { rows.isEmpty }

  subscript(clientID: String) -> Rows? { rows[clientID] }

  /// Where the text names a client with a number behind it that reads like a version.
  func mentions(in text: FoldedText) -> [(mention: VersionMention, place: SourceRange)] {
    let bytes = text.bytes
    var found: [(VersionMention, SourceRange)] = []
    var index = 0
    while index < bytes.count {
      guard Self.isDigit(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, Self.isDigit(bytes[index]) || Self.isInnerDot(bytes, index) {
        index += 1
      }
      guard !Self.isAmount(bytes[index...]),
        let version = VersionNumber(String(decoding: bytes[start..<index], as: UTF8.self)),
        let name = name(endingAt: Self.endOfName(bytes, before: start), in: bytes)
      else { continue }
      found.append(
        (
          VersionMention(clientID: name.clientID, version: version),
          text.sourceRange(name.start..<index)
        ))
    }
    return found
  }

  /// The longest name of a client that ends there.
  private func name(
    endingAt end: Int, in bytes: [UInt8]
  ) -> (clientID: String, start: Int)? {
    guard end > 0, let names = names[bytes[end - 1]] else { return nil }
    var best: (clientID: String, start: Int)?
    for name in names where bytes[..<end].ends(with: name.phrase.bytes) {
      let start = end - name.phrase.bytes.count
      if name.phrase.beginsWithLetter, start > 0, Self.isLetter(bytes[start - 1]) { continue }
      if start < best?.start ?? Int.max { best = (name.clientID, start) }
    }
    return best
  }

  /// Words such as `Ver.` may stand between a name and its version.
  private static func endOfName(_ bytes: [UInt8], before start: Int) -> Int {
    var end = withoutSpaces(bytes, start)
    for word in versionWords where bytes[..<end].ends(with: word) {
      let before = end - word.count
      guard before > 0, !isLetter(bytes[before - 1]) else { continue }
      end = withoutSpaces(bytes, before)
      break
    }
    return end
  }

  private static func withoutSpaces(_ bytes: [UInt8], _ end: Int) -> Int {
    var end = end
    while end > 0, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return end
  }

  private static let versionWords = ["version", "バージョン", "ver.", "ver", "v.", "v"].map {
    Array($0.utf8)
  }

  /// What makes a number something else than a version: 「5分」, 「3. 」, `32bit`.
  private static let counters = [
    "年", "月", "日", "分", "秒", "つ", "回", "台", "個", "番", "章", "人", "件", "円", "ステップ", "手順", "ビット", "-",
    "/", ":", "%", "@", " steps", " minutes",
  ].map { Array($0.utf8) }

  private static func isAmount(_ behind: ArraySlice<UInt8>) -> Bool {
    guard let first = behind.first else { return false }
    return isLetter(first) || counters.contains { behind.starts(with: $0) }
  }

  private static func isInnerDot(_ bytes: [UInt8], _ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: ".") && index + 1 < bytes.count && isDigit(bytes[index + 1])
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte) }
}

/// A version of a client that a page speaks of.
struct VersionMention: Hashable {
  let clientID: String
  let version: VersionNumber
}

extension Collection<UInt8> where Self: BidirectionalCollection {
  fileprivate func ends(with other: [UInt8]) -> Bool {
    count >= other.count && suffix(other.count).elementsEqual(other)
  }
}

extension Versions.Scope {
  /// The versions alone, without the client's name that may be written before them.
  fileprivate var words: String {
    switch self {
    case .unspecified: ""
    case .all: "all"
    case .listed(let versions): versions.joined(separator: ", ")
    case .range(let from, let through): "\(from ?? "")–\(through ?? "")"
    }
  }
}
