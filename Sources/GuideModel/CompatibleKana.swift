/// Narrow katakana as wide ones: 「ｻﾝﾀﾞｰﾊﾞｰﾄﾞ」 is サンダーバード.
enum CompatibleKana {
  /// U+FF61 to U+FF9D in their order.
  private static let wide: [Unicode.Scalar] = Array(
    "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
      .unicodeScalars)

  static func widened(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isNarrow) else { return text }
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      let last = scalars.last?.value ?? 0
      switch scalar.value {
      case 0xFF61...0xFF9D: scalars.append(wide[Int(scalar.value) - 0xFF61])
      // The marks of voiced sounds are signs of their own; wide letters hold them.
      case 0xFF9E where last == 0x30A6: scalars[scalars.count - 1] = "ヴ"
      case 0xFF9E where isVoiceable(last): replace(&scalars, with: last + 1)
      case 0xFF9F where (0x30CF...0x30DB).contains(last): replace(&scalars, with: last + 2)
      default: scalars.append(scalar)
      }
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }

  private static func isNarrow(_ scalar: Unicode.Scalar) -> Bool {
    (0xFF61...0xFF9F).contains(scalar.value)
  }

  private static func isVoiceable(_ value: UInt32) -> Bool { (0x30AB...0x30DB).contains(value) }

  private static func replace(_ scalars: inout [Unicode.Scalar], with value: UInt32) {
    guard let scalar = Unicode.Scalar(value) else { return }
    scalars[scalars.count - 1] = scalar
  }
}
