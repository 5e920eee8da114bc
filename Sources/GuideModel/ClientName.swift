import SourceText

/// What one item of a client list says about its client: name, versions, price, sometimes level.
struct ClientName {
  let id: String
  let name: String
  /// The short form used, such as `OE6`, where it is not the client's name.
  let aliases: [String]
  let kind: Client.Kind
  let versions: Versions
  let asWritten: String
  let distribution: (model: Distribution.Model, asWritten: String)?
  /// A level named in the item itself, with its word.
  let level: (level: SupportLevel, asWritten: String)?

  /// Reads an item such as `OE6/OE5.5(無償)`. More than one client comes back where the parts
  /// between `/` name different ones.
  static func read(_ range: SourceRange, in file: SourceFile, lexicon: Lexicon) -> [ClientName] {
    let text = FoldedText(range, in: file)
    var end = text.bytes.count
    var distribution: (Distribution.Model, String)?
    var level: (SupportLevel, String)?

    func note(_ stretch: Range<Int>) -> Bool {
      let words = FoldedText(text.sourceRange(stretch), in: file)
      let asWritten = trimmed(file.text(text.sourceRange(stretch)))
      if let found = lexicon.distribution(in: words) {
        distribution = distribution ?? (found, asWritten)
        return true
      }
      if let found = lexicon.level(in: words) {
        level = level ?? (found, asWritten)
        return true
      }
      return false
    }

    trimEnd(text.bytes, &end)
    // Bracketed words at the end tell price or level.
    while end > 0, text.bytes[end - 1] == UInt8(ascii: ")"),
      let open = text.bytes[..<end].lastIndex(of: UInt8(ascii: "(")), note((open + 1)..<(end - 1))
    {
      end = open
      trimEnd(text.bytes, &end)
    }
    if let colon = separator(in: text.bytes[..<end]), note((colon + 1)..<end) {
      end = colon
      trimEnd(text.bytes, &end)
    } else if let mark = trailingMark(text, end: end, lexicon: lexicon) {
      level = level ?? (mark.level, file.text(text.sourceRange(mark.range)))
      end = mark.range.lowerBound
      trimEnd(text.bytes, &end)
    }
    guard end > 0 else { return [] }
    let asWritten = file.text(range)
    let parts = parts(of: text, end: end, file: file, lexicon: lexicon)
    return merged(parts).map { part in
      ClientName(
        id: part.id, name: part.name, aliases: part.aliases, kind: part.kind,
        versions: part.versions.isEmpty
          ? .unspecified
          : Versions(listed: part.versions, asWritten: file.text(text.sourceRange(0..<end))),
        asWritten: asWritten, distribution: distribution, level: level)
    }
  }

  /// The client that a heading or sentence names, with the version behind the name.
  static func mention(in text: FoldedText, file: SourceFile, lexicon: Lexicon) -> ClientName? {
    guard let (client, range) = lexicon.client(in: text) else { return nil }
    let version = version(text.bytes, from: range.upperBound)
    let end = version?.range.upperBound ?? range.upperBound
    let asWritten = file.text(text.sourceRange(range.lowerBound..<end))
    return ClientName(
      id: client.id, name: client.name, aliases: [], kind: client.kind,
      versions: version.map { Versions(listed: [$0.text], asWritten: asWritten) } ?? .unspecified,
      asWritten: asWritten, distribution: nil, level: nil)
  }

  // MARK: - Parts between slashes

  private struct Part {
    var id: String
    var name: String
    var kind: Client.Kind
    var aliases: [String]
    var versions: [String]
  }

  private static func parts(
    of text: FoldedText, end: Int, file: SourceFile, lexicon: Lexicon
  ) -> [Part] {
    var parts: [Part] = []
    var start = 0
    var depth = 0
    for index in 0...end {
      if index < end, text.bytes[index] == UInt8(ascii: "(") { depth += 1 }
      if index < end, text.bytes[index] == UInt8(ascii: ")") { depth -= 1 }
      // What stands in brackets, such as (Windows/Mac), names no clients.
      guard index == end || text.bytes[index] == UInt8(ascii: "/") && depth <= 0 else { continue }
      defer { start = index + 1 }
      guard index > start else { continue }
      let source = text.sourceRange(start..<index)
      let words = FoldedText(source, in: file)
      // `OE6/5.5`: a part that is a version belongs to the client before it.
      if !parts.isEmpty, let version = version(words.bytes, from: 0),
        version.range.upperBound == words.bytes.count
      {
        parts[parts.count - 1].versions.append(version.text)
        continue
      }
      parts.append(part(words, source: source, file: file, lexicon: lexicon))
    }
    return parts
  }

  private static func part(
    _ words: FoldedText, source: SourceRange, file: SourceFile, lexicon: Lexicon
  ) -> Part {
    let asWritten = trimmed(file.text(source))
    if let known = lexicon.clients.first(where: { words.hasPrefix($0.phrase) }) {
      let version = version(words.bytes, from: known.phrase.bytes.count)
      let isAlias = Phrase(known.client.name).bytes != known.phrase.bytes
      return Part(
        id: known.client.id, name: known.client.name, kind: known.client.kind,
        aliases: isAlias ? [asWritten] : [], versions: version.map { [$0.text] } ?? [])
    }
    if let (client, range) = lexicon.client(in: words) {
      let version = version(words.bytes, from: range.upperBound)
      return Part(
        id: client.id, name: client.name, kind: client.kind, aliases: [],
        versions: version.map { [$0.text] } ?? [])
    }
    let split = trailingVersion(words.bytes)
    let name = trimmed(file.text(words.sourceRange(0..<split.nameEnd)))
    return Part(
      id: Slug.ascii(name, fallback: "client"), name: name, kind: .unknown, aliases: [],
      versions: split.version.map { [$0] } ?? [])
  }

  private static func merged(_ parts: [Part]) -> [Part] {
    var result: [Part] = []
    for part in parts {
      if let index = result.firstIndex(where: { $0.id == part.id }) {
        result[index].versions += part.versions.filter { !result[index].versions.contains($0) }
        result[index].aliases += part.aliases.filter { !result[index].aliases.contains($0) }
      } else {
        result.append(part)
      }
    }
    return result
  }

  // MARK: - Versions

  private static let versionWords = ["version", "ver.", "ver", "v.", "v", "バージョン"].map {
    Array($0.utf8)
  }

  /// What makes a number an amount: 5分で設定.
  private static let counters = ["分", "つ", "回", "台", "個", "ステップ", "手順", " minutes", " steps"].map {
    Array($0.utf8)
  }

  /// A version behind a name: digits with dots, perhaps after a space or a word such as `Ver.`.
  private static func version(
    _ bytes: [UInt8], from start: Int
  ) -> (text: String, range: Range<Int>)? {
    var index = start
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
    for word in versionWords where bytes[index...].starts(with: word) {
      let behind = index + word.count
      guard behind < bytes.count, !FoldedText.isLetter(bytes[behind]) else { continue }
      index = behind
      break
    }
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
    let first = index
    while index < bytes.count, FoldedText.isDigit(bytes[index]) || isInnerDot(bytes, index) {
      index += 1
    }
    guard index > first, !counters.contains(where: { bytes[index...].starts(with: $0) }) else {
      return nil
    }
    return (String(decoding: bytes[first..<index], as: UTF8.self), first..<index)
  }

  private static func isInnerDot(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "."), index + 1 < bytes.count else { return false }
    return FoldedText.isDigit(bytes[index + 1]) || bytes[index + 1] == UInt8(ascii: "x")
  }

  /// In names that nobody knows only a number behind a space is taken for a version: the 32 of
  /// `FooMail32` may well belong to the name.
  private static func trailingVersion(_ bytes: [UInt8]) -> (nameEnd: Int, version: String?) {
    guard let space = bytes.lastIndex(of: UInt8(ascii: " ")), space > 0,
      let found = version(bytes, from: space), found.range.upperBound == bytes.count
    else { return (bytes.count, nil) }
    return (space, found.text)
  }

  // MARK: - Levels in the item itself

  /// A colon or a dash between a name and its level.
  private static func separator(in bytes: ArraySlice<UInt8>) -> Int? {
    if let colon = bytes.lastIndex(of: UInt8(ascii: ":")) { return colon }
    for index in bytes.indices.dropFirst().dropLast().reversed()
    where bytes[index] == UInt8(ascii: "-") && bytes[index - 1] == UInt8(ascii: " ")
      && bytes[index + 1] == UInt8(ascii: " ")
    {
      return index
    }
    return nil
  }

  /// `Thunderbird ○`: a mark or word for a level behind a space.
  private static func trailingMark(
    _ text: FoldedText, end: Int, lexicon: Lexicon
  ) -> (level: SupportLevel, range: Range<Int>)? {
    for (level, phrase) in lexicon.levels {
      let start = end - phrase.bytes.count
      guard start > 1, text.bytes[start - 1] == UInt8(ascii: " "),
        text.bytes[start..<end].elementsEqual(phrase.bytes)
      else { continue }
      return (level, start..<end)
    }
    return nil
  }

  private static func trimEnd(_ bytes: [UInt8], _ end: inout Int) {
    while end > 0, bytes[end - 1] == UInt8(ascii: " ") || bytes[end - 1] == UInt8(ascii: "\n") {
      end -= 1
    }
  }

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
