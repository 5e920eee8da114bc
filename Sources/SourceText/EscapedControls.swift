extension String {
  /// The text with control characters written as `\u{1B}`, so that text of a wiki page can neither
  /// steer the reader's terminal nor break a line.
  package var escapingControls: String {
    guard unicodeScalars.contains(where: \.steersTerminal) else { return self }
    return unicodeScalars.reduce(into: "") { $0 += $1.escapedIfControl }
  }
}

extension Unicode.Scalar {
  /// True for control characters, line separators, and marks that reorder text.
  package var steersTerminal: Bool {
    // Printable ASCII, kana, kanji and hangul: most letters, and none of them steers.
    if value >= 0x20 && value < 0x7F || value >= 0x3000 && value < 0xD800 { return false }
    return switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: Self.reordering.contains { $0.contains(value) }
    default: false
    }
  }

  /// The character itself, or `\u{1B}` for one that steers the terminal.
  package var escapedIfControl: String {
    guard steersTerminal else { return String(self) }
    return "\\u{" + String(value, radix: 16, uppercase: true) + "}"
  }

  private static let reordering: [ClosedRange<UInt32>] = [
    0x061C...0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF...0xFEFF,
    0xE0000...0xE007F,
  ]
}
