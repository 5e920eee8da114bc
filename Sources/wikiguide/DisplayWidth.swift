/// How many columns of a terminal text takes: two for East Asian wide characters, none for marks.
enum DisplayWidth {
  static func of(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + of($1) } }

  /// Characters of ambiguous width such as `○` count one column, as in most terminals.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return 1 }
    if isPlainlyWide(scalar.value) { return 2 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }
  }

  /// Kana but for their marks, kanji, and the signs between them: most letters beyond ASCII.
  private static func isPlainlyWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x3000...0x3029, 0x3041...0x3096, 0x309B...0x4DBF, 0x4E00...0x9FFF, 0xFF01...0xFF60: true
    default: false
    }
  }

  /// Text filled with spaces up to a number of columns.
  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - of(text)))
  }

  /// The first words of a text, cut with `…` where it takes more columns than it may.
  static func clipped(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    var kept = ""
    var used = 1
    for character in text {
      used += of(String(character))
      guard used <= width else { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// From EastAsianWidth.txt of Unicode: W and F, joined where only unassigned code points part them.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x23E9...0x23EC, 0x2614...0x2615, 0x26A1...0x26A1,
    0x2705...0x2705, 0x274C...0x274C, 0x2753...0x2755, 0x2757...0x2757, 0x2E80...0x303E,
    0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF,
    0x1AFF0...0x1B2FF, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
    0x1FA70...0x1FAFF, 0x20000...0x3FFFD,
  ]
}
