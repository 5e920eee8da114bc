import GuideModel
import SourceText
import Syntax

/// Names of servers and numbers of ports as steps write them: `imap.example.jp`, `pop.example.jp:995`,
/// 「ポート番号 993」.
struct WrittenServers {
  struct Host {
    /// In lower case.
    let name: String
    let range: SourceRange
    /// The port right behind the name, such as `:993`.
    let port: Port?
  }

  struct Port {
    let number: Int
    let range: SourceRange
  }

  private(set) var hosts: [Host] = []
  /// Numbers that a word for port stands before or behind.
  private(set) var ports: [Port] = []

  init(_ range: SourceRange, in file: SourceFile) {
    let text = FoldedText(range, in: file)
    readHosts(text)
    readPorts(text)
  }

  private mutating func readHosts(_ text: FoldedText) {
    let bytes = text.bytes
    var index = 0
    while index < bytes.count {
      guard Self.isHostByte(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, Self.isHostByte(bytes[index]) { index += 1 }
      var end = index
      while end > start, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
      let name = String(decoding: bytes[start..<end], as: UTF8.self)
      let labels = name.split(separator: ".", omittingEmptySubsequences: false)
      // A mail address is no server, and `setup.exe` or `6.0.1` are none either.
      let isInAddress = start > 0 && "@/".utf8.contains(bytes[start - 1])
      guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }), !isInAddress,
        labels.last?.contains(where: \.isLetter) == true,
        !(end < bytes.count && bytes[end] == UInt8(ascii: "@"))
      else { continue }
      hosts.append(
        Host(
          name: name, range: text.sourceRange(start..<end), port: Self.port(text, behind: end)))
    }
  }

  private static func port(_ text: FoldedText, behind end: Int) -> Port? {
    guard end < text.bytes.count, text.bytes[end] == UInt8(ascii: ":") else { return nil }
    return number(text, from: end + 1)
  }

  /// A number of two to five digits.
  private static func number(_ text: FoldedText, from start: Int) -> Port? {
    var end = start
    while end < text.bytes.count, isDigit(text.bytes[end]), end - start < 6 { end += 1 }
    guard (2...5).contains(end - start),
      let number = Int(String(decoding: text.bytes[start..<end], as: UTF8.self)), number <= 65_535
    else { return nil }
    return Port(number: number, range: text.sourceRange(start..<end))
  }

  private mutating func readPorts(_ text: FoldedText) {
    for word in HintWords.ports {
      var from = 0
      while let place = text.find(word, from: from) {
        from = place.upperBound
        // 「ポート番号を「995」に」: a few signs may stand between.
        let room = place.upperBound..<min(text.bytes.count, place.upperBound + 24)
        if let digit = room.first(where: { Self.isDigit(text.bytes[$0]) }),
          !text.bytes[place.upperBound..<digit].contains(UInt8(ascii: "\n")),
          let port = Self.number(text, from: digit)
        {
          add(port)
        } else {
          addNumberBefore(place.lowerBound, text)
        }
      }
    }
  }

  /// 「993番ポート」.
  private mutating func addNumberBefore(_ end: Int, _ text: FoldedText) {
    let before = text.bytes[..<end]
    let number = "番".utf8
    guard before.count > number.count, before.suffix(number.count).elementsEqual(number) else {
      return
    }
    var start = end - number.count
    while start > 0, Self.isDigit(text.bytes[start - 1]) { start -= 1 }
    if let port = Self.number(text, from: start) { add(port) }
  }

  private mutating func add(_ port: Port) {
    guard !ports.contains(where: { $0.range == port.range }) else { return }
    ports.append(port)
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}

extension SiteIndex {
  /// The stretches of a page that tell readers what to set: its steps, each with what belongs to it.
  func settingStretches(on page: PageReading) -> [SourceRange] {
    guard !servers.isEmpty else { return [] }
    return page.guides.flatMap(\.procedures).flatMap(\.steps).map { step in
      step.details.reduce(step.range) { $0.union($1.range) }
    }
  }
}
