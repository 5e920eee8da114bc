import Validation

/// What earlier runs left behind that says more about a site than its pages do.
struct SiteMemory: Sendable {
  var steps = StepMemory()
  var links = LinkMemory()

  /// The file of the published site in which it stands which steps references mean.
  static let stepsFile = ".wikiguide-steps"

  init() {}

  /// The same with what is remembered of addresses in the usual place beside the pages.
  func withLinks(of discovery: ContentDiscovery) throws(FileSystemError) -> SiteMemory {
    guard discovery.isFolder else { return self }
    var memory = self
    memory.links = try LinkMemory(
      discovery.systemPath(LinkMemory.path), shownPath: LinkMemory.path)
    return memory
  }

  /// - Parameter output: the folder of the site as it was published last; where there is none, or none
  ///   that wikiguide made, nothing is remembered.
  init(output: String) {
    guard (try? FileSystem.kind(output + "/" + OutputPlace.marker)) == .file,
      let bytes = try? FileSystem.read(output + "/" + Self.stepsFile)
    else { return }
    steps = StepMemory(text: String(decoding: bytes, as: UTF8.self))
  }
}
