/// Text as it is searched: what readers type in one way and authors in another becomes one.
///
/// Characters that mean the same become one (NFKC), capitals small, katakana hiragana; long vowels,
/// hyphens and signs that nobody sees go. The script of the search page folds in the same way.
enum SearchFolding {
  static func fold(_ text: [UInt8]) -> [UInt32] {
    let bytes = isPlain(text) ? text : CompatibilityForm.of(text)
    var folded: [UInt32] = []
    folded.reserveCapacity(bytes.count / 2)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      append(scalar, to: &folded)
    }
    return folded
  }

  private static func append(_ scalar: Unicode.Scalar, to folded: inout [UInt32]) {
    let value = scalar.value
    switch value {
    case 0x41...0x5A: folded.append(value + 0x20)
    case 0...0x7F: folded.append(value)
    case 0x30A1...0x30F6: folded.append(value - 0x60)
    // Long vowels, hyphens, and what has no width.
    case 0x30FC, 0x2010...0x2015, 0xAD, 0x200B...0x200D, 0xFEFF, 0xFE00...0xFE0F: break
    case 0x3000: folded.append(0x20)
    // Other forms of one letter or sign.
    case 0x301C: folded.append(0x7E)
    case 0x3C2: folded.append(0x3C3)
    case 0x3041...0x3096, 0x4E00...0x9FFF: folded.append(value)
    // The wide forms of ASCII, where the text was plain but for them.
    case 0xFF01...0xFF5E:
      if let narrow = Unicode.Scalar(value - 0xFEE0) { append(narrow, to: &folded) }
    default:
      for lower in scalar.properties.lowercaseMapping.unicodeScalars {
        folded.append(lower.value == 0x3C2 ? 0x3C3 : lower.value)
      }
    }
  }

  /// Whether a text holds only what is in its compatibility form already, or wide forms of ASCII:
  /// almost all Japanese pages.
  private static func isPlain(_ text: [UInt8]) -> Bool {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      guard byte >= 0xE3, byte <= 0xEF, index + 2 < text.count else { return false }
      let value =
        UInt32(byte & 0x0F) << 12 | UInt32(text[index + 1] & 0x3F) << 6
        | UInt32(text[index + 2] & 0x3F)
      switch value {
      case 0x3000...0x3035, 0x3041...0x3096, 0x30A1...0x30FE, 0x4E00...0x9FFF, 0xFF01...0xFF5E:
        index += 3
      default: return false
      }
    }
    return true
  }
}
