import Mustache

/// Texts on their way into a template.
///
/// Mustache's own escaping goes by `Character`: a quote with a combining mark behind it is no quote to it,
/// but is one to browsers.
struct MarkedText: MustacheContentType {
  private static let name = "WIKIGUIDE"

  /// What stands before a template whose texts are escaped here.
  static let pragma = "{{% CONTENT_TYPE:\(name)}}"

  /// Makes the pragma known, once in a process.
  static let registerOnce: Void = MustacheContentTypes.register(MarkedText(), named: name)

  /// Fit for content and for attribute values in quotes of both kinds.
  func escapeText(_ text: String) -> String {
    let escaped = HTMLText.escaped(text)
    guard escaped.utf8.contains(UInt8(ascii: "'")) else { return escaped }
    let parts = escaped.utf8.split(separator: UInt8(ascii: "'"), omittingEmptySubsequences: false)
    return parts.map { String(Substring($0)) }.joined(separator: "&#39;")
  }
}
