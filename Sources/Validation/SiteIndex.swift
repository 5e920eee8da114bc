import GuideModel
import SourceText
import Syntax

/// Everything that rules look up beyond their own page, worked out once a site.
package struct SiteIndex: Sendable {
  package let library: GuideLibrary
  /// The same as lists of clients, features and claims, with what curated files add.
  let facts: CompatibilityFacts
  package let images: ImageSources
  /// Pages that exist but could not be read: links to them are fine.
  package let knownUnreadNames: Set<String>

  /// What a misspelled link is compared with, by house.
  private let pageNames: OnDemand<[String: NameIndex]>
  /// What the address of a missing picture is compared with.
  private let nearestPaths: OnDemand<NearestPath>
  let terms: SiteTerms
  let imageUses: ImageUses
  /// Files of the site that links lead to, or that the site itself shows.
  var linkedFiles: Set<String> { filesLinkedTo.value }
  private let filesLinkedTo: OnDemand<Set<String>>
  /// Which steps references meant when the site was published last.
  let steps: StepMemory
  /// The servers of the hosting company, where the configuration names them.
  let servers: [ProviderServer]
  /// The names that the site's own files give to clients.
  let claimedNames: [ClaimedName]
  /// What was verified before this day is out of date; nil where no day is told.
  let outdatedBefore: CalendarDay?
  /// What the hosting company tells of its servers; nil where it tells nothing.
  let provider: ProviderSettings?
  /// Whether the company tells something that could not be read, which is said where it stands.
  let isProviderUnreadable: Bool
  /// Whether some page has a placeholder that is known.
  var usesPlaceholders: Bool { placeholdersInUse.value }
  private let placeholdersInUse: OnDemand<Bool>
  /// What is remembered of addresses outside of the site, by address as pages name it.
  let knownLinks: [String: KnownLink]
  /// The addresses themselves; nil where nothing is known of any.
  let external: ExternalLinks?
  /// Hosts that some page names with https.
  var secureHosts: Set<String> { hostsNamedSecurely.value }
  private let hostsNamedSecurely: OnDemand<Set<String>>
  /// What words that name no guide are compared with.
  var guideTitles: (titles: [String], names: NameIndex) { titlesOfGuides.value }
  private let titlesOfGuides: OnDemand<(titles: [String], names: NameIndex)>
  private let placesOfPages = PlaceNames()
  /// Clients all of whose rows name versions.
  var versionedClients: VersionedClients { clientsWithVersions.value }
  private let clientsWithVersions: OnDemand<VersionedClients>
  private let unguidedByPath: [String: [UnguidedClient]]
  private let clientNames: [String: String]

  /// - Parameters:
  ///   - siteFiles: pictures that the site itself shows, such as its logo.
  ///   - knownLinks: what is remembered of addresses outside of the site, by address.
  ///   - servers: those of the hosting company.
  ///   - provider: all that the company's own file tells.
  ///   - steps: which steps references meant when the site was published last.
  ///   - claimedNames: the names that the site's own files give to clients.
  ///   - outdatedBefore: what was verified before this day is out of date.
  ///   - facts: what the site says of clients and features, where that is more than the library.
  ///   - map: works through the numbers of pages, perhaps in parallel.
  package init(
    library: GuideLibrary, images: ImageSources, knownUnreadNames: Set<String>,
    siteFiles: Set<String> = [], knownLinks: [String: KnownLink] = [:],
    servers: [ProviderServer] = [], provider: ProviderSettings? = nil,
    isProviderUnreadable: Bool = false, steps: StepMemory = StepMemory(),
    claimedNames: [ClaimedName] = [], outdatedBefore: CalendarDay? = nil,
    facts: CompatibilityFacts? = nil,
    map: (
      [Int], @escaping @Sendable (Int) -> ImageUses.OnPage
    ) -> [ImageUses.OnPage] = { pages, work in pages.map(work) }
  ) {
    let facts = facts ?? CompatibilityFacts(library)
    self.facts = facts
    self.claimedNames = claimedNames
    self.outdatedBefore = outdatedBefore
    self.steps = steps
    self.servers = servers
    self.provider = provider
    self.isProviderUnreadable = isProviderUnreadable
    placeholdersInUse = OnDemand {
      library.pages.contains { WrittenPlaceholder.isKnown(in: $0.document.file) }
    }
    self.knownLinks = knownLinks
    external = knownLinks.isEmpty ? nil : ExternalLinks(library, images)
    hostsNamedSecurely = OnDemand { Self.secureHosts(library) }
    self.library = library
    self.images = images
    self.knownUnreadNames = knownUnreadNames
    pageNames = OnDemand {
      Dictionary(
        uniqueKeysWithValues: Set(library.pages.map(\.house)).map {
          ($0, NameIndex(library.directory.names(house: $0)))
        })
    }
    nearestPaths = OnDemand { NearestPath(images.paths) }
    titlesOfGuides = OnDemand {
      let titles = library.procedures.titles
      return (titles, NameIndex(titles))
    }
    terms = SiteTerms(library)
    imageUses = ImageUses(library, images, map: map)
    filesLinkedTo = OnDemand { siteFiles.union(Self.linkedFiles(library, images)) }
    clientsWithVersions = OnDemand { VersionedClients(facts, claimed: claimedNames) }
    unguidedByPath = Dictionary(
      grouping: UnguidedClient.all(in: facts.statements, guides: library.guides),
      by: \.evidence.path)
    clientNames = Dictionary(
      facts.clients.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  private static func secureHosts(_ library: GuideLibrary) -> Set<String> {
    var hosts: Set<String> = []
    for page in library.pages {
      let file = page.document
      for link in page.facts.links {
        guard case .url(let range) = link.target else { continue }
        let address = WrittenAddress(text: file.text(range), range: range)
        guard address.text.hasPrefix("https://"), let host = address.host else { continue }
        hosts.insert(host)
      }
    }
    return hosts
  }

  private static func linkedFiles(
    _ library: GuideLibrary, _ images: ImageSources
  ) -> Set<String> {
    var files: Set<String> = []
    for page in library.pages {
      let file = page.document
      for link in page.facts.links {
        switch link.target {
        case .url(let range):
          if case .local(let path) = images.location(of: file.text(range)) { files.insert(path) }
        case .file(let written, anchor: _):
          if let path = images.file(file.text(written), on: page) { files.insert(path) }
        case .attachment(let name, let holder):
          let path = images.attachment(file.text(name), of: holder.map(file.text), on: page)
          if let path { files.insert(path) }
        case .page, .anchor, .mail, .interWiki: break
        }
      }
    }
    return files
  }

  /// The name of a page of a house that a mistyped one most likely means.
  func nearestPageName(to name: String, house: String) -> String? {
    pageNames.value[house]?.nearest(to: name)
  }

  /// What links can name on a page, sorted, and what a wrong fragment is compared with.
  func places(of entry: PageDirectory.Entry) -> (names: [String], index: NameIndex) {
    placesOfPages[entry]
  }

  /// The picture that a wrong path most likely means.
  var imagePaths: NearestPath { nearestPaths.value }

  /// Clients without a guide whose first statement stands on a page.
  func unguidedClients(on path: String) -> [UnguidedClient] { unguidedByPath[path] ?? [] }

  func clientName(_ id: String) -> String { clientNames[id] ?? id }
}
