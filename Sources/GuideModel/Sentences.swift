import Syntax

/// Splits a text at the ends of its sentences, and of its lines where those end sentences too.
enum Sentences {
  /// Whether 「。」 stands at an index.
  static func isFullStop(_ bytes: [UInt8], at index: Int) -> Bool {
    bytes[index] == 0xE3 && index + 2 < bytes.count && bytes[index + 1] == 0x80
      && bytes[index + 2] == 0x82
  }

  /// Ranges of the folded bytes, full stops included, blank ones left out.
  /// - Parameter atLines: whether the end of a line ends a sentence.
  static func split(_ text: FoldedText, atLines: Bool) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    var index = 0
    let bytes = text.bytes
    func close(at end: Int) {
      var first = start
      while first < end, bytes[first] == UInt8(ascii: " ") || bytes[first] == UInt8(ascii: "\n") {
        first += 1
      }
      if first < end { result.append(first..<end) }
      start = end
    }
    while index < bytes.count {
      if atLines, bytes[index] == UInt8(ascii: "\n") {
        close(at: index)
        index += 1
      } else if isFullStop(bytes, at: index) {
        index += 3
        close(at: index)
      } else if bytes[index] == UInt8(ascii: "."), index + 1 < bytes.count,
        bytes[index + 1] == UInt8(ascii: " ") || bytes[index + 1] == UInt8(ascii: "\n")
      {
        index += 1
        close(at: index)
      } else {
        index += 1
      }
    }
    close(at: bytes.count)
    return result
  }
}

extension Document {
  /// Whether lines end sentences. In PukiWiki people write a line for each; elsewhere, editors wrap them.
  var endsSentencesWithLines: Bool { naming == .asWritten && !namesHeadingsByWords }
}
