/// ``SupportWords`` folded once, ready for looking up.
struct SupportLexicon: Sendable {
  typealias LevelWord = (level: SupportLevel, bytes: [UInt8])

  let marks: [LevelWord]
  let answers: [LevelWord]
  let silence: Set<[UInt8]>
  /// All signs to which a legend may give a level.
  let legendMarks: [[UInt8]]
  let legendWords: [[UInt8]]
  let legendSeparators: [[UInt8]]
  let itemSeparators: [[UInt8]]
  let footnoteMarks: [[UInt8]]
  let footnoteHeadings: Set<[UInt8]>
  let featureColumn: [Phrase]
  let noteColumn: [Phrase]
  let testedColumn: [Phrase]
  let otherColumn: [Phrase]
  let tested: [[UInt8]]
  let versions: VersionReader
  let platforms: [[UInt8]]
  let forms: [Form]
  let openers: [[UInt8]]
  let joiners: [[UInt8]]
  let verbs: WordScan
  /// Marks, and words by which a legend is known: where a page has none, no legend is looked for.
  let signs: WordScan
  let legendScan: WordScan
  let sentenceSigns: [[UInt8]]

  struct Form: Sendable {
    let level: SupportLevel
    let first: SupportWords.Form.Subject
    let between: [[UInt8]]
    let behind: [[UInt8]]
  }

  init(_ words: SupportWords) {
    func folded(_ words: [String]) -> [[UInt8]] {
      words.map { FoldedText($0).bytes }.sorted { $0.count > $1.count }
    }
    func levels(_ words: [SupportLevel: [String]]) -> [LevelWord] {
      let all = SupportLevel.allCases.flatMap { level in
        (words[level] ?? []).map { (level: level, bytes: FoldedText($0).bytes) }
      }
      return all.sorted { $0.bytes.count > $1.bytes.count }
    }
    func phrases(_ words: [String]) -> [Phrase] {
      words.map(Phrase.init).sorted { $0.bytes.count > $1.bytes.count }
    }
    marks = levels(words.marks)
    answers = levels(words.answers)
    silence = Set(folded(words.silence))
    legendMarks = marks.map(\.bytes) + folded(words.furtherMarks)
    legendWords = folded(words.legendWords)
    legendSeparators = folded(words.legendSeparators)
    itemSeparators = folded(words.itemSeparators)
    footnoteMarks = folded(words.footnoteMarks)
    footnoteHeadings = Set(folded(words.footnoteHeadings))
    featureColumn = phrases(words.featureColumn)
    noteColumn = phrases(words.noteColumn)
    testedColumn = phrases(words.testedColumn)
    otherColumn = phrases(words.otherColumn)
    tested = folded(words.tested)
    versions = VersionReader(words.versions)
    platforms = folded(words.versions.platforms)
    forms = words.forms.map { form in
      Form(
        level: form.level, first: form.first, between: folded(form.between),
        behind: folded(form.behind))
    }
    openers = folded(words.openers)
    joiners = folded(words.joiners)
    verbs = WordScan(folded(words.verbs))
    signs = WordScan(marks.map(\.bytes) + folded(words.furtherMarks))
    legendScan = WordScan(folded(words.legendWords))
    sentenceSigns = folded(words.sentenceSigns)
  }

  /// The sign for a level that stands at `index`.
  func mark(in bytes: [UInt8], at index: Int, end: Int) -> LevelWord? {
    marks.first { Self.stands($0.bytes, in: bytes, at: index, end: end) }
  }

  /// Whether some words say something rather than name something.
  func isSentence(_ bytes: [UInt8]) -> Bool {
    if bytes.count(where: { $0 == UInt8(ascii: " ") }) > 3 { return true }
    return bytes.indices.contains { index in
      bytes[index] >= 0x80
        && Self.first(sentenceSigns, in: bytes, at: index, end: bytes.count) != nil
    }
  }

  static func stands(_ word: [UInt8], in bytes: [UInt8], at index: Int, end: Int) -> Bool {
    index + word.count <= end && bytes[index..<(index + word.count)].elementsEqual(word)
  }

  /// The first of some words that stands at `index`: the longest where the list begins with it.
  static func first(_ words: [[UInt8]], in bytes: [UInt8], at index: Int, end: Int) -> [UInt8]? {
    words.first { stands($0, in: bytes, at: index, end: end) }
  }
}

/// Tells fast whether some bytes of a page hold one of a few words, before any text is folded.
struct WordScan: Sendable {
  private let words: [[UInt8]]
  /// Which bytes a word may begin with, small letters and capitals alike.
  private let isFirst: [Bool]

  init(_ words: [[UInt8]]) {
    self.words = words
    var isFirst = [Bool](repeating: false, count: 256)
    for word in words where !word.isEmpty {
      isFirst[Int(word[0])] = true
      if FoldedText.isLetter(word[0]) { isFirst[Int(word[0] & 0xDF)] = true }
    }
    self.isFirst = isFirst
  }

  func finds(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      isFirst.withUnsafeBufferPointer { isFirst in
        for index in range where isFirst[Int(bytes[index])] {
          if words.contains(where: { stands($0, at: index, in: bytes, end: range.upperBound) }) {
            return true
          }
        }
        return false
      }
    }
  }

  private func stands(
    _ word: [UInt8], at index: Int, in bytes: UnsafeBufferPointer<UInt8>, end: Int
  ) -> Bool {
    guard index + word.count <= end else { return false }
    for position in word.indices {
      let byte = bytes[index + position]
      let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      guard (isCapital ? byte | 0x20 : byte) == word[position] else { return false }
    }
    return true
  }
}
