/// What a cell, or the words behind a client's name, say of a level.
struct Answer {
  /// Nil where the words are not understood, or speak of the future.
  var level: SupportLevel?
  /// The words from which the level was read.
  var asWritten: String
  /// What the words add to the level.
  var notes: [String] = []
  var labels: [FootnoteLabel] = []
  var scopes: [Versions.Scope] = []
  var scopesAsWritten = ""
  var testedOn: CalendarDay?
  /// Whether nothing is said at all: an empty cell, a dash, "n/a".
  var isSilent = false
}

/// Reads answers: a mark or a word for a level with what stands around it.
///
/// ```
/// answer = mark {label} {"(" words ")"} [words] | word {label} ["(" words ")"] | silence
/// ```
struct AnswerReader {
  let lexicon: Lexicon
  /// What the page says that its marks mean.
  var legend: [[UInt8]: Legend.Meaning] = [:]

  private var support: SupportLexicon { lexicon.support }

  func read(_ text: Wording) -> Answer { read(text, text.whole) }

  func read(_ text: Wording, _ range: Range<Int>) -> Answer {
    var range = text.trimmed(range)
    let words = text.text(range)
    if let (mark, meaning) = mark(text, at: range.lowerBound, end: range.upperBound),
      meaning != .silence || mark.count == range.count
    {
      guard case .level(let level) = meaning else {
        return Answer(level: nil, asWritten: words, isSilent: true)
      }
      return answer(to: mark, level: level, text, range)
    }
    var answer = Answer(level: nil, asWritten: words)
    if let (labels, end) = FootnoteLabel.trailing(text, range, lexicon: support) {
      answer.labels = labels
      range = range.lowerBound..<end
    }
    answer.isSilent = range.isEmpty || support.silence.contains(Array(text.bytes[range]))
    guard !answer.isSilent else { return answer }
    if let (level, behind) = word(text, range) {
      answer.level = level
      add(behind, of: text, to: &answer)
      return answer
    }
    let folded = FoldedText(text.text(range))
    answer.level = lexicon.level(in: folded)
    addBracket(of: text, range, to: &answer)
    return answer
  }

  /// Whether words behind a name are an answer, perhaps one that is put off.
  func isAnswer(_ text: Wording, _ range: Range<Int>) -> Bool {
    let answer = read(text, range)
    return answer.level != nil || isUndecided(text, range)
      || mark(text, at: text.trimmed(range).lowerBound, end: range.upperBound) != nil
  }

  private func isUndecided(_ text: Wording, _ range: Range<Int>) -> Bool {
    lexicon.has(lexicon.undecided, in: FoldedText(text.text(range)))
  }

  // MARK: - Marks

  /// The mark at `index` with what it means here.
  func mark(_ text: Wording, at index: Int, end: Int) -> ([UInt8], Legend.Meaning)? {
    for (mark, meaning) in legend.sorted(by: { $0.key.count > $1.key.count })
    where SupportLexicon.stands(mark, in: text.bytes, at: index, end: end) {
      // A letter that a legend explains answers alone.
      let behind = index + mark.count
      let isWord = mark.last.map(FoldedText.isLetter) ?? false
      if isWord, behind < end, FoldedText.isLetter(text.bytes[behind]) { continue }
      return (mark, meaning)
    }
    return support.mark(in: text.bytes, at: index, end: end).map { ($0.bytes, .level($0.level)) }
  }

  private func answer(
    to mark: [UInt8], level: SupportLevel?, _ text: Wording, _ range: Range<Int>
  ) -> Answer {
    var index = range.lowerBound + mark.count
    // What chooses between two pictures of one sign.
    if SupportLexicon.stands([0xEF, 0xB8, 0x8F], in: text.bytes, at: index, end: range.upperBound) {
      index += 3
    }
    var answer = Answer(level: level, asWritten: text.text(range.lowerBound..<index))
    let (labels, end) = FootnoteLabel.read(
      text, from: index, end: range.upperBound, lexicon: support)
    answer.labels = labels
    add(end..<range.upperBound, of: text, to: &answer)
    if answer.level == nil { answer.asWritten = text.text(range) }
    return answer
  }

  // MARK: - Words

  /// A word that answers alone or before brackets and stops.
  private func word(_ text: Wording, _ range: Range<Int>) -> (SupportLevel, Range<Int>)? {
    for (level, word) in support.answers
    where SupportLexicon.stands(word, in: text.bytes, at: range.lowerBound, end: range.upperBound) {
      let behind = text.trimmed((range.lowerBound + word.count)..<range.upperBound)
      guard behind.isEmpty || mayFollowAnswer(text.bytes[behind.lowerBound]) else { continue }
      return (level, behind)
    }
    return nil
  }

  private func mayFollowAnswer(_ byte: UInt8) -> Bool { "([,.;:/".utf8.contains(byte) }

  /// 「対応(要設定)」: what stands in brackets behind a word for a level.
  private func addBracket(of text: Wording, _ range: Range<Int>, to answer: inout Answer) {
    guard let open = text.bytes[range].firstIndex(of: UInt8(ascii: "(")), open > range.lowerBound,
      text.inBrackets(open..<range.upperBound) != nil, answer.level != nil,
      lexicon.level(in: FoldedText(text.text(range.lowerBound..<open))) == answer.level
    else { return }
    add(open..<range.upperBound, of: text, to: &answer)
  }

  // MARK: - What follows

  /// What parts a mark from the words behind it.
  private static let signsBetween = [":", ",", "-", "=", "/", "→", "~", "〜", "、", "…"].map {
    Array($0.utf8)
  }

  /// Sorts what stands behind a mark or word: a level said in words, versions, a day, or a note.
  private func add(_ range: Range<Int>, of text: Wording, to answer: inout Answer) {
    var range = text.trimmed(range)
    while let sign = SupportLexicon.first(
      Self.signsBetween, in: text.bytes, at: range.lowerBound, end: range.upperBound)
    {
      range = text.trimmed((range.lowerBound + sign.count)..<range.upperBound)
    }
    // One bracket behind the other.
    while !range.isEmpty, text.bytes[range.lowerBound] == UInt8(ascii: "("),
      let close = text.bytes[range].firstIndex(of: UInt8(ascii: ")")),
      close + 1 < range.upperBound
    {
      sort((range.lowerBound + 1)..<close, of: text, into: &answer)
      range = text.trimmed((close + 1)..<range.upperBound)
    }
    guard !range.isEmpty else { return }
    sort(text.inBrackets(range) ?? range, of: text, into: &answer)
  }

  private func sort(_ range: Range<Int>, of text: Wording, into answer: inout Answer) {
    let range = text.trimmed(range)
    guard !range.isEmpty else { return }
    if isUndecided(text, range) {
      answer.level = nil
    } else if let (_, other) = mark(text, at: range.lowerBound, end: range.upperBound) {
      // `○→×`, `○/△`: which of the two holds is not said.
      if other != .level(answer.level) { answer.level = nil }
    } else if let scopes = support.versions.whole(text.bytes, range) {
      answer.scopes += scopes
      answer.scopesAsWritten = text.text(range)
    } else if let tested = TestedDay.read(text, range, lexicon: support) {
      if case .day(let day) = tested {
        answer.testedOn = day
      } else {
        answer.notes.append(text.text(range))
      }
    } else if let level = wholeLevel(text, range) {
      answer.level = level
    } else {
      let (labels, end) = FootnoteLabel.read(
        text, from: range.lowerBound, end: range.upperBound, lexicon: support)
      answer.labels += labels
      let rest = text.trimmed(end..<range.upperBound)
      if !rest.isEmpty { answer.notes.append(text.text(rest)) }
    }
  }

  /// The level that a stretch names which holds no other word.
  private func wholeLevel(_ text: Wording, _ range: Range<Int>) -> SupportLevel? {
    let bytes = text.bytes[range]
    return lexicon.levels.first { bytes.elementsEqual($0.phrase.bytes) }?.level
      ?? support.answers.first { bytes.elementsEqual($0.bytes) }?.level
  }
}
