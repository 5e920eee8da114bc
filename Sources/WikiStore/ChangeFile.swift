/// The last change of a page, as the wiki keeps it: every line with a sign before it.
///
/// ```
/// line = ("-" | "+" | sign of lines that both revisions have) text
/// ```
enum ChangeFile {
  /// The revision before the change.
  /// - Returns: nil where a line has no such sign: then it is no change file.
  static func older(_ bytes: [UInt8], keptSign: UInt8) -> [UInt8]? {
    var older: [UInt8] = []
    for (line, next) in Lines(bytes) {
      guard let sign = bytes[line].first else { continue }
      switch sign {
      case UInt8(ascii: "+"): continue
      case UInt8(ascii: "-"), keptSign: older += bytes[(line.lowerBound + 1)..<next]
      default: return nil
      }
    }
    return older
  }
}
