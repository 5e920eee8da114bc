/// Ids and parts of addresses that are made of names.
package enum Slug {
  /// The most bytes of a slug: file systems allow 255 in a name.
  private static let longest = 100

  /// Lower-case ASCII words joined by `-`.
  ///
  /// A name that says more than its ASCII letters and digits do gets a number that depends on the
  /// name alone, so that `ひなたMail` and `そらMail` stay two; a name without any begins with
  /// `fallback`.
  package static func ascii(_ name: String, fallback: String) -> String {
    let folded = FoldedText(name).bytes
    var words = ""
    var isWhole = true
    for byte in folded {
      if FoldedText.isLetter(byte) || FoldedText.isDigit(byte) {
        words.unicodeScalars.append(Unicode.Scalar(byte))
        continue
      }
      if !words.isEmpty, !words.hasSuffix("-") { words += "-" }
      isWhole = isWhole && isSeparator(byte)
    }
    while words.hasSuffix("-") { words.removeLast() }
    guard !words.isEmpty else { return fallback + "-" + hash(folded) }
    return cut(isWhole ? words : words + "-" + hash(folded), of: folded)
  }

  /// Letters and digits of any script, everything else as `-`. Never empty, `.` or `..`.
  package static func anyScript(_ name: String, fallback: String) -> String {
    var slug = ""
    var isParted = true
    for scalar in name.unicodeScalars {
      let isKept = isKept(scalar)
      if isKept || !isParted { slug.unicodeScalars.append(isKept ? scalar : "-") }
      isParted = !isKept
    }
    if isParted, !slug.isEmpty { slug.unicodeScalars.removeLast() }
    return slug.isEmpty ? fallback : cut(slug, of: Array(name.utf8))
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_": true
    case "\0"..."\u{7F}": false
    case "ぁ"..."ん", "ァ"..."ヶ", "\u{4E00}"..."\u{9FFF}": true
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  /// Marks that part words and tell no names apart.
  private static func isSeparator(_ byte: UInt8) -> Bool {
    " -_./!'\"(),:&".utf8.contains(byte)
  }

  private static func cut(_ slug: String, of name: [UInt8]) -> String {
    guard slug.utf8.count > longest else { return slug }
    var scalars = slug.unicodeScalars[...]
    while String(scalars).utf8.count > longest { scalars.removeLast() }
    let short = String(scalars)
    return (short.hasSuffix("-") ? short : short + "-") + hash(name)
  }

  /// FNV-1a: short, and the same on every machine.
  private static func hash(_ bytes: [UInt8]) -> String {
    String(bytes.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }, radix: 16)
  }
}
