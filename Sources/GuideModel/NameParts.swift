/// The clients that a name names: `OE6/OE5.5` is one in two versions, `Thunderbird、Becky!` are two.
struct NameParts {
  struct Part {
    var id: String
    var name: String
    var kind: Client.Kind
    /// Whether the vocabulary has it.
    var isKnown: Bool
    var aliases: [String]
    var scopes: VersionScopes
  }

  private(set) var parts: [Part] = []
  private let text: Wording
  private let lexicon: Lexicon

  init(_ text: Wording, _ range: Range<Int>, lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
    for stretch in between(range) { add(stretch) }
  }

  private mutating func add(_ stretch: Range<Int>) {
    // `OE6/5.5`: a part that is a version belongs to the client before it.
    if !parts.isEmpty, let scopes = lexicon.support.versions.whole(text.bytes, stretch) {
      parts[parts.count - 1].scopes = parts[parts.count - 1].scopes.adding(scopes)
      return
    }
    let part = part(stretch)
    guard let index = parts.firstIndex(where: { $0.id == part.id }) else {
      parts.append(part)
      return
    }
    parts[index].scopes = parts[index].scopes.adding(part.scopes.all)
    parts[index].aliases += part.aliases.filter { !parts[index].aliases.contains($0) }
  }

  /// Parts between slashes; between commas and 「と」 only where each begins with a known name.
  private func between(_ range: Range<Int>) -> [Range<Int>] {
    let commas = text.split(range, at: ["、", ", ", " & "])
    if commas.count > 1,
      commas.allSatisfy({ lexicon.client(in: text.bytes, at: $0.lowerBound) != nil })
    {
      return commas.flatMap(betweenSlashes)
    }
    return betweenSlashes(range)
  }

  private func betweenSlashes(_ range: Range<Int>) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    for index in range.lowerBound...range.upperBound {
      if index < range.upperBound, text.bytes[index] == UInt8(ascii: "(") { depth += 1 }
      if index < range.upperBound, text.bytes[index] == UInt8(ascii: ")") { depth -= 1 }
      // What stands in brackets, such as (Windows/Mac), names no clients.
      guard index == range.upperBound || text.bytes[index] == UInt8(ascii: "/") && depth <= 0
      else { continue }
      defer { start = index + 1 }
      let stretch = text.trimmed(start..<index)
      if !stretch.isEmpty { stretches.append(stretch) }
    }
    return stretches
  }

  private func part(_ stretch: Range<Int>) -> Part {
    let asWritten = text.text(stretch)
    if let (client, end, isName) = lexicon.client(in: text.bytes, at: stretch.lowerBound) {
      let found = lexicon.versions(
        behindNameIn: Array(text.bytes[..<stretch.upperBound]), at: end)
      return Part(
        id: client.id, name: client.name, kind: client.kind, isKnown: true,
        aliases: isName ? [] : [asWritten], scopes: VersionScopes(found?.scopes ?? []))
    }
    let words = FoldedText(asWritten)
    if let (client, range) = lexicon.client(in: words) {
      let found = lexicon.versions(behindNameIn: words.bytes, at: range.upperBound)
      return Part(
        id: client.id, name: client.name, kind: client.kind, isKnown: true, aliases: [],
        scopes: VersionScopes(found?.scopes ?? []))
    }
    return unknown(stretch)
  }

  private func unknown(_ stretch: Range<Int>) -> Part {
    let bytes = Array(text.bytes[stretch])
    let found = lexicon.support.versions.trailing(bytes)
    var nameRange = stretch
    if let found {
      nameRange = text.trimmed(stretch.lowerBound..<(stretch.lowerBound + found.nameEnd))
    }
    var aliases: [String] = []
    if let (name, short) = shortForm(nameRange) {
      nameRange = name
      aliases = [short]
    }
    let name = text.text(nameRange)
    return Part(
      id: Slug.ascii(name, fallback: "client"), name: name, kind: .unknown, isKnown: false,
      aliases: aliases, scopes: VersionScopes(found?.scopes ?? []))
  }

  /// `Hinata Mail(HM)` and 「ひなたメール(以下HM)」: the name, and what the page calls it from then on.
  private func shortForm(_ range: Range<Int>) -> (name: Range<Int>, short: String)? {
    guard let open = text.bytes[range].lastIndex(of: UInt8(ascii: "(")), open > range.lowerBound,
      let inside = text.inBrackets(open..<range.upperBound)
    else { return nil }
    let name = text.trimmed(range.lowerBound..<open)
    var short = text.trimmed(inside)
    for word in ["以下", "略称", "略", "short:", "aka "].map({ Array($0.utf8) })
    where SupportLexicon.stands(word, in: text.bytes, at: short.lowerBound, end: short.upperBound) {
      var lower = short.lowerBound + word.count
      while lower < short.upperBound, ": ".utf8.contains(text.bytes[lower]) { lower += 1 }
      return lower < short.upperBound ? (name, text.text(lower..<short.upperBound)) : nil
    }
    let initials = text.split(name, at: [" ", "-"]).map { text.bytes[$0.lowerBound] }
    short = text.trimmed(short)
    guard initials.count > 1, text.bytes[short].elementsEqual(initials) else { return nil }
    return (name, text.text(short))
  }
}

/// Scopes as they are found one behind the other: versions named one by one come together.
struct VersionScopes {
  private(set) var all: [Versions.Scope] = []

  init(_ scopes: [Versions.Scope]) { all = scopes }

  func adding(_ scopes: [Versions.Scope]) -> VersionScopes {
    var result = self
    for scope in scopes {
      if case .listed(let more) = scope,
        let index = result.all.firstIndex(where: { if case .listed = $0 { true } else { false } }),
        case .listed(let known) = result.all[index]
      {
        result.all[index] = .listed(known + more.filter { !known.contains($0) })
      } else if !result.all.contains(scope) {
        result.all.append(scope)
      }
    }
    return result
  }
}
