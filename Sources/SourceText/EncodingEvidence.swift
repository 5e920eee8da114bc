/// Finds out in which encoding bytes are written, by what they would say in each.
///
/// Bytes that make no sense in an encoding speak against it; so do characters that Japanese texts
/// seldom have, such as half-width kana. Hiragana and katakana speak for it.
package enum EncodingEvidence {
  /// Looks at as much of each sample as tells.
  private static let sampleSize = 65_536

  /// - Parameter samples: pages, or names of pages, of one wiki.
  /// - Returns: nil where the samples are ASCII, or nothing speaks for any encoding.
  package static func encoding(of samples: some Sequence<[UInt8]>) -> TextEncoding? {
    let samples = Array(samples)
    if !samples.isEmpty, samples.allSatisfy(isSurelyUTF8) { return .utf8 }
    var scores: [TextEncoding: Int] = [:]
    for sample in samples {
      let sample = Array(sample.prefix(sampleSize))
      guard hasMoreThanASCII(sample) else { continue }
      if escapes(in: sample) > 0 { scores[.iso2022JP, default: 0] += 100 }
      scores[.utf8, default: 0] += utf8Score(sample)
      scores[.eucJP, default: 0] += eucScore(sample)
      scores[.shiftJIS, default: 0] += shiftScore(sample)
    }
    let order: [TextEncoding] = [.utf8, .iso2022JP, .eucJP, .shiftJIS]
    let best = order.max { left, right in
      let (left, right) = (scores[left] ?? 0, scores[right] ?? 0)
      // Among equals the first of the list.
      return left < right
    }
    return best.flatMap { (scores[$0] ?? 0) > 0 ? $0 : nil }
  }

  /// The text where bytes are UTF-8 from end to end and hold more kana and kanji than could be so by
  /// chance: a file is then looked through once.
  package static func textOfSureUTF8(_ bytes: [UInt8]) -> DecodedText? {
    hasMarksOfUTF8(bytes) ? UTF8Text.clean(bytes) : nil
  }

  private static func isSurelyUTF8(_ bytes: [UInt8]) -> Bool {
    hasMarksOfUTF8(bytes) && String(validating: bytes, as: UTF8.self) != nil
  }

  /// Whether bytes have many that begin kana and kanji in UTF-8, and no escape: that begins other
  /// encodings.
  private static func hasMarksOfUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var marks: UInt32 = 0
      var escapes: UInt32 = 0
      for byte in bytes {
        marks &+= byte >= 0xE3 && byte <= 0xE9 ? 1 : 0
        escapes |= byte == 0x1B ? 1 : 0
      }
      return marks >= 16 && escapes == 0
    }
  }

  private static func hasMoreThanASCII(_ bytes: [UInt8]) -> Bool {
    bytes.contains { $0 >= 0x80 || $0 == 0x1B }
  }

  private static func escapes(in bytes: [UInt8]) -> Int {
    bytes.indices.count { index in
      bytes[index] == 0x1B && index + 2 < bytes.count
        && (bytes[index + 1] == UInt8(ascii: "$") || bytes[index + 1] == UInt8(ascii: "("))
    }
  }

  /// What is no UTF-8 costs as much as ten characters that are.
  private static func utf8Score(_ bytes: [UInt8]) -> Int {
    var score = 0
    var index = 0
    while index < bytes.count {
      // The sample may end within a character.
      if index + 3 >= bytes.count, bytes.count == sampleSize { break }
      let length = UTF8Text.length(at: index, in: bytes)
      switch length {
      case 2: score += isForeign(bytes[index]) ? 1 : 2
      case 3...: score += 3
      default: break
      }
      if length == 0, bytes[index] >= 0x80 { score -= 10 }
      index += max(1, length)
    }
    return score
  }

  /// Whether a byte begins a letter of an alphabet that Japanese texts seldom have: not Latin, not
  /// Greek, and in EUC-JP half of a common kanji.
  private static func isForeign(_ lead: UInt8) -> Bool {
    (0xC4...0xCD).contains(lead) || (0xD0...0xDF).contains(lead)
  }

  private static func eucScore(_ bytes: [UInt8]) -> Int {
    score(bytes) { index, trail in
      switch (bytes[index], trail) {
      case (0xA4, 0xA1...0xF3), (0xA5, 0xA1...0xF6): (2, 3)
      case (0x8E, 0xA1...0xDF): (2, 1)
      case (0xA1...0xA8, 0xA1...0xFE), (0xAD, 0xA1...0xFC), (0xB0...0xCF, 0xA1...0xFE): (2, 2)
      case (0xA9...0xFE, 0xA1...0xFE): (2, 0)
      case (0x8F, 0xA1...0xFE): (3, 0)
      default: (1, -10)
      }
    }
  }

  private static func shiftScore(_ bytes: [UInt8]) -> Int {
    score(bytes) { index, trail in
      switch (bytes[index], trail) {
      case (0x82, 0x9F...0xF1), (0x83, 0x40...0x96): (2, 3)
      case (0x8E, 0xA1...0xDF): (2, 0)
      case (0x81...0x84, 0x40...0xFC), (0x87, 0x40...0x9C), (0x88...0x97, 0x40...0xFC): (2, 2)
      case (0x85...0x9F, 0x40...0xFC), (0xE0...0xFC, 0x40...0xFC): (2, 0)
      case (0xA1...0xDF, _): kana(bytes[index...].prefix(while: HalfWidthKana.isKana))
      default: (1, -10)
      }
    }
  }

  /// Half-width kana are seldom the only letters of a text, and then they are words.
  private static func kana(_ run: ArraySlice<UInt8>) -> (length: Int, score: Int) {
    (run.count, HalfWidthKana.isLikely(run) ? run.count : -run.count)
  }

  /// - Parameter judge: what a byte beyond ASCII and the one behind it are worth; 0 stands behind the
  ///   last byte.
  private static func score(
    _ bytes: [UInt8], _ judge: (_ index: Int, _ trail: UInt8) -> (length: Int, score: Int)
  ) -> Int {
    var total = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      // The sample may end within a character.
      if index + 1 == bytes.count, bytes.count == sampleSize { break }
      let (length, score) = judge(index, index + 1 < bytes.count ? bytes[index + 1] : 0)
      total += score
      index += length
    }
    return total
  }
}
