/// Text on its way into XML, fit for content and for attribute values in double quotes.
enum XMLText {
  /// A character that XML 1.0 cannot have, not even as a reference, becomes U+FFFD.
  static func escaped(_ text: String) -> String {
    text.escaping { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      // As references they survive in attributes, where readers turn bare ones into spaces.
      case "\t": "&#9;"
      case "\n": "&#10;"
      case "\r": "&#13;"
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
      // Allowed but discouraged, and they steer terminals.
      case "\u{7F}"..."\u{9F}": "\u{FFFD}"
      default: nil
      }
    }
  }
}
