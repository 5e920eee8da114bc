import GuideModel
import SourceText
import Syntax

extension Rule {
  static let serverOfOtherDirection = Rule(
    name: "server-of-other-direction", severity: .note,
    summary: "a server for receiving is followed by a protocol for sending, or the other way round",
    explanation: """
      Readers type the wrong name into the wrong field. SMTP sends mail; POP and IMAP fetch it. \
      Only you know which of the two words is meant.
      """,
    wrong: Example("receiving by SMTP", "受信サーバ(SMTP)を設定します。\n"),
    right: Example("sending by SMTP", "送信サーバ(SMTP)を設定します。\n"),
    check: { page, index in
      let file = page.document.file
      return index.visibleRanges(on: page).flatMap { range -> [Finding] in
        guard mayHoldProtocol(file.bytes[range.lower..<range.upper]) else { return [] }
        let text = FoldedText(range, in: file)
        return clashes(HintWords.receiving, with: HintWords.sendingProtocols, in: text, file)
          + clashes(HintWords.sending, with: HintWords.receivingProtocols, in: text, file)
      }
    })

  private static func clashes(
    _ servers: [Phrase], with protocols: [String], in text: FoldedText, _ file: SourceFile
  ) -> [Finding] {
    // Longer words first: the shorter ones stand in them.
    var covered: [Range<Int>] = []
    return servers.sorted { $0.bytes.count > $1.bytes.count }.flatMap { server in
      places(of: server, in: text).compactMap { place -> Finding? in
        guard !covered.contains(where: { $0.overlaps(place) }),
          let end = bracketed(protocols, behind: place.upperBound, in: text)
        else { return nil }
        covered.append(place)
        let range = text.sourceRange(place.lowerBound..<end)
        return Finding(
          range: range,
          message: "'\(file.text(range))' names a server and a protocol of the other direction",
          help: "SMTP sends mail, POP and IMAP receive it: which of the two is meant?")
      }
    }
  }

  /// Whether a bracket is followed by a letter with which a protocol's name begins, in full width too.
  private static func mayHoldProtocol(_ bytes: ArraySlice<UInt8>) -> Bool {
    var index = bytes.startIndex
    while let open = bytes[index...].firstIndex(where: { $0 == UInt8(ascii: "(") || $0 == 0xEF }) {
      let behind = bytes[open] == 0xEF ? open + 3 : open + 1
      if behind < bytes.endIndex, bytes[behind] == 0xEF || "SsPpIiEe".utf8.contains(bytes[behind]) {
        return true
      }
      index = open + 1
    }
    return false
  }

  private static func places(of phrase: Phrase, in text: FoldedText) -> [Range<Int>] {
    var places: [Range<Int>] = []
    while let found = text.find(phrase, from: places.last?.upperBound ?? 0) { places.append(found) }
    return places
  }

  /// The end of `(protocol)` behind a word, perhaps with `ー` or `ー名` between.
  private static func bracketed(
    _ protocols: [String], behind index: Int, in text: FoldedText
  ) -> Int? {
    var start = index
    for filler in ["ー", "ーの", " "] where text.bytes[start...].starts(with: filler.utf8) {
      start += filler.utf8.count
      break
    }
    guard start < text.bytes.count, text.bytes[start] == UInt8(ascii: "(") else { return nil }
    let rest = text.bytes[(start + 1)...]
    for name in protocols where rest.starts(with: name.utf8) {
      let behind = start + 1 + name.utf8.count
      if behind < text.bytes.count, text.bytes[behind] == UInt8(ascii: ")") { return behind + 1 }
    }
    return nil
  }
}
