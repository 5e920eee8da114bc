import CUTF8Proc

/// The form of text in which characters that mean the same are the same (NFKC): 「㈱」 is 「(株)」, and
/// a kana with its mark beside it is one letter.
enum CompatibilityForm {
  /// The text itself where its bytes are no text.
  static func of(_ text: [UInt8]) -> [UInt8] {
    var result: UnsafeMutablePointer<UInt8>?
    let options = UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue | UTF8PROC_COMPAT.rawValue
    let count = utf8proc_map(text, text.count, &result, utf8proc_option_t(options))
    guard count >= 0, let result else { return text }
    defer { free(result) }
    return Array(UnsafeBufferPointer(start: result, count: count))
  }
}
