/// Finds values that readers type as they stand, such as `mail.example.jp` or 587, in running text.
enum SettingValues {
  /// The ends of names of hosts; words such as `setup.exe` are none.
  private static let topLevels: Set<String> = [
    "com", "net", "org", "info", "biz", "edu", "gov", "int", "jp", "us", "uk", "de", "fr", "eu",
    "kr",
    "cn", "tw", "hk", "sg", "au", "ca", "nz", "ch", "at", "nl", "be", "it", "es", "se", "no", "dk",
    "fi", "in", "br", "mx", "example", "invalid", "test", "localhost", "internal", "local", "dev",
    "app", "cloud", "email", "online", "site", "tokyo", "osaka", "nagoya", "kyoto", "hosting",
  ]
  /// The ports of mail. Other numbers near the word are more likely something else.
  private static let ports: Set<Int> = [25, 110, 143, 465, 587, 993, 995]
  private static let portWords = ["ポート", "port", "Port"].map { Array($0.utf8) }

  /// - Returns: the places of values, in order.
  static func ranges(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while let start = WordBytes.next(in: text, from: index) {
      let word = WordBytes(text, from: start)
      index = word.end
      if isValue(word, in: text) { found.append(word.range) }
    }
    return found
  }

  static func ranges(in bytes: ArraySlice<UInt8>) -> [Range<Int>] {
    bytes.withUnsafeBufferPointer { ranges(in: $0) }
      .map { $0.lowerBound + bytes.startIndex..<$0.upperBound + bytes.startIndex }
  }

  private static func isValue(_ word: WordBytes, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    if word.isNumber {
      return (2...3).contains(word.range.count) && text[word.range.lowerBound] != UInt8(ascii: "0")
        && ports.contains(number(text[word.range])) && isNearPort(word.range, in: text)
    }
    return word.hasDot && isAddress(text[word.range])
  }

  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The name of a host, perhaps with an account before it and a port behind it.
  private static func isAddress(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var host = word
    if let at = word.firstIndex(of: UInt8(ascii: "@")) {
      host = word[(at + 1)...]
      guard at > word.startIndex, !host.contains(UInt8(ascii: "@")) else { return false }
    }
    if let colon = host.firstIndex(of: UInt8(ascii: ":")) {
      let port = host[(colon + 1)...]
      guard (1...5).contains(port.count), port.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return false
      }
      host = host[..<colon]
    }
    return isHost(host)
  }

  private static func isHost(_ host: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var start = host.startIndex
    var labels = 0
    while let dot = host[start...].firstIndex(of: UInt8(ascii: ".")) {
      guard isLabel(host[start..<dot]) else { return false }
      labels += 1
      start = dot + 1
    }
    let last = host[start...]
    return labels > 0 && isLabel(last) && topLevels.contains(String(decoding: last, as: UTF8.self))
  }

  private static func isLabel(_ label: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let dash = UInt8(ascii: "-")
    return !label.isEmpty && label.first != dash && label.last != dash
      && label.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == dash
      }
  }

  private static func isNearPort(
    _ word: Range<Int>, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let near = text[max(0, word.lowerBound - 40)..<min(text.count, word.upperBound + 16)]
    return portWords.contains { ByteSearch.first($0, in: Array(near)[...]) != nil }
  }
}

/// A run of bytes that may stand within a host, an address of mail, or the address of a page, which is
/// no value.
private struct WordBytes {
  /// Without dots and dashes at its end, which belong to the sentence.
  let range: Range<Int>
  /// Where the run ends with them.
  let end: Int
  private(set) var hasDot = false
  private(set) var isNumber = true

  init(_ text: UnsafeBufferPointer<UInt8>, from start: Int) {
    var end = start
    while end < text.count, Self.isOne(text[end]) { end += 1 }
    self.end = end
    while end > start, text[end - 1] == UInt8(ascii: ".") || text[end - 1] == UInt8(ascii: "-") {
      end -= 1
    }
    range = start..<end
    for index in range {
      if text[index] == UInt8(ascii: ".") { hasDot = true }
      if !(0x30...0x39).contains(text[index]) { isNumber = false }
    }
  }

  /// Most bytes are of Japanese letters, and are passed eight at a time.
  static func next(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let bytes = UnsafeRawBufferPointer(text)
    let high: UInt64 = 0x8080_8080_8080_8080
    var index = start
    while index < text.count {
      if index + 8 <= text.count,
        bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & high == high
      {
        index += 8
      } else if isOne(text[index]) {
        return index
      } else {
        index += 1
      }
    }
    return nil
  }

  private static func isOne(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "@")...UInt8(ascii: "Z"),
      UInt8(ascii: "-")...UInt8(ascii: ":"), UInt8(ascii: "_"), UInt8(ascii: "+"),
      UInt8(ascii: "%"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
