/// A vocabulary with its phrases folded once, ready for looking up.
///
/// An object and not a value: each part of the work on a page holds it, and a value of fifty lists would
/// be copied list by list each time.
package final class Lexicon: Sendable {
  let sections: [(kind: Vocabulary.SectionKind, phrases: [Phrase])]
  let levels: [(level: SupportLevel, phrase: Phrase)]
  let denialsBehind: [Phrase]
  let denialsBefore: [Phrase]
  let undecided: [Phrase]
  let categoryNouns: [Phrase]
  let distributions: [(model: Distribution.Model, phrase: Phrase)]
  let afterDistribution: [Phrase]
  let versionColumn: [Phrase]
  /// Longest spelling first; `isName` tells names from other spellings of theirs.
  let clients: [(client: Vocabulary.KnownClient, spelling: SpelledName, isName: Bool)]
  let features: [(feature: Vocabulary.KnownFeature, phrase: Phrase)]
  /// The spellings and phrases alone, in the same order.
  private let spellings: [SpelledName]
  private let featurePhrases: [Phrase]
  /// Which of them begin with a byte, in the same order.
  private let spellingsByFirst: [[Int]]
  private let featuresByFirst: [[Int]]
  let callouts: [(severity: CalloutSeverity, phrase: Phrase)]
  let optionalStep: [Phrase]
  let requirement: [Phrase]
  let newAccount: [Phrase]
  let existingAccount: [Phrase]
  let beginning: [Phrase]
  let prerequisite: [Phrase]
  let clientColumn: [Phrase]
  let levelColumn: [Phrase]
  let downloadWords: [Phrase]
  let support: SupportLexicon
  let actions: [Phrase]
  let mailWords: [Phrase]
  let clientWords: [Phrase]
  let mailPrograms: [Phrase]
  private let systemNames: Set<[UInt8]>
  let clientKeys: [String]
  let versionKeys: [String]

  /// Lists are sorted longest phrase first, so that the first match is the best one.
  package init(_ vocabulary: Vocabulary) {
    func phrases(_ words: [String]) -> [Phrase] { Self.longestFirst(words.map(Phrase.init)) }
    let kinds: [Vocabulary.SectionKind] = [
      .explanation, .clientList, .references, .troubleshooting, .operation, .setup,
    ]
    sections = kinds.map { ($0, phrases(vocabulary.sections[$0] ?? [])) }
    levels = Self.longestFirst(
      SupportLevel.allCases.flatMap { level in
        (vocabulary.levels[level] ?? []).map { (level, Phrase($0)) }
      }, by: \.1)
    denialsBehind = phrases(vocabulary.denialsBehind)
    denialsBefore = phrases(vocabulary.denialsBefore)
    undecided = phrases(vocabulary.undecided)
    categoryNouns = phrases(vocabulary.categoryNouns)
    let models: [Distribution.Model] = [.freeOfCharge, .shareware, .commercial, .bundled]
    distributions = Self.longestFirst(
      models.flatMap { model in
        (vocabulary.distributions[model] ?? []).map { (model, Phrase($0)) }
      }, by: \.1)
    afterDistribution = phrases(vocabulary.afterDistribution)
    versionColumn = phrases(vocabulary.versionColumn)
    clients = vocabulary.clients.flatMap { client in
      let key = SpelledName.key(of: client.name)
      return ([client.name] + client.aliases).map {
        (client: client, spelling: SpelledName($0), isName: SpelledName.key(of: $0) == key)
      }
    }.enumerated().sorted {
      let (left, right) = ($0.element.spelling.length, $1.element.spelling.length)
      return left != right ? left > right : $0.offset < $1.offset
    }.map(\.element)
    features = Self.longestFirst(
      vocabulary.features.flatMap { feature in
        ([feature.name] + feature.aliases).map { (feature, Phrase($0)) }
      }, by: \.1)
    spellings = clients.map(\.spelling)
    featurePhrases = features.map(\.phrase)
    spellingsByFirst = Self.places(of: spellings.map(\.first))
    featuresByFirst = Self.places(of: featurePhrases.map(\.bytes.first))
    let severities: [CalloutSeverity] = [.note, .tip, .important, .warning]
    callouts = severities.flatMap { severity in
      (vocabulary.callouts[severity] ?? []).map { (severity, Phrase($0)) }
    }
    optionalStep = phrases(vocabulary.optionalStep)
    requirement = phrases(vocabulary.requirement)
    newAccount = phrases(vocabulary.newAccount)
    existingAccount = phrases(vocabulary.existingAccount)
    beginning = phrases(vocabulary.beginning)
    prerequisite = phrases(vocabulary.prerequisite)
    clientColumn = phrases(vocabulary.clientColumn)
    levelColumn = phrases(vocabulary.levelColumn)
    downloadWords = phrases(vocabulary.downloadWords)
    support = SupportLexicon(vocabulary.support)
    actions = phrases(vocabulary.actions)
    mailWords = phrases(vocabulary.mailWords)
    clientWords = phrases(vocabulary.clientWords)
    mailPrograms = phrases(vocabulary.mailPrograms)
    systemNames = Set(vocabulary.systemNames.map(SpelledName.key))
    clientKeys = vocabulary.clientKeys
    versionKeys = vocabulary.versionKeys
  }

  /// Where each byte stands in a list.
  private static func places(of bytes: [UInt8?]) -> [[Int]] {
    var places = [[Int]](repeating: [], count: 256)
    for (index, byte) in bytes.enumerated() {
      if let byte { places[Int(byte)].append(index) }
    }
    return places
  }

  private static func longestFirst(_ phrases: [Phrase]) -> [Phrase] {
    longestFirst(phrases.map { ($0, $0) }, by: \.1).map(\.0)
  }

  private static func longestFirst<Value>(
    _ entries: [(Value, Phrase)], by phrase: KeyPath<(Value, Phrase), Phrase>
  ) -> [(Value, Phrase)] {
    entries.enumerated().sorted {
      let (left, right) = ($0.element[keyPath: phrase].bytes, $1.element[keyPath: phrase].bytes)
      return left.count != right.count ? left.count > right.count : $0.offset < $1.offset
    }.map(\.element)
  }

  /// The first phrase of the list that stands in the text.
  func first(_ phrases: [Phrase], in text: FoldedText) -> Range<Int>? {
    text.find(firstOf: phrases)?.range
  }

  func has(_ phrases: [Phrase], in text: FoldedText) -> Bool { first(phrases, in: text) != nil }

  func sectionKind(of heading: FoldedText) -> (kind: Vocabulary.SectionKind, word: Range<Int>)? {
    guard let found = firstKind(in: heading) else { return nil }
    switch found.kind {
    case .explanation, .clientList, .operation:
      // 「Thunderbirdの設定について」 is about setting up, not about what something is.
      let setup = sections.first { $0.kind == .setup }?.phrases ?? []
      if let range = first(setup, in: heading), client(in: heading) != nil {
        return (.setup, range)
      }
      return found
    case .references, .troubleshooting, .setup: return found
    }
  }

  private func firstKind(
    in heading: FoldedText
  ) -> (kind: Vocabulary.SectionKind, word: Range<Int>)? {
    for (kind, phrases) in sections {
      if let range = first(phrases, in: heading) { return (kind, range) }
    }
    return nil
  }

  /// The level that the longest level word in the text names; its opposite where it is denied.
  func level(in text: FoldedText) -> SupportLevel? {
    guard !has(undecided, in: text) else { return nil }
    for (level, phrase) in levels {
      guard let range = text.find(phrase), isWholeAnswer(phrase, at: range, in: text) else {
        continue
      }
      switch level {
      case .native, .manual, .partial: return isDenied(range, in: text) ? .unsupported : level
      case .unsupported, .untested: return level
      }
    }
    return nil
  }

  /// Whether a text is nothing but a word or mark for a level, perhaps with its meaning behind it.
  func isLevelWord(_ text: FoldedText) -> Bool {
    levels.contains { _, phrase in
      guard text.bytes.starts(with: phrase.bytes) else { return false }
      let behind = text.bytes.dropFirst(phrase.bytes.count)
      return behind.isEmpty || ":=".utf8.contains(behind[behind.startIndex])
    }
  }

  /// "No" and "yes" answer only where they stand alone: "no known problems" is no answer.
  private func isWholeAnswer(_ phrase: Phrase, at range: Range<Int>, in text: FoldedText) -> Bool {
    guard phrase.bytes.elementsEqual("no".utf8) || phrase.bytes.elementsEqual("yes".utf8) else {
      return true
    }
    let before = text.bytes[..<range.lowerBound]
    let behind = text.bytes[range.upperBound...].drop { $0 == UInt8(ascii: " ") }
    return before.allSatisfy { $0 == UInt8(ascii: " ") }
      && (behind.first.map { "(,.;:/[".utf8.contains($0) } ?? true)
  }

  private func isDenied(_ range: Range<Int>, in text: FoldedText) -> Bool {
    let behind = text.bytes[range.upperBound...]
    if denialsBehind.contains(where: { behind.starts(with: $0.bytes) }) { return true }
    // Two or three words may stand between: "not officially supported".
    let start = max(0, range.lowerBound - 24)
    return denialsBefore.contains { phrase in
      text.find(phrase, from: start).map { $0.upperBound <= range.lowerBound } ?? false
    }
  }

  /// The way of distribution that a bracket or a cell names: it begins or ends with the word for it.
  /// 「フリーズします」 is not フリー.
  func distribution(in text: FoldedText) -> Distribution.Model? {
    distributions.first { _, phrase in
      guard let range = text.find(phrase) else { return false }
      let behind = text.bytes[range.upperBound...]
      let isAtStart =
        range.lowerBound == 0
        && (behind.isEmpty || behind[behind.startIndex] < 0x80
          || afterDistribution.contains { behind.starts(with: $0.bytes) })
      let isAtEnd =
        behind.isEmpty && (range.lowerBound == 0 || text.bytes[range.lowerBound - 1] < 0x80)
      return isAtStart || isAtEnd
    }?.model
  }

  /// The known client whose longest spelling stands in the text, and where.
  func client(in text: FoldedText) -> (client: Vocabulary.KnownClient, range: Range<Int>)? {
    text.find(firstOf: spellings).map { (clients[$0.index].client, $0.range) }
  }

  /// Whether a name begins with that of a system: most do not, and need not be looked at more closely.
  func beginsWithSystem(_ name: String) -> Bool {
    let key = SpelledName.key(of: name)
    return systemNames.contains { key.starts(with: $0) }
  }

  /// Whether a client is named by nothing but the system that it runs on.
  func isSystemName(_ name: String) -> Bool { systemNames.contains(SpelledName.key(of: name)) }

  /// The known client whose longest spelling begins at `start`, where it ends, and whether it is the
  /// client's name rather than another spelling.
  func client(
    in bytes: [UInt8], at start: Int
  ) -> (client: Vocabulary.KnownClient, end: Int, isName: Bool)? {
    guard start < bytes.count else { return nil }
    for index in spellingsByFirst[Int(bytes[start])] {
      guard let end = spellings[index].end(in: bytes, at: start) else { continue }
      return (clients[index].client, end, clients[index].isName)
    }
    return nil
  }

  /// The versions behind a client's name, perhaps with its platform between: `for Mac 2011`.
  func versions(behindNameIn bytes: [UInt8], at end: Int) -> VersionReader.Found? {
    var index = end
    while index < bytes.count, Wording.isBlank(bytes[index]) { index += 1 }
    let platform = SupportLexicon.first(
      support.platforms, in: bytes, at: index, end: bytes.count)
    return support.versions.read(bytes, from: platform.map { index + $0.count } ?? end)
  }

  /// The known feature whose longest phrase begins at `start`, and where it ends.
  func feature(
    in bytes: [UInt8], at start: Int
  ) -> (feature: Vocabulary.KnownFeature, end: Int)? {
    guard start < bytes.count else { return nil }
    for index in featuresByFirst[Int(bytes[start])] {
      let phrase = featurePhrases[index]
      let end = start + phrase.bytes.count
      guard SupportLexicon.stands(phrase.bytes, in: bytes, at: start, end: bytes.count),
        !(phrase.endsWithLetter && end < bytes.count && FoldedText.isLetter(bytes[end]))
      else { continue }
      return (features[index].feature, end)
    }
    return nil
  }

  func feature(in text: FoldedText) -> Vocabulary.KnownFeature? {
    text.find(firstOf: featurePhrases).map { features[$0.index].feature }
  }

  /// What kind of callout a text that begins like this is; nil for ordinary text.
  func callout(_ text: FoldedText) -> CalloutSeverity? {
    callouts.first { text.hasPrefix($0.phrase) }?.severity
  }
}
