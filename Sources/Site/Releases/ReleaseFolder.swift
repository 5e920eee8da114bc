/// A folder that web servers publish from: releases beside each other, and a link to the one that
/// readers see.
///
/// ```
/// FOLDER/current -> releases/000003-1a2b3c4d5e6f/site
/// FOLDER/releases/000003-1a2b3c4d5e6f/site/…
/// FOLDER/releases/000003-1a2b3c4d5e6f/release.txt
/// FOLDER/work/…                  a release in the making
/// FOLDER/.current-next           a link on its way to become `current`
/// ```
///
/// A release never changes once it has its name. The link is exchanged in one step, so that a reader
/// sees one release or the other. Nothing outside of these names is touched.
package struct ReleaseFolder: Sendable {
  /// Absolute, without symbolic links.
  package let path: String

  static let marker = ".wikiguide-releases"
  private static let markerText = """
    wikiguide publishes in this folder: web servers show what 'current' leads to.
    What stands in 'releases' and 'work' is its own.

    """

  var current: String { path + "/current" }
  var next: String { path + "/.current-next" }
  var releases: String { path + "/releases" }
  var work: String { path + "/work" }
  private var lockFile: String { path + "/.lock" }
  private var watchFile: String { path + "/.watch-lock" }

  func folder(of name: ReleaseName) -> String { "\(releases)/\(name)" }
  func site(of name: ReleaseName) -> String { folder(of: name) + "/" + Self.site }
  static let site = "site"

  /// Opens a folder that releases are published in already.
  package static func open(_ written: String) throws(OutputFault) -> ReleaseFolder {
    let (path, exists) = try OutputPlace.resolve(written)
    guard exists, try isOurs(path) else { throw .noReleases(written) }
    return ReleaseFolder(path: path)
  }

  /// Opens a folder, which must be new, empty or made for releases, or makes it.
  /// - Parameter sources: folders that are read and must lie elsewhere.
  package static func make(
    _ written: String, sources: [String]
  ) throws(OutputFault) -> ReleaseFolder {
    let (path, exists) = try OutputPlace.resolve(written)
    for source in sources {
      do throws(OutputFault) {
        try OutputPlace.check(path, apartFrom: source)
      } catch {
        guard case .contentInOutput(let output, let content) = error else { throw error }
        throw .contentInReleases(output, content: content)
      }
    }
    let folder = ReleaseFolder(path: path)
    if exists, try isOurs(path) { return folder }
    if exists {
      let entries = try onDisk { () throws(FileSystemError) in try FileSystem.list(path) }
      if let first = entries.first { throw .holdsOtherThings(path, example: first.name) }
    }
    try onDisk { () throws(FileSystemError) in
      try FileSystem.makeFolders(path)
      try FileSystem.writeNew(path + "/" + marker, Array(markerText.utf8))
    }
    return folder
  }

  private static func isOurs(_ path: String) throws(OutputFault) -> Bool {
    try onDisk { () throws(FileSystemError) in
      try FileSystem.kind(path + "/" + marker) == .file
    }
  }

  /// Whether a folder is the site of a release, such as `current` leads to: it must stay as it is.
  static func isRelease(_ site: String) -> Bool {
    let parts = site.split(separator: "/")
    guard parts.count > 3, parts.last == Substring(Self.site), parts.dropLast(2).last == "releases"
    else { return false }
    let folder = "/" + parts.dropLast(3).joined(separator: "/")
    return (try? FileSystem.kind(folder + "/" + marker)) == .file
  }

  // MARK: - What is there

  /// All releases, the oldest first.
  package func names() throws(FileSystemError) -> [ReleaseName] {
    guard try FileSystem.kind(releases) == .folder else { return [] }
    return try FileSystem.list(releases).filter { $0.kind == .folder }
      .compactMap { ReleaseName($0.name) }.sorted()
  }

  /// The release that readers see; nil where they see none.
  package func live() throws(OutputFault) -> ReleaseName? {
    let (kind, target) = try onDisk { () throws(FileSystemError) in
      (try FileSystem.kind(current), try FileSystem.linkTarget(current))
    }
    guard let kind else { return nil }
    guard kind == .symlink, let target, let name = Self.release(linkedBy: target) else {
      throw .holdsOtherThings(path, example: "current")
    }
    return name
  }

  /// The release to which a link of ours leads; nil for links that lead anywhere else.
  private static func release(linkedBy target: String) -> ReleaseName? {
    let parts = target.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "releases", parts[2] == site else { return nil }
    return ReleaseName(String(parts[1]))
  }

  /// Nil where the record is missing or means nothing.
  package func record(of name: ReleaseName) -> ReleaseRecord? {
    let bytes = try? FileSystem.read(folder(of: name) + "/" + ReleaseRecord.file)
    return bytes.flatMap { ReleaseRecord(text: String(decoding: $0, as: UTF8.self)) }
  }

  // MARK: - Going live

  /// Says which release is to be live. It need not be there yet: until it is, nothing follows from it.
  func announce(_ name: ReleaseName) throws(FileSystemError) {
    try FileSystem.removeTree(next)
    try FileSystem.makeLink(next, to: "releases/\(name)/\(Self.site)")
  }

  /// Makes the announced release live, in one step.
  func exchange() throws(FileSystemError) { try FileSystem.rename(next, to: current) }

  /// Brings to an end what a killed run began, or takes it away: an announced release that is there
  /// goes live, one that is not never will. Needs the lock.
  /// - Parameter keepingWork: whether somebody else may just be making a release.
  func recover(keepingWork: Bool = false) throws(OutputFault) {
    _ = try live()
    let kind = try onDisk { () throws(FileSystemError) in try FileSystem.kind(releases) }
    guard kind == nil || kind == .folder else {
      throw .holdsOtherThings(path, example: "releases")
    }
    try onDisk { () throws(FileSystemError) in
      if !keepingWork { try FileSystem.removeTree(work) }
      if let target = try FileSystem.linkTarget(next) {
        if Self.release(linkedBy: target) != nil,
          try FileSystem.kindFollowingLinks(next) == .folder
        {
          try exchange()
        } else {
          try FileSystem.removeTree(next)
        }
      }
      guard try FileSystem.kindFollowingLinks(current) == nil, let newest = try names().last
      else { return }
      // Somebody took the link away, or what it led to.
      try announce(newest)
      try exchange()
    }
  }

  /// Removes the oldest releases, but neither the live one nor the newest.
  /// - Parameter keep: how many stay besides the newest.
  func prune(keep: Int) throws(OutputFault) {
    let live = try live()
    try onDisk { () throws(FileSystemError) in
      for name in try names().dropLast(keep + 1) where name != live {
        // Half a release must not bear a name.
        try FileSystem.makeFolders(work)
        let gone = "\(work)/\(name)"
        try FileSystem.rename(folder(of: name), to: gone)
        try FileSystem.removeTree(gone)
      }
    }
  }

  // MARK: - One at a time

  /// Keeps others from changing which release is live; nil while somebody else does.
  func lock() throws(FileSystemError) -> FolderLock? { try FolderLock(lockFile) }

  /// Keeps a second run from making releases; nil while one does.
  package func watchLock() throws(OutputFault) -> FolderLock? {
    try onDisk { () throws(FileSystemError) in try FolderLock(watchFile) }
  }
}
