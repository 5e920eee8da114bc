/// ISO-2022-JP, in which escapes say what the bytes behind them mean.
///
/// ```
/// ESC "(" ("B" | "J")   one byte a character: ASCII, JIS X 0201
/// ESC "(" "I"           one byte a character: half-width kana
/// ESC "$" ("@" | "B")   two bytes: JIS X 0208; ESC "$(D" JIS X 0212
/// ```
/// A line end leads back to ASCII, so that one lost escape spoils one line.
enum EscapedJapanese {
  private enum Mode { case ascii, kana, kanji, moreKanji }

  static func decode(_ bytes: [UInt8]) -> DecodedText {
    let (euc, offsets) = asEUC(bytes)
    var converter = Converter(from: .eucJP)
    let (text, faults) = converter.decode(euc)
    return DecodedText(bytes: text, faultOffsets: faults.map { offsets[$0] }, in: bytes)
  }

  /// The same text in EUC-JP, where only the high bits differ, with the place that each byte has.
  private static func asEUC(_ bytes: [UInt8]) -> (euc: [UInt8], offsets: [Int]) {
    var euc: [UInt8] = []
    var offsets: [Int] = []
    var mode = Mode.ascii
    var index = 0
    func add(_ byte: UInt8, _ offset: Int) {
      euc.append(byte)
      offsets.append(offset)
    }
    while index < bytes.count {
      if let (next, length) = escape(bytes[index...]) {
        mode = next
        index += length
        continue
      }
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") { mode = .ascii }
      let isPart = (0x21...0x7E).contains(byte)
      let isPair = isPart && index + 1 < bytes.count && (0x21...0x7E).contains(bytes[index + 1])
      switch mode {
      case .kana where (0x21...0x5F).contains(byte):
        add(0x8E, index)
        add(byte | 0x80, index)
        index += 1
      case .kanji where isPair, .moreKanji where isPair:
        if mode == .moreKanji { add(0x8F, index) }
        add(byte | 0x80, index)
        add(bytes[index + 1] | 0x80, index + 1)
        index += 2
      case .kanji where isPart, .moreKanji where isPart:
        // Half a character.
        add(0xFF, index)
        index += 1
      case .ascii, .kana, .kanji, .moreKanji:
        // Bytes with the high bit have no place here.
        add(byte < 0x80 ? byte : 0xFF, index)
        index += 1
      }
    }
    return (euc, offsets)
  }

  /// Nil where a character has no place in EUC-JP, from which the escapes are made.
  static func encode(_ text: String) -> [UInt8]? {
    var converter = Converter(to: .eucJP)
    guard let euc = converter.encode(text) else { return nil }
    var bytes: [UInt8] = []
    var mode = Mode.ascii
    var index = 0
    while index < euc.count {
      let (next, skipped, count) = character(lead: euc[index])
      if next != mode { bytes += introduction(of: next) }
      mode = next
      bytes += euc[(index + skipped)..<min(index + skipped + count, euc.count)].map { $0 & 0x7F }
      index += skipped + count
    }
    if mode != .ascii { bytes += introduction(of: .ascii) }
    return bytes
  }

  /// How a character of EUC-JP is written: behind which escape, without which bytes in front.
  private static func character(lead: UInt8) -> (mode: Mode, skipped: Int, count: Int) {
    switch lead {
    case 0x8E: (.kana, 1, 1)
    case 0x8F: (.moreKanji, 1, 2)
    case 0x80...: (.kanji, 0, 2)
    default: (.ascii, 0, 1)
    }
  }

  private static func introduction(of mode: Mode) -> [UInt8] {
    let name =
      switch mode {
      case .ascii: "(B"
      case .kana: "(I"
      case .kanji: "$B"
      case .moreKanji: "$(D"
      }
    return [0x1B] + Array(name.utf8)
  }

  private static func escape(_ bytes: ArraySlice<UInt8>) -> (Mode, length: Int)? {
    guard bytes.first == 0x1B else { return nil }
    let known: [(String, Mode)] = [
      ("(B", .ascii), ("(J", .ascii), ("(I", .kana), ("$@", .kanji), ("$B", .kanji),
      ("$(D", .moreKanji), ("$(@", .kanji), ("$(B", .kanji), ("(H", .ascii),
    ]
    let rest = bytes.dropFirst()
    return known.first { rest.starts(with: $0.0.utf8) }.map { ($0.1, 1 + $0.0.utf8.count) }
  }
}
