import GuideModel
import Synchronization

/// The places of pages that links can name, made ready for comparing when a link names one wrongly: a
/// page may have very many of both.
final class PlaceNames: Sendable {
  private let known = Mutex<[String: (names: [String], index: NameIndex)]>([:])

  subscript(entry: PageDirectory.Entry) -> (names: [String], index: NameIndex) {
    if let known = known.withLock({ $0[entry.path] }) { return known }
    let names = entry.places
    let made = (names: names, index: NameIndex(names))
    known.withLock { $0[entry.path] = made }
    return made
  }
}
