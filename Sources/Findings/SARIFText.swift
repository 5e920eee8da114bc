import SourceText

/// Text on its way into a SARIF log.
enum SARIFText {
  /// A message in which nothing of a page is taken for a link, `[words](target)`, or for a
  /// placeholder, `{0}`.
  ///
  /// Only where the signs could be misread: not every viewer takes the escapes away again.
  static func message(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let neighbours = zip(scalars, scalars.dropFirst())
    let hasLink = neighbours.contains { $0 == "]" && $1 == "(" }
    let hasPlaceholder = neighbours.contains { $0 == "{" && ("0"..."9").contains($1) }
    guard hasLink || hasPlaceholder else { return text }
    return text.escaping { scalar in
      switch scalar {
      case "\\" where hasLink: "\\\\"
      case "[" where hasLink: "\\["
      case "]" where hasLink: "\\]"
      case "{" where hasPlaceholder: "{{"
      case "}" where hasPlaceholder: "}}"
      default: nil
      }
    }
  }

  /// A path as an address: everything but letters, digits, `-._~` and `/` as `%XX`.
  static func uri(_ path: String) -> String {
    var text = ""
    for byte in path.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122: text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        if "-._~/".utf8.contains(byte) {
          text.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
          let digits = String(byte, radix: 16, uppercase: true)
          text += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
        }
      }
    }
    return text
  }
}
