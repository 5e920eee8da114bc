/// How all watched files stood at one moment: for systems that do not tell of changes.
struct FileStamps: Sendable {
  private var stamps: [String: FileStamp] = [:]

  init() {}

  init(_ places: [WatchedPlace]) {
    for place in places { take(place.path, place.standing) }
  }

  private mutating func take(_ path: String, _ stamp: FileStamp?) {
    guard let stamp else { return }
    stamps[path] = stamp
    guard stamp.isFolder else { return }
    for name in WatchedPlace.names(in: path) {
      let inner = WatchedPlace.join(path, name)
      take(inner, FileStamp(inner))
    }
  }

  /// Paths that stand otherwise than before, are new or are gone. A folder that only holds other
  /// names now is not among them: the names are.
  func differences(from earlier: FileStamps) -> Set<String> {
    var paths: Set<String> = []
    for (path, stamp) in stamps {
      let before = earlier.stamps[path]
      if stamp.isFolder, before?.isFolder == true { continue }
      if before != stamp { paths.insert(path) }
    }
    for path in earlier.stamps.keys where stamps[path] == nil { paths.insert(path) }
    return paths
  }
}
