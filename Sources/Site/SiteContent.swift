import GuideModel
import ImageFiles
import Rendering
import SourceText
import Syntax
import Validation
import WikiStore

/// A site's content as read: its configuration, its pages understood, its findings.
struct SiteContent: Sendable {
  let model: SiteModel
  let diagnostics: [Diagnostic]
  private let memory: SiteMemory
  /// How many findings the authors of pages say are meant.
  let allowed: Int
  /// The files that findings point into, by path.
  let files: [String: SourceFile]

  var sources: SiteSources { model.sources }
  var library: GuideLibrary { model.library }
  var images: ImageSources { model.images }
  var attached: AttachedFiles { model.attached }
  var histories: [String: PageHistory] { model.histories }
  var discovery: ContentDiscovery { sources.discovery }
  var configuration: SiteConfiguration { sources.configuration }
  var provider: ProviderSettings? { sources.provider }

  static func read(
    _ content: String, memory: SiteMemory = SiteMemory(), outdatedBefore: CalendarDay? = nil,
    progress: WorkProgress = WorkProgress()
  ) throws(SiteFault) -> SiteContent {
    progress.begin(.findingFiles)
    return try read(
      SiteSources.open(content), memory: memory, outdatedBefore: outdatedBefore, progress: progress)
  }

  static func read(
    _ sources: SiteSources, memory: SiteMemory, outdatedBefore: CalendarDay? = nil,
    progress: WorkProgress = WorkProgress()
  ) throws(SiteFault) -> SiteContent {
    let memory = try onDisk(memory, sources)
    return SiteContent(
      try SiteModel.read(sources, progress: progress), memory: memory,
      outdatedBefore: outdatedBefore, progress: progress)
  }

  /// Judges what was read before.
  static func judge(_ model: SiteModel) throws(SiteFault) -> SiteContent {
    SiteContent(
      model, memory: try onDisk(SiteMemory(), model.sources), outdatedBefore: nil,
      progress: WorkProgress())
  }

  private static func onDisk(
    _ memory: SiteMemory, _ sources: SiteSources
  ) throws(SiteFault) -> SiteMemory {
    do throws(FileSystemError) {
      return try memory.withLinks(of: sources.discovery)
    } catch {
      throw .disk(error.description)
    }
  }

  private init(
    _ model: SiteModel, memory: SiteMemory, outdatedBefore: CalendarDay?, progress: WorkProgress
  ) {
    self.model = model
    let (sources, library) = (model.sources, model.library)
    self.memory = memory
    progress.begin(.checking, total: model.readings.count)
    let validator = Validator(
      index: Self.index(model, memory, outdatedBefore: outdatedBefore),
      severities: sources.configuration.severities)
    var diagnostics = model.diagnostics + memory.links.diagnostics
    diagnostics += sources.curated.unknownFeatures(library, sources.vocabulary)
    diagnostics += Self.unknownPages(sources, library.directory)
    let found = validator.findings { Parallel.map($0, counting: progress, $1) }
    diagnostics += found.diagnostics
    allowed = found.allowed
    diagnostics += Self.clashes(library.directory)
    self.diagnostics = diagnostics.sorted()
    var files: [String: SourceFile] = [:]
    files.reserveCapacity(model.readings.count + 8)
    for page in model.readings { files[page.path] = page.document.file }
    if let file = sources.configurationFile { files[file.path] = file }
    if let file = sources.providerFile { files[file.path] = file }
    if let file = memory.links.file { files[file.path] = file }
    files.merge(sources.curated.files) { page, _ in page }
    for file in sources.textFiles { files[file.path] = file }
    self.files = files
  }

  /// What rules ask of the site as a whole. It is large and made anew each time: a build needs it but
  /// until its pages are judged.
  func index() -> SiteIndex { Self.index(model, memory, outdatedBefore: nil) }

  private static func index(
    _ model: SiteModel, _ memory: SiteMemory, outdatedBefore: CalendarDay?
  ) -> SiteIndex {
    let (sources, library, images) = (model.sources, model.library, model.images)
    let configuration = sources.configuration
    return SiteIndex(
      library: library, images: images, knownUnreadNames: model.unread,
      siteFiles: Set([configuration.theme.logo].compactMap { $0 }),
      knownLinks: memory.links.file == nil
        ? [:] : memory.links.known(ExternalLinks(library, images), now: memory.links.lastCheck),
      servers: configuration.servers + (sources.provider?.servers ?? []),
      provider: sources.provider,
      isProviderUnreadable: sources.providerFile != nil && sources.provider == nil,
      steps: memory.steps,
      claimedNames: configuration.claimedNames + sources.curated.claimedNames,
      outdatedBefore: outdatedBefore, map: { Parallel.map($0, $1) })
  }

  /// Which steps references mean, to be remembered with the published site; nil where there are none.
  var steps: [UInt8]? { StepMemory.bytes(library, previous: memory.steps) }

  func report(
    publication: BuildReport.Publication? = nil, changes: PublishedChanges? = nil
  ) -> BuildReport {
    BuildReport(
      diagnostics: changes.map { (diagnostics + $0.diagnostics).sorted() } ?? diagnostics,
      allowed: allowed,
      sources: changes.map { files.merging($0.files) { first, _ in first } } ?? files,
      pages: library.pages.count,
      clients: library.clients.count, guides: library.guides.count,
      steps: library.guides.reduce(0) { $0 + $1.setupStepCount },
      unreadFiles: discovery.unread.filter { attached.systemPaths[$0] == nil }
        + discovery.images.filter { !configuration.images.publishes($0) },
      publication: publication,
      rewriter: PageRewriter(discovery, encoding: configuration.wiki.encoding.encoding))
  }

  /// Pages that the configuration names and nobody has written.
  private static func unknownPages(
    _ sources: SiteSources, _ directory: PageDirectory
  ) -> [Diagnostic] {
    guard let file = sources.configurationFile else { return [] }
    return sources.configuration.navigation.filter { directory[$0.name, house: ""] == nil }.map {
      page in
      let nearest = NearestName.find(page.name, among: directory.names(house: ""))
      return Diagnostic(
        rule: ConfigurationDecoder.rule, severity: .error,
        place: SourcePlace(file.path, page.range), message: "there is no page '\(page.name)'",
        help: nearest.map { "did you mean '\($0)'?" } ?? "take it out of 'navigation'")
    }
  }

  /// Two pages whose names become one address: the later one would overwrite the earlier.
  private static func clashes(_ directory: PageDirectory) -> [Diagnostic] {
    directory.clashes.map { first, second in
      Diagnostic(
        rule: "duplicate-page-address", severity: .error, place: SourcePlace(second.path),
        message: "the pages '\(first.name)' and '\(second.name)' would both be published as "
          + "'pages/\(second.slug)/'",
        notes: [Diagnostic.Note("the other page is here", at: SourcePlace(first.path))],
        help: "rename one of the two pages")
    }
  }
}

extension SourceFault {
  /// The finding for a file that is no readable text.
  func diagnostic(path: String) -> Diagnostic {
    let (rule, message, help): (String, String, String)
    switch self {
    case .notUTF8(let offset, let line):
      rule = "not-utf-8"
      message = "byte \(offset + 1), on line \(line), is not UTF-8"
      help = "save the file as UTF-8"
    case .nulByte(let offset, let line):
      rule = "nul-byte"
      message = "byte \(offset + 1), on line \(line), is NUL, which no text holds"
      help = "the file is binary or damaged; save it as plain UTF-8 text"
    case .tooLarge(let bytes):
      rule = "page-too-large"
      message =
        "the file has \(bytes) bytes; a page may have \(SourceFile.maximumSize) at most"
      help = "split the page, or move the file out of the content folder"
    }
    return Diagnostic(
      rule: rule, severity: .error, place: SourcePlace(path), message: message, help: help)
  }
}

extension SiteConfiguration {
  /// Severities by rule as the validator takes them: nil turns a rule off.
  var severities: [String: Severity?] {
    rules.mapValues { setting in
      switch setting {
      case .error: .error
      case .warning: .warning
      case .note: .note
      case .off: nil
      }
    }
  }
}
