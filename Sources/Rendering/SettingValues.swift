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
  private static let ports: Set<String> = ["25", "110", "143", "465", "587", "993", "995"]
  private static let portWords = ["ポート", "port", "Port", "番ポート"].map { Array($0.utf8) }

  /// - Returns: the places of values, in order, as offsets of the slice.
  static func ranges(in bytes: ArraySlice<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard isWordByte(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.endIndex, isWordByte(bytes[index]) { index += 1 }
      var end = index
      while end > start, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: "-")
      {
        end -= 1
      }
      if end - start > 1, isValue(bytes[start..<end], in: bytes) { found.append(start..<end) }
    }
    return found
  }

  private static func isValue(_ word: ArraySlice<UInt8>, in text: ArraySlice<UInt8>) -> Bool {
    if word.allSatisfy({ (0x30...0x39).contains($0) }) {
      return ports.contains(String(decoding: word, as: UTF8.self))
        && isNearPort(word.startIndex..<word.endIndex, in: text)
    }
    guard word.contains(UInt8(ascii: ".")) else { return false }
    let parts = word.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard var host = parts.last, parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else {
      return false
    }
    // A port may stand behind the host.
    if let colon = host.firstIndex(of: UInt8(ascii: ":")) {
      let port = host[(colon + 1)...]
      guard (1...5).contains(port.count), port.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return false
      }
      host = host[..<colon]
    }
    return isHost(host)
  }

  private static func isHost(_ host: ArraySlice<UInt8>) -> Bool {
    let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last,
      topLevels.contains(String(decoding: last, as: UTF8.self))
    else { return false }
    return labels.allSatisfy { label in
      !label.isEmpty && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
        && label.allSatisfy {
          (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
        }
    }
  }

  private static func isNearPort(_ word: Range<Int>, in text: ArraySlice<UInt8>) -> Bool {
    let start = max(text.startIndex, word.lowerBound - 40)
    let end = min(text.endIndex, word.upperBound + 16)
    return portWords.contains { ByteSearch.first($0, in: text[start..<end]) != nil }
  }

  /// What may stand within a host, an address of mail, or the address of a page, which is no value.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-._@/:+%~".utf8.contains(byte)
    }
  }
}
