import SourceText

/// A client as one item or cell names it: whose it is, in which versions, by which name.
struct ClientName {
  let id: String
  let name: String
  /// The short form used, such as `OE6`, where it is not the client's name.
  let aliases: [String]
  let kind: Client.Kind
  let versions: Versions
  var asWritten: String

  /// The client that a heading or sentence names, with the versions behind the name.
  static func mention(in text: FoldedText, file: SourceFile, lexicon: Lexicon) -> ClientName? {
    guard let (client, range) = lexicon.client(in: text) else { return nil }
    let found = lexicon.versions(behindNameIn: text.bytes, at: range.upperBound)
    let asWritten = file.text(
      text.sourceRange(range.lowerBound..<(found?.end ?? range.upperBound)))
    return ClientName(
      id: client.id, name: client.name, aliases: [], kind: client.kind,
      versions: found.map { Versions($0.scopes[0], asWritten: asWritten) } ?? .unspecified,
      asWritten: asWritten)
  }
}

/// What one item of a client list, or the cell of a table, says: its clients, their price, perhaps
/// their level.
struct ClientItem {
  var names: [ClientName] = []
  var distribution: (model: Distribution.Model, asWritten: String)?
  /// The level named in the item itself.
  var answer: Answer?
  /// Levels for features that the item names: `IMAP ○、SMTP AUTH ×`.
  var featureAnswers: [(feature: Vocabulary.KnownFeature, answer: Answer)] = []
  var notes: [String] = []
  var labels: [FootnoteLabel] = []
  var testedOn: CalendarDay?

  /// Reads an item such as `OE6/OE5.5(無償)` or `Thunderbird 6以降: △(*1) 受信が先`. More than one
  /// client comes back where the parts between `/` name different ones, or where versions are named
  /// both one by one and as a range.
  static func read(_ text: Wording, answers: AnswerReader) -> ClientItem {
    // What is longer is no name, and reading it would take longer than its length allows.
    guard text.bytes.count <= longest else { return ClientItem() }
    var reader = ClientItemReader(text: text, answers: answers)
    return reader.read()
  }

  /// The most bytes of an item that is read.
  private static let longest = 600

  /// Puts the author's own spelling in the place of the one that was read.
  mutating func setSpelling(_ text: String) {
    for index in names.indices { names[index].asWritten = text }
  }
}

/// The work on one item, from its end to its beginning.
private struct ClientItemReader {
  let text: Wording
  let answers: AnswerReader
  private var lexicon: Lexicon { answers.lexicon }
  private var support: SupportLexicon { answers.lexicon.support }
  private var item = ClientItem()
  private var scopes: [Versions.Scope] = []
  private var aliases: [String] = []
  private var start: Int
  private var end: Int
  /// Where the name ends with the versions in brackets behind it.
  private var versionsEnd: Int?

  private var bytes: [UInt8] { text.bytes }

  init(text: Wording, answers: AnswerReader) {
    self.text = text
    self.answers = answers
    let whole = text.trimmed(text.whole)
    (start, end) = (whole.lowerBound, whole.upperBound)
  }

  mutating func read() -> ClientItem {
    takeEnd()
    if takeAnswer() { takeEnd() }
    takeLeadingMark()
    guard end > start else { return item }
    let parts = NameParts(text, start..<end, lexicon: lexicon).parts
    if parts.count == 1, parts[0].kind != .unknown || parts[0].isKnown { takeBracketOfKnown() }
    for part in parts { add(part, isLast: part.id == parts[parts.count - 1].id) }
    return item
  }

  private mutating func add(_ part: NameParts.Part, isLast: Bool) {
    let scopes = part.scopes.adding(isLast ? self.scopes : [])
    let asWritten = text.text(start..<max(versionsEnd ?? end, end))
    for scope in scopes.all.isEmpty ? [.unspecified] : scopes.all {
      item.names.append(
        ClientName(
          id: part.id, name: part.name, aliases: part.aliases + aliases, kind: part.kind,
          versions: scope == .unspecified
            ? .unspecified : Versions(scope, asWritten: asWritten),
          asWritten: text.text(text.whole)))
    }
  }

  // MARK: - From the end

  /// Labels of footnotes, days, and bracketed words at the end, until something else stands there.
  private mutating func takeEnd() {
    var before: Int
    repeat {
      before = end
      end = text.trimmed(start..<end).upperBound
      takeLabels()
      takeTestedDay()
      takeBracket()
    } while end < before && end > start
    end = text.trimmed(start..<end).upperBound
  }

  private mutating func takeLabels() {
    guard let (labels, cut) = FootnoteLabel.trailing(text, start..<end, lexicon: support),
      // `Outlook (6)` names a version.
      labels.allSatisfy({ !$0.mark.isEmpty }), cut > start
    else { return }
    item.labels += labels
    end = cut
  }

  private mutating func takeTestedDay() {
    for word in support.tested {
      guard let at = lastIndex(of: word), at > start,
        let tested = TestedDay.read(text, at..<end, lexicon: support)
      else { continue }
      take(tested, at..<end)
      end = at
      return
    }
  }

  private mutating func take(_ tested: TestedDay, _ range: Range<Int>) {
    switch tested {
    case .day(let day): item.testedOn = item.testedOn ?? day
    case .vague: item.notes.append(text.text(range))
    }
  }

  private func lastIndex(of word: [UInt8]) -> Int? {
    guard end - start >= word.count else { return nil }
    return (start...(end - word.count)).reversed().first {
      SupportLexicon.stands(word, in: bytes, at: $0, end: end)
    }
  }

  private mutating func takeBracket() {
    guard end > start, bytes[end - 1] == UInt8(ascii: ")") || bytes[end - 1] == UInt8(ascii: "]"),
      let open = bytes[start..<end].lastIndex(where: { "([".utf8.contains($0) }), open > start,
      let inside = text.inBrackets(open..<end), !inside.isEmpty
    else { return }
    guard sort(inside, open..<end) || sortParts(of: inside, open..<end) else { return }
    end = open
  }

  /// Several words in one bracket: 「(無償、2026-11-20 確認)」.
  private mutating func sortParts(of inside: Range<Int>, _ bracket: Range<Int>) -> Bool {
    let parts = text.split(inside, at: ["、", ","])
    guard parts.count > 1 else { return false }
    let before = self
    for part in parts where !sort(part, bracket) {
      self = before
      return false
    }
    return true
  }

  private mutating func sort(_ range: Range<Int>, _ bracket: Range<Int>) -> Bool {
    let range = text.trimmed(range)
    let words = FoldedText(text.text(range))
    if let found = lexicon.distribution(in: words) {
      item.distribution = item.distribution ?? (found, text.text(range))
    } else if let found = support.versions.whole(bytes, range) {
      scopes += found
      versionsEnd = versionsEnd ?? bracket.upperBound
    } else if let tested = TestedDay.read(text, range, lexicon: support) {
      take(tested, range)
    } else if answers.isAnswer(text, range), lexicon.feature(in: words) == nil,
      !hasAnswer(before: bracket.lowerBound)
    {
      item.answer = item.answer ?? answers.read(text, range)
    } else {
      return false
    }
    return true
  }

  /// A bracket behind an answer says more about it: 「一部対応(手動で受信)」.
  private func hasAnswer(before bracket: Int) -> Bool {
    var rest = self
    rest.end = text.trimmed(start..<bracket).upperBound
    return rest.takeAnswer()
  }

  /// Brackets behind a known name hold another name for it, or a note.
  private mutating func takeBracketOfKnown() {
    guard end > start, bytes[end - 1] == UInt8(ascii: ")"),
      let open = bytes[start..<end].lastIndex(of: UInt8(ascii: "(")), open > start,
      let inside = text.inBrackets(open..<end), !inside.isEmpty
    else { return }
    let words = text.text(text.trimmed(inside))
    let name = lexicon.client(in: FoldedText(text.text(start..<open)))?.client.id
    if let name, lexicon.client(in: FoldedText(words))?.client.id == name { return }
    item.notes.append(words)
  }

  // MARK: - Levels

  private mutating func takeAnswer() -> Bool {
    var depth = 0
    for at in start..<end {
      if bytes[at] == UInt8(ascii: "(") { depth += 1 }
      if bytes[at] == UInt8(ascii: ")") { depth -= 1 }
      guard depth <= 0, at > start, let behind = separatorEnd(at) else { continue }
      if takeFeatureAnswers(behind..<end) || takeAnswer(behind..<end) {
        end = text.trimmed(start..<at).upperBound
        return true
      }
    }
    if let at = markBehindName(), takeAnswer(at..<end) {
      end = text.trimmed(start..<at).upperBound
      return true
    }
    return takeTrailingWord()
  }

  private func separatorEnd(_ index: Int) -> Int? {
    guard
      let separator = SupportLexicon.first(
        support.itemSeparators, in: bytes, at: index, end: end)
    else { return nil }
    var behind = index + separator.count
    while let more = SupportLexicon.first(
      support.itemSeparators, in: bytes, at: behind, end: end)
    {
      behind += more.count
    }
    return behind
  }

  private mutating func takeAnswer(_ range: Range<Int>) -> Bool {
    guard !text.trimmed(range).isEmpty, answers.isAnswer(text, range) else { return false }
    // A level of another feature is none of this one's: 「Becky!: IMAPは非対応」.
    guard
      lexicon.feature(in: FoldedText(text.text(range))) == nil
        || answers.mark(text, at: text.trimmed(range).lowerBound, end: end) != nil
    else { return false }
    item.answer = item.answer ?? answers.read(text, range)
    return true
  }

  /// `IMAP ○、SMTP AUTH ×`, each part understood.
  private mutating func takeFeatureAnswers(_ range: Range<Int>) -> Bool {
    guard lexicon.feature(in: FoldedText(text.text(range))) != nil else { return false }
    var found: [(feature: Vocabulary.KnownFeature, answer: Answer)] = []
    for part in text.split(range, at: ["、", ",", "/", ";"]) {
      guard let (feature, behind) = lexicon.feature(in: bytes, at: part.lowerBound),
        behind < part.upperBound
      else { return false }
      var rest = text.trimmed(behind..<part.upperBound)
      for particle in ["には", "は", "に", ":", "="].map({ Array($0.utf8) })
      where SupportLexicon.stands(particle, in: bytes, at: rest.lowerBound, end: rest.upperBound) {
        rest = text.trimmed((rest.lowerBound + particle.count)..<rest.upperBound)
        break
      }
      guard !rest.isEmpty, answers.isAnswer(text, rest) else { return false }
      found.append((feature, answers.read(text, rest)))
    }
    item.featureAnswers = found
    return true
  }

  /// `Thunderbird ○ …`: a mark needs no separator.
  private func markBehindName() -> Int? {
    (start..<end).first { index in
      guard index > start, let (mark, _) = answers.mark(text, at: index, end: end) else {
        return false
      }
      let isSign = mark[0] >= 0x80
      let isAlone = Wording.isBlank(bytes[index - 1]) && index + mark.count == end
      return isSign && support.mark(in: bytes, at: index, end: end) != nil || isAlone
    }
  }

  /// `Thunderbird 対応`: a word for a level behind white space.
  private mutating func takeTrailingWord() -> Bool {
    let words = lexicon.levels.map { $0.phrase.bytes } + support.answers.map(\.bytes)
    for word in words {
      let at = end - word.count
      guard at > start + 1, Wording.isBlank(bytes[at - 1]),
        bytes[at..<end].elementsEqual(word), takeAnswer(at..<end)
      else { continue }
      end = text.trimmed(start..<at).upperBound
      return true
    }
    return false
  }

  /// `○ Thunderbird`.
  private mutating func takeLeadingMark() {
    guard item.answer == nil, let (mark, meaning) = answers.mark(text, at: start, end: end),
      mark[0] >= 0x80, case .level(let level) = meaning
    else { return }
    let rest = text.trimmed((start + mark.count)..<end)
    guard !rest.isEmpty else { return }
    item.answer = Answer(level: level, asWritten: text.text(start..<(start + mark.count)))
    start = rest.lowerBound
  }
}

extension Wording {
  /// The trimmed parts of a stretch between some signs.
  func split(_ range: Range<Int>, at signs: [String]) -> [Range<Int>] {
    let signs = signs.map { Array($0.utf8) }
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      guard
        let sign = SupportLexicon.first(signs, in: bytes, at: index, end: range.upperBound)
      else {
        index += 1
        continue
      }
      parts.append(trimmed(start..<index))
      index += sign.count
      start = index
    }
    parts.append(trimmed(start..<range.upperBound))
    return parts.filter { !$0.isEmpty }
  }
}
