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
    shownCheck: { shown, _ in
      let file = shown.page.document.file
      let brackets = bracketsAroundProtocols(in: file)
      guard !brackets.isEmpty else { return [] }
      return shown.words.flatMap { range -> [Finding] in
        guard !brackets.within(range).isEmpty else { return [] }
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

  /// Where a bracket opens, in full width too, that holds nothing but a protocol: the words around all
  /// others need not be looked at.
  private static func bracketsAroundProtocols(in file: SourceFile) -> [Int] {
    var found: [Int] = []
    var next = 0
    while let open = file.offset(of: UInt8(ascii: "("), from: next) {
      if holdsProtocol(from: open + 1, in: file) { found.append(open) }
      next = open + 1
    }
    next = 0
    while let open = file.offset(of: 0xEF, from: next) {
      if open + 2 < file.bytes.count, file.bytes[open + 1] == 0xBC, file.bytes[open + 2] == 0x88,
        holdsProtocol(from: open + 3, in: file)
      {
        found.append(open)
      }
      next = open + 1
    }
    return found.sorted()
  }

  private static func holdsProtocol(from start: Int, in file: SourceFile) -> Bool {
    guard start < file.bytes.count, file.bytes[start] == 0xEF || isLetter(file.bytes[start]) else {
      return false
    }
    let names = HintWords.sendingProtocols + HintWords.receivingProtocols
    // Room for the longest name in full width.
    let end = min(start + 40, file.bytes.count)
    let text = FoldedText(SourceRange(start, end), in: file).bytes
    return names.contains { name in
      text.starts(with: name.utf8) && text.dropFirst(name.utf8.count).first == UInt8(ascii: ")")
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
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
