import GuideModel
import ImageFiles
import SourceText
import Syntax

/// A few wiki pages that show a rule at work: documentation and test in one.
package struct Example: Sendable {
  package let title: String
  package let pages: [(path: String, text: String)]
  /// The image files that the example's site has.
  package let pictures: [Picture]
  /// What is known of addresses outside of the site.
  package let links: [String: KnownLink]
  /// The servers that the example's configuration names.
  package let servers: [ProviderServer]
  /// The names that the example's configuration gives to clients.
  let claimedNames: [ClaimedName]
  /// What was verified before this day is out of date.
  package let outdatedBefore: String?
  /// Puts in what curated files say; those files are among the pages, and only shown.
  private let addCuratedFacts: @Sendable (inout CompatibilityFacts) -> Void
  /// What the example's hosting company tells of its servers.
  package let provider: ProviderSettings?
  /// What the page was when the site was published last.
  package let remembered: String?
  /// What the example's files of curated data say.
  private(set) var curated = CuratedData()
  package var dataFiles: [String: SourceFile] { curated.files }

  /// An image file, of which what matters is known without its bytes.
  package struct Picture: Sendable {
    package let path: String
    package let facts: ImageFacts
    /// Stands for the bytes: two files with the same text hold the same picture.
    let bytes: String

    static func sized(
      _ path: String, _ width: Int, _ height: Int, bytes: String? = nil
    ) -> Picture {
      Picture(
        path: path,
        facts: ImageFacts(
          format: ImageFormat(fileName: path), namedFormat: ImageFormat(fileName: path),
          size: PixelSize(width, height), byteCount: 20_000), bytes: bytes ?? path)
    }

    static func broken(_ path: String, _ fault: ImageFault) -> Picture {
      Picture(
        path: path,
        facts: ImageFacts(
          format: ImageFormat(fileName: path), namedFormat: ImageFormat(fileName: path), size: nil,
          byteCount: 4096, fault: fault), bytes: path)
    }

    static func misnamed(_ path: String, _ format: ImageFormat) -> Picture {
      Picture(
        path: path,
        facts: ImageFacts(
          format: format, namedFormat: ImageFormat(fileName: path), size: PixelSize(400, 300),
          byteCount: 20_000), bytes: path)
    }

    /// An SVG that does more than draw.
    static func active(_ path: String) -> Picture {
      Picture(
        path: path,
        facts: ImageFacts(
          format: .svg, namedFormat: ImageFormat(fileName: path), size: PixelSize(400, 300),
          byteCount: 4096, hasScript: true), bytes: path)
    }

    /// Whether it is what most pictures are.
    package var isPlain: Bool {
      facts.fault == nil && !facts.isMisnamed && !facts.hasScript
        && facts.size == PixelSize(400, 300)
    }

    /// What is to be known of the file, in a few words.
    package var summary: String {
      var parts: [String] = []
      if let fault = facts.fault { parts.append("\(fault)") }
      if facts.isMisnamed, let format = facts.format { parts.append("\(format.title) inside") }
      if facts.hasScript { parts.append("with a script inside") }
      if let size = facts.size { parts.append("\(size.width) by \(size.height) pixels") }
      return parts.joined(separator: ", ")
    }
  }

  init(
    _ title: String, pages: [(path: String, text: String)], pictures: [Picture] = [],
    links: [String: KnownLink] = [:], servers: [ProviderServer] = [],
    provider: ProviderSettings? = nil, remembered: String? = nil,
    claimedNames: [ClaimedName] = [], outdatedBefore: String? = nil,
    facts: @escaping @Sendable (inout CompatibilityFacts) -> Void = { _ in }
  ) {
    self.remembered = remembered
    self.claimedNames = claimedNames
    self.outdatedBefore = outdatedBefore
    addCuratedFacts = facts
    self.servers = servers
    self.provider = provider
    self.title = title
    self.pages = pages
    self.pictures = pictures
    self.links = links
  }

  /// An example of one page.
  /// - Parameter images: paths of images about which nothing matters but that they are there.
  init(
    _ title: String, _ text: String, images: [String] = [], pictures: [Picture] = [],
    links: [String: KnownLink] = [:], servers: [ProviderServer] = [],
    provider: ProviderSettings? = nil, remembered: String? = nil, outdatedBefore: String? = nil,
    curated: CuratedData = CuratedData()
  ) {
    self.init(
      title, pages: [("Example.txt", text)],
      pictures: images.map { .sized($0, 400, 300) } + pictures, links: links,
      servers: servers, provider: provider, remembered: remembered, outdatedBefore: outdatedBefore)
    self.curated = curated
  }

  /// An example of one page in Markdown.
  init(_ title: String, markdown text: String) {
    self.init(title, pages: [("Example.md", text)])
  }

  /// An example that is a configuration.
  /// - Parameter names: the names that stand in it, with the ids of their clients.
  init(_ title: String, configuration text: String, names: KeyValuePairs<String, String>) {
    let file = SourceFile(path: "wikiguide.yml", text: text)
    self.init(
      title, pages: [(file.path, text)],
      claimedNames: names.map { name, clientID in
        let range = text.firstRange(of: name).map { found in
          SourceRange(
            text.utf8.distance(from: text.startIndex, to: found.lowerBound),
            text.utf8.distance(from: text.startIndex, to: found.upperBound))
        }
        return ClaimedName(
          clientID: clientID, name: name, place: SourcePlace(file.path, range))
      })
  }

  /// What is to be known of the example beside its pages, a line each.
  package var remarks: [String] {
    let pictures = pictures.contains { !$0.isPlain } ? pictures : []
    return pictures.map { "\($0.path): \($0.summary)" }
      + links.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.reason)" }
      + (remembered.map { ["when the site was published last:\n" + $0] } ?? [])
      + (outdatedBefore.map { ["what was tried before \($0) is out of date"] } ?? [])
      + servers.map { server in
        "server: \(server.service.rawValue) \(server.host), port "
          + server.ports.map(String.init).joined(separator: ", ")
      }
      + curated.files.sorted { $0.key < $1.key }.map { path, file in
        "\(path):\n" + file.text(SourceRange(0, file.bytes.count))
      }
      + (provider.map { provider in
        (provider.incoming + provider.outgoing).map { server in
          "provider.yml: \(server.mailProtocol.rawValue) \(server.host), port \(server.port)"
        }
      } ?? [])
  }

  /// An example that is a published page, `index.html`, not one of the wiki.
  init(_ title: String, published: String) {
    self.init(title, pages: [("index.html", published + "\n")])
  }

  /// The address whose files an example's `images/` folder mirrors.
  package static let mirror = ImageSources.Mirror(
    prefix: "https://wiki.example/images/", folder: "images/")

  /// The example as a site, read with the standard vocabulary.
  package var index: SiteIndex {
    let library = library(pages)
    let steps = remembered.map { text in
      StepMemory(self.library([("Example.txt", text)]), previous: StepMemory())
    }
    var facts = CompatibilityFacts(library)
    addCuratedFacts(&facts)
    return SiteIndex(
      library: library,
      images: ImageSources(
        mirrors: [Self.mirror], files: pictures.map(\.path),
        facts: Dictionary(
          pictures.map { ($0.path, $0.facts) }, uniquingKeysWith: { first, _ in first }),
        twins: twins), knownUnreadNames: [], knownLinks: links, servers: servers,
      provider: provider, steps: steps ?? StepMemory(), claimedNames: claimedNames,
      outdatedBefore: outdatedBefore.flatMap { CalendarDay($0) }, facts: facts)
  }

  private func library(_ pages: [(path: String, text: String)]) -> GuideLibrary {
    let reader = GuideReader(vocabulary: .standard)
    let readings = pages.filter { !$0.path.hasSuffix(".yml") }.map { page in
      let name = page.path.split(separator: ".").first.map(String.init) ?? page.path
      let file = SourceFile(path: page.path, text: page.text)
      let dialect = Dialect.ofFile(page.path) ?? .pukiwiki
      return reader.read(dialect.parse(file), name: name)
    }
    return GuideLibrary(
      pages: readings, houses: [House(id: "", title: "", pages: readings)], curated: curated)
  }

  private var twins: [String: String] {
    var firsts: [String: String] = [:]
    var twins: [String: String] = [:]
    for picture in pictures.sorted(by: { $0.path < $1.path }) {
      if let first = firsts[picture.bytes] {
        twins[picture.path] = first
      } else {
        firsts[picture.bytes] = picture.path
      }
    }
    return twins
  }

  /// What one rule finds on the example's pages.
  package func diagnostics(of rule: Rule) -> [Diagnostic] {
    Validator(index: index, severities: [:]).findings { pages, work in pages.map(work) }
      .diagnostics.filter { $0.rule == rule.name }
  }
}
