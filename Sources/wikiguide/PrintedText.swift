import SourceText

/// Text on its way to a terminal or a file, as bytes: findings are written into one piece of memory,
/// hundreds at a time.
struct PrintedText {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func add(_ byte: UInt8, times count: Int) {
    bytes.append(contentsOf: repeatElement(byte, count: count))
  }

  mutating func add(_ more: Slice<UnsafeBufferPointer<UInt8>>) {
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: more))
  }

  mutating func add(_ more: [UInt8]) { bytes.append(contentsOf: more) }

  /// Adds words of the program.
  mutating func add(_ words: String) {
    var words = words
    words.withUTF8 { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ number: Int) {
    if number > 9 { add(number / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// Adds text that may come from a page: no password is shown, and nothing steers the terminal.
  mutating func addForeign(_ text: String) {
    var text = text
    let isPlain = text.withUTF8 { utf8 in
      guard Self.isPlain(utf8) else { return false }
      bytes.append(contentsOf: utf8)
      return true
    }
    if !isPlain { add(text.maskingPasswords.escapingControls) }
  }

  /// Whether text can be printed as it is. Says so only where a look at each character's first bytes
  /// is enough; then it holds no `@` either, without which there is no password.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for (index, byte) in text.enumerated() {
      switch byte {
      case ..<0x20, UInt8(ascii: "@"), 0x7F: return false
      // The blocks in which control characters and marks that reorder text stand.
      case 0xC2, 0xD8, 0xF3: return false
      case 0xE2 where text[index + 1] <= 0x81, 0xEF where text[index + 1] == 0xBB: return false
      default: continue
      }
    }
    return true
  }
}
