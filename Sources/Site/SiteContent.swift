import GuideModel
import SourceText
import Syntax
import Validation

/// A content folder as read: its configuration, its pages understood, its findings.
struct SiteContent: Sendable {
  let discovery: ContentDiscovery
  let configuration: SiteConfiguration
  let library: GuideLibrary
  let images: ImageSources
  let diagnostics: [Diagnostic]
  let sources: [String: SourceFile]

  static func read(_ content: String) throws(SiteFault) -> SiteContent {
    let discovery: ContentDiscovery
    do throws(FileSystemError) {
      discovery = try ContentDiscovery(content)
    } catch {
      throw error.isMissing
        ? OutputFault.contentMissing(content).siteFault
        : .disk(error.description)
    }
    let (configuration, configurationFile) = try readConfiguration(discovery)
    let reader = GuideReader(vocabulary: configuration.fullVocabulary)
    let results = Parallel.map(discovery.pages) { read($0, of: discovery, with: reader) }
    var readings: [PageReading] = []
    var diagnostics = discovery.diagnostics
    var unread: Set<String> = []
    for (page, result) in zip(discovery.pages, results) {
      switch result {
      case .success(let reading): readings.append(reading)
      case .failure(.diagnostic(let diagnostic)):
        diagnostics.append(diagnostic)
        unread.insert(page.name)
      case .failure(.disk(let error)): throw .disk(error.description)
      }
    }
    let library = GuideLibrary(pages: readings)
    let images = ImageSources(
      mirrors: configuration.images.mirrors,
      files: discovery.images.filter { configuration.images.publishes($0) })
    let validator = Validator(
      index: SiteIndex(library: library, images: images, knownUnreadNames: unread),
      severities: configuration.severities)
    diagnostics += Parallel.map(library.pages) { validator.findings(on: $0) }.flatMap { $0 }
    diagnostics += clashes(library.directory)
    var sources: [String: SourceFile] = [:]
    for page in readings { sources[page.path] = page.document.file }
    if let configurationFile { sources[configurationFile.path] = configurationFile }
    return SiteContent(
      discovery: discovery, configuration: configuration, library: library, images: images,
      diagnostics: diagnostics.sorted(), sources: sources)
  }

  func report(publication: BuildReport.Publication? = nil) -> BuildReport {
    BuildReport(
      diagnostics: diagnostics, sources: sources, pages: library.pages.count,
      clients: library.clients.count, guides: library.guides.count,
      steps: library.guides.reduce(0) { $0 + $1.setupSteps.count },
      unreadFiles: discovery.unread
        + discovery.images.filter { !configuration.images.publishes($0) },
      publication: publication)
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
    do throws(SourceFault) {
      file = try SourceFile(path: path, bytes: bytes)
    } catch {
      throw .configuration(failure([error.diagnostic(path: path)], sources: [:]))
    }
    let (configuration, findings) = SiteConfiguration.decode(
      file, ruleNames: RuleCatalog.all.map(\.name), defaultTitle: title)
    guard !findings.contains(where: { $0.severity == .error }) else {
      throw .configuration(failure(findings, sources: [path: file]))
    }
    return (configuration, file)
  }

  private static func failure(
    _ diagnostics: [Diagnostic], sources: [String: SourceFile]
  ) -> BuildReport {
    BuildReport(
      diagnostics: diagnostics, sources: sources, pages: 0, clients: 0, guides: 0, steps: 0,
      unreadFiles: [], publication: nil)
  }

  // MARK: - Pages

  private enum PageFault: Error, Sendable {
    case diagnostic(Diagnostic)
    case disk(FileSystemError)
  }

  private static func read(
    _ page: ContentDiscovery.Page, of discovery: ContentDiscovery, with reader: GuideReader
  ) -> Result<PageReading, PageFault> {
    let bytes: [UInt8]
    do throws(FileSystemError) {
      bytes = try FileSystem.read(discovery.systemPath(page.path))
    } catch {
      return .failure(.disk(error))
    }
    do throws(SourceFault) {
      let file = try SourceFile(path: page.path, bytes: bytes)
      return .success(reader.read(Dialect.pukiwiki.parse(file), name: page.name))
    } catch {
      return .failure(.diagnostic(error.diagnostic(path: page.path)))
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
    case .notUTF8(let offset, let line, let guess):
      rule = "not-utf-8"
      message = "byte \(offset + 1), on line \(line), is not UTF-8"
      let name = guess?.rawValue
      help =
        name.map { "the file looks like \($0); convert it: iconv -f \($0) -t UTF-8 \(path)" }
        ?? "save the page as UTF-8"
    case .nulByte(let offset, let line):
      rule = "nul-byte"
      message = "byte \(offset + 1), on line \(line), is NUL, which no text holds"
      help = "the file is binary or damaged; save the page as plain UTF-8 text"
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
