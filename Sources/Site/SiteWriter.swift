import CompatibilityChanges
import GuideModel
import Rendering
import Validation

/// Prints a site into its stage: each file is written as soon as it is made, so that no more than a few
/// are in memory at once.
struct SiteWriter: Sendable {
  private let site: SiteContent
  private let renderer: SiteRenderer
  private let stage: OutputStage
  private let progress: WorkProgress

  init(
    _ site: SiteContent, _ renderer: SiteRenderer, _ stage: OutputStage, _ progress: WorkProgress
  ) {
    self.site = site
    self.renderer = renderer
    self.stage = stage
    self.progress = progress
  }

  /// What is printed of one page or one client's page, or what is copied.
  private enum Work: Sendable {
    case client(ClientPage)
    case page(Int)
  }

  /// - Parameters:
  ///   - output: the folder of the site as it was published last.
  ///   - asOf: the date that the compatibility list bears.
  /// - Returns: what changed in that list.
  func write(over output: String, asOf: String) throws(OutputFault) -> PublishedChanges {
    // Guides first: they are what readers look for, and what the search shows first.
    let work =
      renderer.clientPages.map(Work.client) + site.library.pages.indices.map(Work.page)
    progress.begin(.rendering, total: work.count)
    let ofSite = { @Sendable in
      attempt { () throws(OutputFault) in try writeSiteFiles(over: output, asOf: asOf) }
    }
    let (written, changes) = Parallel.map(work, beside: ofSite) { work in
      defer { progress.step() }
      return attempt { () throws(OutputFault) in try write(work) }
    }
    let published = try changes.get()
    var units: [SearchUnit] = []
    for result in written { units += try result.get() }
    let (search, copies) = (SearchIndex(units), copies)
    progress.begin(.writing, total: search.partCount + copies.count)
    try all(Array(0..<search.partCount), chunkSize: 1) { part throws(OutputFault) in
      try write(search.files(ofPart: part))
    }
    try all(copies) { copy throws(OutputFault) in
      try stage.add(path: copy.path, copyOf: copy.systemPath)
    }
    return published
  }

  /// Writes what is made of all pages. It takes long and needs much memory for a while, so that it is
  /// begun first.
  private func writeSiteFiles(
    over output: String, asOf: String
  ) throws(OutputFault) -> PublishedChanges {
    try writeSteps()
    let list = renderer.listFile()
    try write([list])
    let changes = PublishedChanges(output: output, publishing: list.bytes, asOf: asOf)
    try renderer.forEachSiteFile(listSize: list.bytes.count, history: changes.history) {
      file throws(OutputFault) in try write([file])
    }
    return changes
  }

  /// Writes what references to steps mean, for the next build.
  private func writeSteps() throws(OutputFault) {
    guard let steps = site.steps else { return }
    try stage.add(path: SiteMemory.stepsFile, bytes: steps)
  }

  /// Pictures, then attached files that are no pictures.
  private var copies: [(path: String, systemPath: String)] {
    let images = site.images.paths
    let attached = site.attached.systemPaths.filter { !images.contains($0.key) }
      .sorted { $0.key < $1.key }
    return images.map { ($0, site.discovery.systemPath($0)) }
      + attached.map { ($0.key, $0.value) }
  }

  /// - Returns: what a search finds of it.
  private func write(_ work: Work) throws(OutputFault) -> [SearchUnit] {
    let files =
      switch work {
      case .client(let page): renderer.files(for: page)
      case .page(let index): renderer.files(for: site.library.pages[index])
      }
    try write(files)
    return files.flatMap(\.units)
  }

  /// Writes files, each with its compressed copies.
  private func write(_ files: [RenderedFile]) throws(OutputFault) {
    for file in files {
      try stage.add(path: file.path, bytes: file.bytes)
      for form in site.configuration.compression {
        if let copy = form.copy(of: file) { try stage.add(path: copy.path, bytes: copy.bytes) }
      }
    }
  }

  /// Does something with many values side by side; the first failure counts.
  private func all<Value: Sendable>(
    _ values: [Value], chunkSize: Int = 16, _ work: @Sendable (Value) throws(OutputFault) -> Void
  ) throws(OutputFault) {
    let results = Parallel.map(values, chunkSize: chunkSize) { value in
      defer { progress.step() }
      return attempt { () throws(OutputFault) in try work(value) }
    }
    for result in results { try result.get() }
  }

  private func attempt<Made>(
    _ work: () throws(OutputFault) -> Made
  ) -> Result<Made, OutputFault> {
    do throws(OutputFault) {
      return .success(try work())
    } catch {
      return .failure(error)
    }
  }
}
