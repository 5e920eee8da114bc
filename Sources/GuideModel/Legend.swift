import SourceText
import Syntax

/// What a page says that its marks mean: 「○:対応 △:一部対応 ×:非対応」.
struct Legend {
  enum Meaning: Equatable {
    /// Nil where the words for the level are not known.
    case level(SupportLevel?)
    /// That nothing is known.
    case silence
  }

  struct Entry {
    let mark: [UInt8]
    let meaning: Meaning
  }

  /// The marks that a line explains; nil where it is no legend.
  ///
  /// ```
  /// legend = [word] [separator] mark separator meaning {[","] mark separator meaning}
  /// ```
  static func read(_ line: Wording, lexicon: Lexicon) -> [Entry]? {
    let support = lexicon.support
    let whole = line.trimmed(line.whole)
    guard !whole.isEmpty else { return nil }
    var start = whole.lowerBound
    let isNamed = skipWord(line, &start, end: whole.upperBound, support)
    guard
      let first = mark(line, at: start, end: whole.upperBound, isNamed: isNamed, support)
    else { return nil }
    var entries: [Entry] = []
    var current = first
    var index = first.end
    while index <= whole.upperBound {
      let next =
        index < whole.upperBound
        ? mark(line, at: index, end: whole.upperBound, isNamed: isNamed, support) : nil
      guard next != nil || index == whole.upperBound else {
        index += 1
        continue
      }
      let words = strip(line, current.end..<index)
      // `○: Thunderbird` lists clients.
      guard lexicon.client(in: FoldedText(line.text(words))) == nil else { return nil }
      entries.append(
        Entry(mark: current.mark, meaning: meaning(of: line, words, lexicon: lexicon)))
      guard let next else { break }
      current = next
      index = next.end
    }
    return entries
  }

  /// What the words behind a mark say.
  static func meaning(of line: Wording, _ range: Range<Int>, lexicon: Lexicon) -> Meaning {
    let answer = AnswerReader(lexicon: lexicon).read(line, range)
    return answer.isSilent ? .silence : .level(answer.level)
  }

  /// Whether a text is nothing but a mark that a legend may explain.
  static func isMark(_ text: Wording, lexicon: SupportLexicon) -> Bool {
    let range = text.trimmed(text.whole)
    return lexicon.legendMarks.contains { text.bytes[range].elementsEqual($0) }
  }

  private static func skipWord(
    _ line: Wording, _ start: inout Int, end: Int, _ support: SupportLexicon
  ) -> Bool {
    while start < end, "[( ".utf8.contains(line.bytes[start]) { start += 1 }
    guard
      let word = SupportLexicon.first(support.legendWords, in: line.bytes, at: start, end: end)
    else { return false }
    start += word.count
    while start < end, "]): ".utf8.contains(line.bytes[start]) { start += 1 }
    return true
  }

  /// A mark with the separator behind it. Where a word says that a legend follows, marks need no
  /// separator, and a letter may be one.
  private static func mark(
    _ line: Wording, at index: Int, end: Int, isNamed: Bool, _ support: SupportLexicon
  ) -> (mark: [UInt8], end: Int)? {
    guard index < end else { return nil }
    let bytes = line.bytes
    var mark = SupportLexicon.first(support.legendMarks, in: bytes, at: index, end: end)
    let isBehindLetter = index > 0 && FoldedText.isLetter(bytes[index - 1])
    let isLetter = FoldedText.isLetter(bytes[index]) && !isBehindLetter
    if mark == nil, isNamed, isLetter, index + 1 < end, !FoldedText.isLetter(bytes[index + 1]) {
      mark = [bytes[index]]
    }
    guard let mark else { return nil }
    var behind = index + mark.count
    while behind < end, Wording.isBlank(bytes[behind]) { behind += 1 }
    var isSeparated = false
    while let separator = SupportLexicon.first(
      support.legendSeparators, in: bytes, at: behind, end: end)
    {
      isSeparated = true
      behind += separator.count
    }
    let needsSeparator = !isNamed || isLetter || mark == [UInt8(ascii: "-")]
    guard behind < end, isSeparated || !needsSeparator else { return nil }
    return (mark, behind)
  }

  private static func strip(_ line: Wording, _ range: Range<Int>) -> Range<Int> {
    var range = line.trimmed(range)
    while !range.isEmpty {
      let bytes = line.bytes[range]
      let comma = ["、", "。", "/", ",", ";", "]", "|", "・"].map { Array($0.utf8) }
        .first { bytes.count >= $0.count && bytes.suffix($0.count).elementsEqual($0) }
      let isOpen = bytes.last == UInt8(ascii: ")") && !bytes.contains(UInt8(ascii: "("))
      guard let cut = comma?.count ?? (isOpen ? 1 : nil) else { return range }
      range = line.trimmed(range.lowerBound..<(range.upperBound - cut))
    }
    return range
  }
}
