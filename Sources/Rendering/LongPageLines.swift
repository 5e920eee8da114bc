import SourceText
import Synchronization

/// The line indexes of long pages. Each of the guides that such a page holds has a page of its own and asks
/// for them, so that they are made once; those of short pages would take more memory than they save time.
final class LongPageLines: Sendable {
  private let indexes = Mutex<[String: LineIndex]>([:])
  /// In bytes.
  private static let shortest = 16_384

  func index(of file: SourceFile, at path: String) -> LineIndex {
    guard file.bytes.count >= Self.shortest else { return LineIndex(file) }
    if let known = indexes.withLock({ $0[path] }) { return known }
    let made = LineIndex(file)
    indexes.withLock { $0[path] = made }
    return made
  }
}
