/// Text as it is searched: what readers type in one way and authors in another becomes one.
///
/// Characters that mean the same become one (NFKC), capitals small, katakana hiragana; long vowels,
/// hyphens and signs that nobody sees go. The script of the search page folds in the same way.
enum SearchFolding {
  @inline(__always)
  static func folded(ascii byte: UInt8) -> UInt32 {
    UInt32(byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte)
  }

  /// A letter of three bytes that is folded by itself, whatever stands beside it: almost all that
  /// Japanese pages have.
  /// - Returns: 0 where the letter goes; nil where it takes `fold` to tell.
  @inline(__always)
  static func folded(wide value: UInt32) -> UInt32? {
    switch value {
    case 0x3041...0x3096, 0x4E00...0x9FFF: value
    case 0x30A1...0x30F6: value - 0x60
    // Long vowels have no letter of their own.
    case 0x30FC: 0
    case 0x3000: 0x20
    case 0x301C: 0x7E
    case 0x3001...0x3035, 0x30F7...0x30FE: value
    // The wide forms of ASCII.
    case 0xFF21...0xFF3A: value - 0xFEE0 + 0x20
    case 0xFF01...0xFF5E: value - 0xFEE0
    default: nil
    }
  }

  /// Any text.
  static func fold(_ text: [UInt8]) -> [UInt32] {
    var folded: [UInt32] = []
    for scalar in String(decoding: CompatibilityForm.of(text), as: UTF8.self).unicodeScalars {
      append(scalar, to: &folded)
    }
    return folded
  }

  private static func append(_ scalar: Unicode.Scalar, to folded: inout [UInt32]) {
    if scalar.isASCII { return folded.append(Self.folded(ascii: UInt8(ascii: scalar))) }
    if let letter = Self.folded(wide: scalar.value) {
      if letter != 0 { folded.append(letter) }
      return
    }
    switch scalar.value {
    // Hyphens, and what has no width.
    case 0x2010...0x2015, 0xAD, 0x200B...0x200D, 0xFEFF, 0xFE00...0xFE0F: break
    default:
      for lower in scalar.properties.lowercaseMapping.unicodeScalars {
        // Two forms of one letter.
        folded.append(lower.value == 0x3C2 ? 0x3C3 : lower.value)
      }
    }
  }
}
