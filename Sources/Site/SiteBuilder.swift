import GuideModel
import Rendering
import SourceText
import Syntax
import Validation

/// The whole flow on one screen: content folder in, output folder out.
///
/// Discover, read and understand every page in parallel, bring all pages together, judge and render
/// them in parallel, publish by a swap. Never prints, never asks the clock.
package struct SiteBuilder: Sendable {
  let content: String
  let asOf: String
  private let version: String
  private let progress: WorkProgress
  private let memory: BuildMemory?

  /// - Parameters:
  ///   - content: a folder of wiki pages, or one page.
  ///   - asOf: the date that the published data bears, `YYYY-MM-DD`.
  ///   - progress: counts how far the work has come.
  ///   - memory: by which it is seen that there is nothing to do; nil where all work is to be done.
  package init(
    content: String, asOf: String, version: String, progress: WorkProgress = WorkProgress(),
    memory: BuildMemory? = nil
  ) {
    self.content = content
    self.asOf = asOf
    self.version = version
    self.progress = progress
    self.memory = memory
  }

  /// Publishes the site, unless findings reach `failOn`; nil never fails.
  package func build(output: String, failOn: Severity?) throws(SiteFault) -> BuildReport {
    try build(output: output) { $0.reaches(failOn) }
  }

  /// Publishes the site, unless somebody says that its findings forbid it.
  package func build(
    output: String, unless isForbidden: (BuildReport) -> Bool
  ) throws(SiteFault) -> BuildReport {
    progress.begin(.findingFiles)
    let begun = memory?.moment
    let sources = try SiteSources.open(content)
    let inputs = memory.flatMap { _ in BuildMemory.Inputs(sources) }
    let hold = try hold(output, sources)
    defer { hold.release() }
    let memory = memory?.of(hold.place.output, content: content, asOf: asOf)
    if let inputs, let report = memory?.recall(sources, inputs, output: output) {
      return isForbidden(report) ? report.unpublished : report
    }
    let site = try SiteContent.read(
      sources, memory: SiteMemory(output: output), progress: progress)
    guard !site.library.pages.isEmpty || !site.diagnostics.isEmpty else { throw noPages(site) }
    guard !isForbidden(site.report()) else { return site.report() }
    do throws(OutputFault) {
      let stage = try OutputStage(hold)
      let renderer = renderer(site)
      let writer = SiteWriter(site, renderer, stage, progress)
      let changes = try writer.write(over: output, asOf: asOf)
      progress.begin(.publishing)
      let counts = try stage.commit()
      var report = site.report(
        publication: BuildReport.Publication(
          output: output, written: counts.written, unchanged: counts.unchanged,
          removed: counts.removed), changes: changes)
      report.everythingRead = Keeper(site)
      if let inputs, let begun, changes.diagnostics.isEmpty, let files = stage.stamps {
        memory?.keep(report, inputs, output: files, begun: begun)
      }
      return report
    } catch {
      throw error.siteFault
    }
  }

  /// Judges the content and publishes nothing.
  /// - Parameters:
  ///   - output: the folder of the site as it was published last; it need not be there.
  ///   - limit: what was tried before this day, `YYYY-MM-DD`, is out of date; nil where no age is.
  package func check(
    output: String? = nil, outdatedBefore limit: String? = nil
  ) throws(SiteFault) -> BuildReport {
    let site = try SiteContent.read(
      content, memory: output.map { SiteMemory(output: $0) } ?? SiteMemory(),
      outdatedBefore: limit.flatMap { CalendarDay($0) }, progress: progress)
    guard !site.library.pages.isEmpty || !site.diagnostics.isEmpty else { throw noPages(site) }
    var report = site.report()
    report.everythingRead = Keeper(site)
    return report
  }

  /// Holds a value until nobody holds it.
  private final class Keeper: Sendable {
    let site: SiteContent
    init(_ site: SiteContent) { self.site = site }
  }

  /// Judges a site as it was published, by the configuration of the content that it was made from.
  /// - Parameter output: a folder of HTML pages.
  package func check(published output: String) throws(SiteFault) -> BuildReport {
    progress.begin(.findingFiles)
    let sources = try SiteSources.open(content)
    progress.begin(.checking)
    let site: PublishedSite
    do throws(FileSystemError) {
      guard try FileSystem.kindFollowingLinks(output) == .folder else {
        throw FileSystemError(operation: .list, path: output, code: 2)
      }
      site = try PublishedSite(output, base: Self.basePath(sources.configuration.baseURL))
    } catch {
      throw error.isMissing
        ? .usage("there is no folder '\(output)' to check; publish the site first")
        : .disk(error.description)
    }
    guard site.pageCount > 0 else { throw .usage("'\(output)' holds no HTML page") }
    let theme = sources.themeFiles
    let origins = theme + [sources.configurationFile].compactMap { $0 }
    let (diagnostics, files) = site.findings(
      sources: origins, severities: sources.configuration.severities)
    var report = BuildReport(
      diagnostics: diagnostics, sources: files, pages: site.pageCount, clients: 0, guides: 0,
      steps: 0, unreadFiles: [], publication: nil)
    for file in origins { report.sources[file.path] = file }
    report.links = site.linkCount
    return report
  }

  /// The path of the site's address.
  private static func basePath(_ address: String?) -> String {
    guard let address, let scheme = address.firstRange(of: "://") else { return "/" }
    let rest = address[scheme.upperBound...]
    return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
  }

  /// What staff have to do.
  /// - Parameter limit: what was checked before this day, `YYYY-MM-DD`, is out of date.
  package func worklist(
    _ kind: Worklist.Kind, form: WorklistForm, outdatedBefore limit: String
  ) throws(SiteFault) -> [UInt8] {
    let site = try SiteContent.read(content)
    guard !site.library.pages.isEmpty || !site.diagnostics.isEmpty else { throw noPages(site) }
    let list =
      switch kind {
      case .screenshots: Worklist.screenshots(site.index(), outdatedBefore: limit)
      case .guides: Worklist.guides(site.index(), outdatedBefore: limit)
      case .links: Worklist.links(site.index())
      }
    return form.bytes(list, sources: site.files)
  }

  /// The compatibility list alone.
  package func compatibility(
    form: ListForm
  ) throws(SiteFault) -> (list: ListExport, report: BuildReport) {
    let site = try SiteContent.read(content)
    return (form.export(renderer(site)), site.report())
  }

  // MARK: - Parts

  private func hold(_ output: String, _ sources: SiteSources) throws(SiteFault) -> OutputHold {
    do throws(OutputFault) {
      let kind = try onDisk { () throws(FileSystemError) in
        try FileSystem.kindFollowingLinks(content)
      }
      guard kind != nil else { throw .contentMissing(content) }
      return try OutputHold(output: output, sources: [content] + sources.wikis.map(\.folder))
    } catch {
      throw error.siteFault
    }
  }

  func renderer(_ site: SiteContent) -> SiteRenderer { renderer(site.model) }

  func renderer(_ site: SiteModel) -> SiteRenderer {
    var digests = site.digests
    let unknown = site.library.pages.filter { digests[$0.path] == nil }
    let made = Parallel.map(unknown) { Digest.sha256($0.document.file.bytes) }
    for (page, digest) in zip(unknown, made) { digests[page.path] = digest }
    for (path, file) in site.library.curated.files { digests[path] = Digest.sha256(file.bytes) }
    let configuration = site.sources.configuration
    return SiteRenderer(
      library: site.library,
      settings: RenderSettings(
        title: configuration.title,
        language: configuration.language ?? PageLanguage.ofMost(site.library.pages),
        languages: configuration.languages, texts: site.sources.texts,
        baseURL: configuration.baseURL, asOf: asOf, generatorVersion: version,
        images: site.images, digests: digests, histories: site.histories,
        editURL: configuration.editURL, reportURL: configuration.reportURL,
        newPageURL: configuration.newPageURL, contactURL: configuration.contactURL,
        theme: site.sources.theme, profiles: configuration.profiles,
        showsRemoteImages: configuration.images.showRemote, provider: site.sources.provider,
        navigation: configuration.navigation.map(\.name)))
  }

  func noPages(_ site: SiteContent) -> SiteFault {
    let endings = ContentDiscovery.pageExtensions.sorted().map { ".\($0)" }.joined(separator: ", ")
    return .usage(
      "'\(content)' is no wiki page and holds none; pages are files that end in \(endings)")
  }
}
