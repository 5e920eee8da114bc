import SourceText
import Syntax

/// Finds the words by which a text sends its reader to a step.
enum StepReferences {
  private static let words = ["手順", "ステップ", "steps ", "step "].map { Array($0.utf8) }
  /// What must follow `(3)` for it to be a reference and not a mark on a picture.
  private static let followers = [
    "から", "に戻", "へ戻", "に進", "へ進", "を参照", "をご覧", "以降", "からご覧", "まで戻", "の手順", "のステップ",
  ].map { Array($0.utf8) }
  /// What sends the reader into another procedure, which is not looked into.
  private static let elsewhere = [" from the", " of the", " in the ", " on the "].map {
    Array($0.utf8)
  }

  /// What makes the number an amount or a part of a name.
  private static let counters = ["つ", "個", "回", "/", "」"].map { Array($0.utf8) }
  private static let port = Phrase("ポート")

  static func find(in text: FoldedText) -> [StepReference] {
    var references: [StepReference] = []
    var index = 0
    while index < text.bytes.count {
      if mayBegin(text.bytes[index]),
        let (reference, end) = worded(text, at: index) ?? bracketed(text, at: index)
      {
        if let reference { references.append(reference) }
        index = end
      } else {
        index += 1
      }
    }
    return references
  }

  private static let firstBytes = Set(words.compactMap(\.first) + [UInt8(ascii: "(")])

  /// Looked at for every byte, so it must be cheap: most bytes begin no reference.
  private static let isFirstByte = (0...UInt8.max).map(firstBytes.contains)

  private static func mayBegin(_ byte: UInt8) -> Bool { isFirstByte[Int(byte)] }

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
    if elsewhere.contains(where: { bytes[end...].starts(with: $0) }) { return (nil, end) }
    return (reference(text, first, last, start..<end), end)
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
