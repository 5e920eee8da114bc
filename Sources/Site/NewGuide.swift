import GuideModel
import Rendering
import SourceText
import Syntax
import WikiStore

/// A page for a new guide, worked out from the site that it belongs to and written where nothing is.
package struct NewGuide: Sendable {
  /// What the user asks for; nil is decided by the site.
  package struct Request: Sendable {
    package var client: String
    package var feature: String?
    package var dialect: Dialect?
    package var language: StartingLanguage?
    package var steps: Int
    /// The folder for the page.
    package var folder: String

    package init(
      client: String, feature: String?, dialect: Dialect?, language: StartingLanguage?, steps: Int,
      folder: String
    ) {
      self.client = client
      self.feature = feature
      self.dialect = dialect
      self.language = language
      self.steps = steps
      self.folder = folder
    }
  }

  /// The file that was written.
  package let path: String
  package let dialect: Dialect
  package let language: StartingLanguage
  package let steps: Int
  package let list: Listing
  /// How a picture is added to a step.
  package let pictureHint: [String]

  /// What there is to do at the list of clients.
  package enum Listing: Sendable, Equatable {
    /// The site has none for the feature.
    case none
    case listed(path: String, line: Int)
    /// The line to add, behind the last one of the list. The line is nil where the list is a table or
    /// says it in sentences.
    case missing(path: String, line: Int, text: String?)
  }

  /// Writes the page.
  package static func write(_ request: Request) throws(SiteFault) -> NewGuide {
    try checkWords(request)
    let place = try SitePlace(of: request.folder)
    let site = place.site
    let dialect = try place.dialect(request.dialect)
    let language =
      request.language
      ?? StartingLanguage(
        ofSite: site.configuration.language ?? PageLanguage.ofMost(site.library.pages))
    let name = Slug.anyScript(request.client, fallback: "guide")
    let file = name + "." + place.ending(for: dialect)
    try place.checkIsFree(name, file)
    let words = GuideWords(
      client: request.client, language: language, hasProvider: place.hasServers)
    let template = GuideTemplate(
      words: words, page: name, dialect: dialect, feature: request.feature, steps: request.steps)
    try place.checkIsUnderstood(template, file: file)
    let path = request.folder + (request.folder.hasSuffix("/") ? "" : "/") + file
    do throws(FileSystemError) {
      try FileSystem.writeNew(path, Array(template.text.utf8))
    } catch {
      throw error.code == 17 ? .usage("'\(path)' is there already") : .disk(error.description)
    }
    return NewGuide(
      path: path, dialect: dialect, language: language, steps: request.steps,
      list: place.listing(of: request), pictureHint: template.pictureHint)
  }

  private static func checkWords(_ request: Request) throws(SiteFault) {
    for (what, words) in [("client", request.client), ("feature", request.feature ?? "x")] {
      let isLine =
        words.utf8.count <= 200 && words.contains { !$0.isWhitespace }
        && !words.unicodeScalars.contains { $0.steersTerminal }
      guard isLine else { throw .usage("the name of a \(what) is one line of at most 200 bytes") }
    }
  }
}

/// The site around a folder in which a page is to be made.
private struct SitePlace {
  let site: SiteContent
  /// The folder as seen from the site, empty or with `/` at its end.
  private let prefix: String

  init(of folder: String) throws(SiteFault) {
    let root: String
    do throws(FileSystemError) {
      guard try FileSystem.kindFollowingLinks(folder) == .folder else {
        throw FileSystemError(operation: .list, path: folder, code: 2)
      }
      let configuration = folder + "/" + ContentDiscovery.configurationName
      let isSite = try FileSystem.kindFollowingLinks(configuration) == .file
      let around = isSite ? nil : try ContentDiscovery.site(around: folder)
      root = around?.folder ?? folder
      prefix = around.map { $0.path + "/" } ?? ""
    } catch {
      throw error.isMissing
        ? .usage(
          "there is no folder '\(folder)'; 'wikiguide new site \(folder)' makes one with a site")
        : .disk(error.description)
    }
    site = try SiteContent.read(root)
    for wiki in site.sources.wikis where Self.isInside(folder, wiki.folder) {
      throw .usage(
        "'\(folder)' is part of a wiki's data, which the wiki alone may change; bring its pages into "
          + "a folder with 'wikiguide import', or write the guide in the wiki")
    }
  }

  private static func isInside(_ folder: String, _ wiki: String) -> Bool {
    guard let folder = try? FileSystem.canonicalPath(folder),
      let wiki = try? FileSystem.canonicalPath(wiki)
    else { return false }
    return folder == wiki || folder.hasPrefix(wiki + "/")
  }

  private var inputs: [PageInput] { site.sources.pages.filter { $0.house.isEmpty } }

  private func dialect(of input: PageInput) -> Dialect {
    site.library.page(at: input.path).map { input.dialect(of: $0.document.file) } ?? .pukiwiki
  }

  /// The one asked for, else that of most pages.
  func dialect(_ asked: Dialect?) throws(SiteFault) -> Dialect {
    if let fixed = site.configuration.wiki.dialect {
      guard asked == nil || asked == fixed else {
        throw .usage(
          "'\(ContentDiscovery.configurationName)' says that pages of this folder are "
            + "\(fixed.rawValue); leave --dialect out, or change it there")
      }
      return fixed
    }
    if let asked { return asked }
    let counts = Dictionary(grouping: inputs, by: dialect(of:)).mapValues(\.count)
    let most = counts.values.max() ?? 0
    return Dialect.allCases.first { counts[$0] == most && most > 0 } ?? .pukiwiki
  }

  /// The ending that most pages of a dialect have; one by which the page is read as what it is.
  func ending(for dialect: Dialect) -> String {
    let own = inputs.filter { self.dialect(of: $0) == dialect }.compactMap {
      $0.path.split(separator: ".").last.map(String.init)
    }
    let isFixed = site.configuration.wiki.dialect != nil
    let counts = Dictionary(grouping: own) { $0 }.mapValues(\.count).filter { ending, _ in
      isFixed || (Dialect.ofFile("x." + ending) ?? .pukiwiki) == dialect
    }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best?.key ?? dialect.fileExtensions[0]
  }

  /// Whether steps may name servers by placeholders.
  var hasServers: Bool {
    guard let provider = site.provider else { return false }
    return provider.defines(.server(.incoming, .host))
      && provider.defines(.server(.outgoing, .host))
  }

  /// Two pages whose names differ in case alone are one file on some disks and one address on all.
  func checkIsFree(_ name: String, _ file: String) throws(SiteFault) {
    let address = PageDirectory.slug(of: prefix + name).lowercased()
    let taken = inputs.first { PageDirectory.slug(of: $0.name).lowercased() == address }
    guard taken == nil else {
      throw .usage("there is a page '\(taken?.path ?? file)' already; write the guide there")
    }
  }

  /// What will be written must be read as what it is meant to be.
  func checkIsUnderstood(_ template: GuideTemplate, file name: String) throws(SiteFault) {
    let file = SourceFile(path: prefix + name, text: template.text)
    let reading = GuideReader(vocabulary: site.sources.vocabulary).read(
      template.dialect.parse(file), name: prefix + template.page)
    let facts = reading.facts
    let isPlain =
      reading.title == template.words.title && facts.links.isEmpty && facts.images.isEmpty
      && facts.plugins.isEmpty
    let named = reading.clients.contains { $0.asWritten.contains(template.words.client) }
    let isFeature = template.feature == nil || reading.features.count == 1
    guard reading.guides.count == 1, let guide = reading.guides.first, guide.clientID != nil,
      named, isPlain, isFeature, guide.setupStepCount == template.steps,
      reading.diagnostics.isEmpty,
      reading.document.diagnostics.isEmpty, reading.document.unclosedMarks.isEmpty
    else {
      throw .usage(
        "a guide for '\(template.words.client)' would not be read as one; write the name without "
          + "marks of \(template.dialect.rawValue)")
    }
  }

  /// Whether the list of clients has the client, and where it ends if not.
  func listing(of request: NewGuide.Request) -> NewGuide.Listing {
    let library = site.library
    let wanted = request.feature.map { FoldedText($0).text }
    let features = library.features.filter { feature in
      wanted == nil
        || ([feature.name, feature.id] + feature.aliases).contains { FoldedText($0).text == wanted }
    }.map(\.id)
    let statements = library.statements.filter { features.contains($0.featureID) }
    let name = FoldedText(request.client).text
    let client = library.clients.first { client in
      ([client.name] + client.aliases + client.asWritten).contains { FoldedText($0).text == name }
    }
    if let own = statements.first(where: { $0.clientID == client?.id }),
      let evidence = own.evidence.first, let line = line(of: evidence)
    {
      return .listed(path: evidence.path, line: line)
    }
    let works = statements.filter { $0.level == .native || $0.level == .manual }
    guard let last = (works.isEmpty ? statements : works).last?.evidence.first,
      let file = site.files[last.path], let number = line(of: last)
    else { return .none }
    return .missing(
      path: last.path, line: number,
      text: Self.item(request.client, like: file.text(file.line(around: last.range.lower))))
  }

  private func line(of evidence: Evidence) -> Int? {
    site.files[evidence.path].map { LineIndex($0).line(at: evidence.range.lower) }
  }

  /// An item of the list with the marks of the last one; nil where that is no item.
  private static func item(_ client: String, like line: String) -> String? {
    let marks = line.prefix { "-+*".contains($0) || $0 == " " }
    return marks.contains { "-+*".contains($0) } ? marks + client : nil
  }
}
