import SourceText
import Syntax

/// Finds the words by which a text sends its reader to a step.
enum StepReferences {
  private static let words = ["手順", "ステップ", "steps ", "step "].map { Array($0.utf8) }
  /// What must follow `(3)` for it to be a reference and not a mark on a picture.
  private static let followers = [
    "から", "に戻", "へ戻", "に進", "へ進", "を参照", "をご覧", "以降", "からご覧", "まで戻", "の手順", "のステップ",
  ].map { Array($0.utf8) }
  /// What sends the reader into another procedure, whose name follows.
  private static let elsewhere = [
    " from the ", " of the ", " in the ", " on the ", " of ", " from ", " in ", " on ",
  ].map { Array($0.utf8) }
  /// Words for a procedure that stand behind its name.
  private static let procedureWords = [
    "instructions", "instruction", "guide", "procedure", "section", "page", "steps", "tutorial",
    "manual",
  ].map { Array($0.utf8) }
  /// What is no name: the procedure itself, or one that only its place tells.
  private static let placeWords: Set<String> = [
    "this", "same", "above", "previous", "next", "following", "last", "first", "second", "third",
    "list", "wizard", "picture", "screenshot", "image", "screen", "window", "dialog",
  ]
  /// 「の」 between a procedure's name and its step.
  private static let belongs = Array("の".utf8)

  /// What makes the number an amount or a part of a name.
  private static let counters = ["つ", "個", "回", "/", "」"].map { Array($0.utf8) }
  private static let port = Phrase("ポート")

  static func find(in text: FoldedText) -> [StepReference] {
    var references: [StepReference] = []
    let bytes = text.bytes
    var index = 0
    while let start = beginning(bytes, from: index) {
      if let (reference, end) = worded(text, at: start) ?? bracketed(text, at: start) {
        if let reference { references.append(reference) }
        index = end
      } else {
        index = start + 1
      }
    }
    return references
  }

  /// Those in paragraphs that surely name a guide: outside of steps, a number alone may mean anything.
  static func naming(in blocks: [Block], of file: SourceFile) -> [StepReference] {
    blocks.flatMap { block -> [StepReference] in
      switch block {
      case .paragraph(let paragraph):
        find(in: FoldedText(paragraph.content, in: file)).filter {
          $0.destination?.isCertain == true && !paragraph.content.hasLink(around: $0.range)
        }
      case .quote(let quote): naming(in: quote.blocks, of: file)
      case .admonition(let box): naming(in: box.blocks, of: file)
      case .aligned(let aligned): naming(in: aligned.blocks, of: file)
      default: []
      }
    }
  }

  /// Where a reference may begin. Most bytes begin none of ``words`` and no bracket.
  private static func beginning(_ bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "("), UInt8(ascii: "s"): return index
        // Of 「手順」 and 「ステップ」 the first sign: most kana begin with the same byte.
        case 0xE6 where index + 2 < bytes.count:
          if bytes[index + 1] == 0x89 && bytes[index + 2] == 0x8B { return index }
        case 0xE3 where index + 2 < bytes.count:
          if bytes[index + 1] == 0x82 && bytes[index + 2] == 0xB9 { return index }
        default: break
        }
        index += 1
      }
      return nil
    }
  }

  private static func worded(_ text: FoldedText, at start: Int) -> (StepReference?, Int)? {
    let bytes = text.bytes
    guard let word = words.first(where: { bytes[start...].starts(with: $0) }) else { return nil }
    if start > 0, FoldedText.isLetter(bytes[start - 1]), FoldedText.isLetter(bytes[start]) {
      return nil
    }
    var index = start + word.count
    if index < bytes.count, bytes[index] == UInt8(ascii: "(") { index += 1 }
    guard let first = digits(bytes, from: index) else { return nil }
    var end = first.upperBound
    var last = first
    if let dash = rangeDash(bytes, at: end), let second = digits(bytes, from: dash) {
      last = second
      end = second.upperBound
    }
    if end < bytes.count, bytes[end] == UInt8(ascii: ")") { end += 1 }
    if counters.contains(where: { bytes[end...].starts(with: $0) }) { return nil }
    var found = reference(text, first, last, start..<end)
    if let word = elsewhere.first(where: { bytes[end...].starts(with: $0) }) {
      guard let name = nameBehind(text, from: end + word.count) else {
        // "from the" names some other procedure, even where its name is not understood.
        return (word.count > 6 ? nil : found, end)
      }
      found.destination = name.destination
      return (found, name.end)
    }
    found.destination = nameBefore(text, end: start)
    return (found, end)
  }

  /// The name of a procedure up to the word for one, or up to the end of the clause.
  private static func nameBehind(
    _ text: FoldedText, from start: Int
  ) -> (destination: StepReference.Destination, end: Int)? {
    let bytes = text.bytes
    var index = start
    while index < bytes.count, !endsClause(bytes[index], before: bytes, index) { index += 1 }
    let clause = start..<index
    var words = clause.split(in: bytes)
    // "the" may stand behind "from" and in the name.
    if let first = words.first, bytes[first].elementsEqual("the".utf8) { words.removeFirst() }
    let last = words.firstIndex { word in procedureWords.contains { bytes[word].elementsEqual($0) }
    }
    let name = words[..<(last ?? words.endIndex)]
    guard let first = name.first, let final = name.last, name.count <= 8,
      !name.contains(where: { placeWords.contains(String(decoding: bytes[$0], as: UTF8.self)) })
    else { return nil }
    let end = last.map { words[$0].upperBound } ?? final.upperBound
    return (
      StepReference.Destination(
        range: text.sourceRange(first.lowerBound..<final.upperBound), isCertain: last != nil), end
    )
  }

  private static func endsClause(_ byte: UInt8, before bytes: [UInt8], _ index: Int) -> Bool {
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "!"), UInt8(ascii: "?"):
      true
    // `6.0` is a version.
    case UInt8(ascii: "."), UInt8(ascii: ":"):
      index + 1 >= bytes.count || !FoldedText.isDigit(bytes[index + 1])
    default: bytes[index...].starts(with: [0xE3, 0x80, 0x82])
    }
  }

  /// 「Outlook 2013の手順4」: the name before the word, which only may be one.
  private static func nameBefore(_ text: FoldedText, end: Int) -> StepReference.Destination? {
    let bytes = text.bytes
    guard end > belongs.count, bytes[..<end].suffix(belongs.count).elementsEqual(belongs) else {
      return nil
    }
    let upper = end - belongs.count
    var lower = upper
    // Back to a mark: those of Japanese begin with E3 80.
    while lower > 0, upper - lower < 90, bytes[lower - 1] != UInt8(ascii: "\n"),
      bytes[lower - 1] != UInt8(ascii: ","), bytes[lower - 1] != UInt8(ascii: "("),
      !(bytes[lower - 1] == 0x20 && lower >= 2 && ".!?;:".utf8.contains(bytes[lower - 2])),
      !(lower >= 3 && bytes[lower - 3] == 0xE3 && bytes[lower - 2] == 0x80
        && bytes[lower - 1] != 0x85 && bytes[lower - 1] >= 0x80 && bytes[lower - 1] <= 0x95)
    {
      lower -= 1
    }
    guard lower < upper else { return nil }
    return StepReference.Destination(range: text.sourceRange(lower..<upper), isCertain: false)
  }

  private static func bracketed(_ text: FoldedText, at start: Int) -> (StepReference?, Int)? {
    let bytes = text.bytes
    guard bytes[start] == UInt8(ascii: "("), let number = digits(bytes, from: start + 1),
      number.upperBound < bytes.count, bytes[number.upperBound] == UInt8(ascii: ")")
    else { return nil }
    let end = number.upperBound + 1
    guard followers.contains(where: { bytes[end...].starts(with: $0) }), text.find(port) == nil
    else { return nil }
    return (reference(text, number, number, start..<end), end)
  }

  private static func reference(
    _ text: FoldedText, _ first: Range<Int>, _ last: Range<Int>, _ whole: Range<Int>
  ) -> StepReference {
    StepReference(
      label: String(decoding: text.bytes[first], as: UTF8.self),
      last: String(decoding: text.bytes[last], as: UTF8.self), range: text.sourceRange(whole))
  }

  private static func digits(_ bytes: [UInt8], from start: Int) -> Range<Int>? {
    var index = start
    while index < bytes.count, FoldedText.isDigit(bytes[index]), index - start < 4 { index += 1 }
    return index > start ? start..<index : nil
  }

  /// The offset behind `-`, `~`, `–` or `〜`.
  private static func rangeDash(_ bytes: [UInt8], at index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "~") { return index + 1 }
    let dashes: [[UInt8]] = [[0xE2, 0x80, 0x93], [0xE3, 0x80, 0x9C]]
    return dashes.contains { bytes[index...].starts(with: $0) } ? index + 3 : nil
  }
}

extension Range<Int> {
  /// The stretches between spaces, quotation marks left out.
  fileprivate func split(in bytes: [UInt8]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = lowerBound
    for index in lowerBound...upperBound {
      let isEnd =
        index == upperBound || [0x20, 0x22, 0x27].contains(bytes[index])
      guard isEnd else { continue }
      if index > start { words.append(start..<index) }
      start = index + 1
    }
    return words
  }
}
