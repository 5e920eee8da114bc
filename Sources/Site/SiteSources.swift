import GuideModel
import Rendering
import SourceText
import Syntax
import Validation
import WikiStore

/// What a site will be made of, found and not yet read: the content folder, its configuration, the
/// wikis that it names.
struct SiteSources: Sendable {
  private(set) var discovery: ContentDiscovery
  let configuration: SiteConfiguration
  let configurationFile: SourceFile?
  /// What the hosting company tells of its servers; nil where it tells nothing, or too little.
  let provider: ProviderSettings?
  let providerFile: SourceFile?
  /// What is known of clients and features beyond the pages.
  let curated: CuratedData
  private(set) var wikis: [WikiSource] = []
  let theme: Theme
  let texts: SiteTexts
  /// The site's own files of phrases.
  let textFiles: [SourceFile]
  private(set) var diagnostics: [Diagnostic] = []

  static func open(_ content: String) throws(SiteFault) -> SiteSources {
    let discovery: ContentDiscovery
    do throws(FileSystemError) {
      discovery = try ContentDiscovery(content)
    } catch {
      throw error.isMissing
        ? OutputFault.contentMissing(content).siteFault
        : .disk(error.description)
    }
    return try SiteSources(discovery)
  }

  private init(_ discovery: ContentDiscovery) throws(SiteFault) {
    self.discovery = discovery
    (configuration, configurationFile) = try Self.readConfiguration(discovery)
    let provider = try ProviderFile.read(discovery)
    self.provider = provider.settings
    providerFile = provider.file
    let folder: ThemeFolder
    do throws(FileSystemError) {
      folder = try ThemeFolder(discovery.theme, of: discovery)
    } catch {
      throw .disk(error.description)
    }
    let curated = try CuratedFiles.read(discovery)
    self.curated = curated.data
    let look = configuration.theme
    theme = Theme(
      own: folder.own, accent: look.accent.map { ($0, look.accentDark ?? $0) }, logo: look.logo,
      footer: look.footer, links: look.links)
    texts = SiteTexts(own: folder.words)
    textFiles = folder.files
    diagnostics = folder.diagnostics + curated.diagnostics + provider.diagnostics
    try openWikis()
    var inside: [String] = []
    for wiki in wikis {
      diagnostics += wiki.store.diagnostics
      if wiki.configuration.wiki.encoding == .auto, wiki.store.encoding != .utf8 {
        diagnostics.append(
          .recognised(wiki.store.encoding, of: "names and pages of this wiki are", at: wiki.label))
      }
      if let folder = self.discovery.pathInside(wiki.folder) { inside.append(folder) }
    }
    self.discovery.leaveOut(inside)
    diagnostics += self.discovery.diagnostics
  }

  // MARK: - Wikis

  private mutating func openWikis() throws(SiteFault) {
    guard configurationFile != nil else { return try openWikiItself() }
    var findings: [Diagnostic] = []
    for source in configuration.sources {
      do throws(SourceFault) {
        wikis.append(try open(source))
      } catch {
        findings.append(finding(error.message, at: source.range, help: error.help))
      }
    }
    guard findings.isEmpty else {
      throw .configuration(Self.failure(findings, file: configurationFile))
    }
  }

  /// A folder that is a wiki's own needs no configuration to be read.
  private mutating func openWikiItself() throws(SiteFault) {
    do throws(StoreFault) {
      let folder = discovery.root
      guard discovery.isFolder, let kind = try StoreKind.of(.onDisk(folder)) else { return }
      var source = SiteConfiguration.Source(range: SourceRange(0, 0))
      source.kind = SiteConfiguration.Source.Kind(rawValue: kind.rawValue) ?? .pukiwiki
      wikis = [try WikiSource(source, folder: folder, kind: kind, label: configuration.title)]
    } catch {
      throw .disk("cannot read '\(error.path)': \(error.reason)")
    }
  }

  /// Why a wiki that the configuration names cannot be read.
  private struct SourceFault: Error {
    let message: String
    let help: String?
  }

  private func open(_ source: SiteConfiguration.Source) throws(SourceFault) -> WikiSource {
    let path = source.path.hasPrefix("/") ? source.path : discovery.systemPath(source.path)
    let kind = StoreKind(rawValue: source.kind.rawValue) ?? .pukiwiki
    let isTaken = discovery.pages.contains {
      $0.path.hasPrefix(source.id + "/") || PageDirectory.slug(of: $0.name) == source.id
    }
    guard !isTaken else {
      throw SourceFault(
        message: "the content folder has pages named '\(source.id)', which is the source's id too",
        help: "give the source an 'id' of its own")
    }
    do throws(FileSystemError) {
      guard try FileSystem.kindFollowingLinks(path) == .folder else {
        throw FileSystemError(operation: .list, path: path, code: 2)
      }
    } catch {
      throw SourceFault(
        message: "the folder '\(source.path)' cannot be read: \(error.reason)",
        help: "a path is seen from the folder of \(ContentDiscovery.configurationName)")
    }
    do throws(StoreFault) {
      let wiki = try WikiSource(source, folder: path, kind: kind, label: source.id)
      guard !wiki.store.pages.isEmpty else {
        let found = try StoreKind.of(.onDisk(path))
        throw StoreFault(
          path: path,
          reason: "no page of a \(source.kind.rawValue) was found"
            + (found.map { "; it looks like a \($0.rawValue)" } ?? ""))
      }
      return wiki
    } catch {
      throw SourceFault(
        message: "the wiki '\(source.path)' cannot be read: \(error.reason)",
        help: "name the folder that holds the wiki's 'wiki' folder")
    }
  }

  private func finding(_ message: String, at range: SourceRange, help: String?) -> Diagnostic {
    Diagnostic(
      rule: ConfigurationDecoder.rule, severity: .error,
      place: SourcePlace(configurationFile?.path ?? ContentDiscovery.configurationName, range),
      message: message, help: help)
  }

  /// The site's own files of the theme, as far as they are text.
  var themeFiles: [SourceFile] {
    discovery.theme.compactMap { path in
      guard let bytes = try? FileSystem.read(discovery.systemPath(path)) else { return nil }
      return try? SourceFile(path: path, bytes: bytes)
    }
  }

  // MARK: - Pages

  /// The words by which pages are read.
  var vocabulary: Vocabulary {
    curated.vocabulary(
      extending: configuration.fullVocabulary, language: configuration.language)
  }

  /// All pages, those of the content folder first.
  var pages: [PageInput] {
    let wiki = configuration.wiki
    let settings = wiki.settings(pageNames: discovery.pages.map(\.name))
    let own = discovery.pages.map { page in
      let systemPath = discovery.systemPath(page.path)
      return PageInput(
        name: page.name, path: page.path, house: "", dialect: wiki.dialect,
        encoding: wiki.encoding.encoding, settings: settings, place: .file(systemPath),
        systemPath: systemPath)
    }
    let stored = wikis.flatMap { wiki in
      let settings = wiki.configuration.wiki.settings(pageNames: wiki.pages.map(\.name))
      return wiki.pages.map { page in
        PageInput(
          name: page.name, path: page.path, house: wiki.id, dialect: wiki.dialect, encoding: nil,
          settings: settings, place: .stored(page, in: wiki.store),
          systemPath: wiki.folder + "/" + page.file)
      }
    }
    return own + stored
  }

  // MARK: - Configuration

  private static func readConfiguration(
    _ discovery: ContentDiscovery
  ) throws(SiteFault) -> (SiteConfiguration, SourceFile?) {
    let title = discovery.root.split(separator: "/").last.map(String.init) ?? "wiki"
    guard let path = discovery.configuration else { return (SiteConfiguration(title: title), nil) }
    let bytes: [UInt8]
    do throws(FileSystemError) {
      bytes = try FileSystem.read(discovery.systemPath(path))
    } catch {
      throw .disk(error.description)
    }
    let file: SourceFile
    do throws(SourceText.SourceFault) {
      file = try SourceFile(path: path, bytes: bytes)
    } catch {
      throw .configuration(failure([error.diagnostic(path: path)], file: nil))
    }
    let (configuration, findings) = SiteConfiguration.decode(
      file, ruleNames: RuleCatalog.all.map(\.name), defaultTitle: title,
      languages: ThemeFolder.languages(discovery.theme))
    guard !findings.contains(where: { $0.severity == .error }) else {
      throw .configuration(failure(findings, file: file))
    }
    return (configuration, file)
  }

  private static func failure(_ diagnostics: [Diagnostic], file: SourceFile?) -> BuildReport {
    BuildReport(
      diagnostics: diagnostics,
      sources: file.map { [$0.path: $0] } ?? [:], pages: 0, clients: 0, guides: 0, steps: 0,
      unreadFiles: [], publication: nil)
  }
}
