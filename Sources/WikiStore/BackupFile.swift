import SourceText

/// The earlier revisions of a page, one behind the other in one file.
///
/// ```
/// file     = { splitter page }
/// splitter = ">>>>>>>>>> " seconds { " " … }
/// ```
enum BackupFile {
  private static let splitter = Array(">>>>>>>>>> ".utf8)

  /// - Returns: the older ones first.
  static func revisions(_ bytes: [UInt8], encoding: TextEncoding) -> [Revision] {
    var revisions: [Revision] = []
    var start: Int?
    var date: WikiDate?
    for (line, next) in Lines(bytes) {
      guard let seconds = seconds(bytes[line]) else { continue }
      if let start {
        revisions.append(revision(bytes[start..<line.lowerBound], date, encoding))
      }
      date = WikiDate(seconds: seconds)
      start = next
    }
    if let start { revisions.append(revision(bytes[start...], date, encoding)) }
    return revisions
  }

  private static func revision(
    _ bytes: ArraySlice<UInt8>, _ date: WikiDate?, _ encoding: TextEncoding
  ) -> Revision {
    Revision(date: date, text: encoding.decode(Array(bytes)).bytes)
  }

  private static func seconds(_ line: ArraySlice<UInt8>) -> Int? {
    guard line.starts(with: splitter) else { return nil }
    let words = String(decoding: line.dropFirst(splitter.count).prefix(64), as: UTF8.self)
      .split(whereSeparator: \.isWhitespace)
    return words.first.flatMap { Int($0) }
  }
}
