/// How large a file is, in words that readers of all languages understand.
enum FileSize {
  /// Whole kilobytes of 1,000 bytes, from there on megabytes with one decimal.
  static func words(_ bytes: Int) -> String {
    guard bytes >= 999_500 else { return "\(max(1, (bytes + 500) / 1000)) KB" }
    let tenths = (bytes + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10) MB"
  }
}
