/// Text as it is searched: what readers type in one way and authors in another becomes one.
///
/// Wide letters and digits become plain, half-width kana full, capitals small, katakana hiragana; long
/// vowels and hyphens go. The script of the search page folds in the same way.
enum SearchFolding {
  static func fold(_ text: String) -> [Unicode.Scalar] {
    var folded: [Unicode.Scalar] = []
    folded.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { append(scalar, to: &folded) }
    return folded
  }

  private static func append(_ scalar: Unicode.Scalar, to folded: inout [Unicode.Scalar]) {
    switch scalar.value {
    case 0x41...0x5A: push(scalar.value + 0x20, &folded)
    case 0...0x7F: folded.append(scalar)
    case 0xFF21...0xFF3A: push(scalar.value - 0xFF21 + 0x61, &folded)
    case 0xFF01...0xFF5E: push(scalar.value - 0xFEE0, &folded)
    case 0x3000: push(0x20, &folded)
    case 0x30FC, 0xFF70, 0x2010...0x2015: break
    case 0x30A1...0x30F6: push(scalar.value - 0x60, &folded)
    case 0xFF9E, 0xFF9F: voice(scalar.value == 0xFF9E, &folded)
    case 0xFF66...0xFF9D: append(fullWidth[Int(scalar.value - 0xFF66)], to: &folded)
    case 0x2460...0x2473:
      for digit in String(scalar.value - 0x245F).unicodeScalars { folded.append(digit) }
    default: for lower in String(scalar).lowercased().unicodeScalars { folded.append(lower) }
    }
  }

  private static func push(_ value: UInt32, _ folded: inout [Unicode.Scalar]) {
    if let scalar = Unicode.Scalar(value) { folded.append(scalar) }
  }

  /// The kana from U+FF66 on, in full width.
  private static let fullWidth = Array(
    "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン".unicodeScalars)

  /// A half-width voicing mark belongs to the kana before it.
  private static func voice(_ isVoiced: Bool, _ folded: inout [Unicode.Scalar]) {
    guard let last = folded.last?.value, (0x3046...0x307B).contains(last) else { return }
    let distance: UInt32 = isVoiced ? 1 : 2
    let voiced = last == 0x3046 ? 0x3094 : last + distance
    if let scalar = Unicode.Scalar(voiced) { folded[folded.count - 1] = scalar }
  }
}
