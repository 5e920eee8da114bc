/// What leads from a mark to its footnote: `*1`, `(*1)`, `※1`, `注1`, `[2]`, `※`.
struct FootnoteLabel: Hashable {
  /// The sign or word, folded; empty where the number alone stands in brackets.
  let mark: [UInt8]
  let digits: [UInt8]
  let asWritten: String

  static func == (left: FootnoteLabel, right: FootnoteLabel) -> Bool {
    left.mark == right.mark && left.digits == right.digits
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(mark)
    hasher.combine(digits)
  }

  /// The labels at `start`, one behind the other, and where they end. None is read where the text
  /// goes on as a word of its own.
  static func read(
    _ text: Wording, from start: Int, end: Int, lexicon: SupportLexicon
  ) -> (labels: [FootnoteLabel], end: Int) {
    var labels: [FootnoteLabel] = []
    var index = start
    while let (label, behind) = one(text, at: skip(text, index, end), end: end, lexicon: lexicon) {
      labels.append(label)
      index = behind
      // `*1,2`: the second number shares the sign.
      while index + 1 < end, text.bytes[index] == UInt8(ascii: ","),
        FoldedText.isDigit(text.bytes[index + 1])
      {
        let digits = digitsEnd(text, index + 1, end)
        labels.append(
          FootnoteLabel(
            mark: label.mark, digits: Array(text.bytes[(index + 1)..<digits]),
            asWritten: text.text((index + 1)..<digits)))
        index = digits
      }
    }
    return (labels, index)
  }

  /// The labels at the end of a stretch, and where the text before them ends.
  static func trailing(
    _ text: Wording, _ range: Range<Int>, lexicon: SupportLexicon
  ) -> (labels: [FootnoteLabel], end: Int)? {
    for index in range where index > range.lowerBound {
      let byte = text.bytes[index]
      guard byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || mayBegin(byte, lexicon) else {
        continue
      }
      let (labels, end) = read(text, from: index, end: range.upperBound, lexicon: lexicon)
      guard !labels.isEmpty, skip(text, end, range.upperBound) == range.upperBound else { continue }
      return (labels, text.trimmed(range.lowerBound..<index).upperBound)
    }
    return nil
  }

  private static func mayBegin(_ byte: UInt8, _ lexicon: SupportLexicon) -> Bool {
    lexicon.footnoteMarks.contains { $0[0] == byte }
  }

  private static func one(
    _ text: Wording, at start: Int, end: Int, lexicon: SupportLexicon
  ) -> (FootnoteLabel, end: Int)? {
    guard start < end else { return nil }
    let bytes = text.bytes
    var index = start
    let open = bytes[index]
    let close: UInt8? =
      open == UInt8(ascii: "(")
      ? UInt8(ascii: ")") : open == UInt8(ascii: "[") ? UInt8(ascii: "]") : nil
    if close != nil { index += 1 }
    let markStart = index
    if let mark = SupportLexicon.first(lexicon.footnoteMarks, in: bytes, at: index, end: end) {
      index += mark.count
      while mark == [UInt8(ascii: "*")], index < end, bytes[index] == mark[0] { index += 1 }
    }
    let mark = Array(bytes[markStart..<index])
    index = skip(text, index, end)
    let digits = index
    index = digitsEnd(text, index, end)
    let number = Array(bytes[digits..<index])
    if number.isEmpty { index = markStart + mark.count }
    // A word such as 注 needs its number or its brackets; a number alone its brackets.
    let isSign = mark.first.map { $0 == UInt8(ascii: "*") || $0 == 0xE2 } ?? false
    guard number.count < 3, isSign || close != nil || !mark.isEmpty && !number.isEmpty,
      !mark.isEmpty || !number.isEmpty
    else { return nil }
    if let close {
      guard index < end, bytes[index] == close else { return nil }
      index += 1
    }
    return (FootnoteLabel(mark: mark, digits: number, asWritten: text.text(start..<index)), index)
  }

  private static func digitsEnd(_ text: Wording, _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, FoldedText.isDigit(text.bytes[index]) { index += 1 }
    return index
  }

  private static func skip(_ text: Wording, _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, Wording.isBlank(text.bytes[index]) { index += 1 }
    return index
  }
}
