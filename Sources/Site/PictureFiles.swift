import ImageFiles

/// What the picture files of a site are, by the paths under which they are published.
struct PictureFiles: Sendable {
  /// Files that cannot be read are not among them; publishing says what is wrong with them.
  let facts: [String: ImageFacts]
  /// For files with the same bytes as another one, the first of these.
  let twins: [String: String]

  /// - Parameter memory: what is known of files that have not changed.
  init(
    _ sources: SiteSources, _ attached: AttachedFiles, memory: ContentMemory? = nil,
    progress: WorkProgress
  ) {
    let discovery = sources.discovery
    // A picture that hangs on a page of the content folder is one of its pictures already.
    let images = Set(discovery.images)
    let files =
      discovery.images.map { ($0, discovery.systemPath($0)) }
      + attached.systemPaths
      .filter { ImageFormat(fileName: $0.key) != nil && !images.contains($0.key) }
      .map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
    progress.begin(.pictures, total: files.count)
    let found = Parallel.map(files, counting: progress) { path, systemPath in
      let facts =
        memory.map { $0.facts.value(of: systemPath) { Self.facts(systemPath, name: path) } }
        ?? Self.facts(systemPath, name: path)
      return facts.map { (path: path, systemPath: systemPath, facts: $0) }
    }.compactMap { $0 }
    facts = Dictionary(found.map { ($0.path, $0.facts) }, uniquingKeysWith: { first, _ in first })
    // Only files of one length can have the same bytes, and most have a length of their own.
    let alike = Dictionary(grouping: found) { $0.facts.byteCount }
      .values.filter { $0.count > 1 && $0[0].facts.byteCount > 0 }.flatMap { $0 }
    let digests = Parallel.map(alike) { file in
      let digest =
        memory.map { $0.digests.value(of: file.systemPath) { Self.digest(file.systemPath) } }
        ?? Self.digest(file.systemPath)
      return digest.map { (path: file.path, digest: $0) }
    }.compactMap { $0 }
    twins = Self.twins(digests)
  }

  private static func facts(_ systemPath: String, name: String) -> ImageFacts? {
    try? FileSystem.readParts(systemPath) { count, read in
      ImageFacts(inspecting: ByteSource(count: count, read: read), name: name)
    }
  }

  private static func digest(_ systemPath: String) -> String? {
    (try? FileSystem.read(systemPath)).map(Digest.sha256)
  }

  private static func twins(_ digests: [(path: String, digest: String)]) -> [String: String] {
    var firsts: [String: String] = [:]
    var twins: [String: String] = [:]
    for file in digests.sorted(by: { $0.path < $1.path }) {
      if let first = firsts[file.digest] {
        twins[file.path] = first
      } else {
        firsts[file.digest] = file.path
      }
    }
    return twins
  }
}
