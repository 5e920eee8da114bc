import GuideModel
import SourceText
import Syntax

/// Everything that rules look up beyond their own page, worked out once a site.
package struct SiteIndex: Sendable {
  package let library: GuideLibrary
  package let images: ImageSources
  /// Pages that exist but could not be read: links to them are fine.
  package let knownUnreadNames: Set<String>

  /// What a misspelled link is compared with, by house.
  let pageNames: [String: NameIndex]
  /// What the address of a missing picture is compared with.
  let imagePaths: NearestPath
  let terms: SiteTerms
  private let contradictionsByPath: [String: [Contradiction]]
  private let unguidedByPath: [String: [UnguidedClient]]
  private let clientNames: [String: String]

  package init(library: GuideLibrary, images: ImageSources, knownUnreadNames: Set<String>) {
    self.library = library
    self.images = images
    self.knownUnreadNames = knownUnreadNames
    pageNames = Dictionary(
      uniqueKeysWithValues: Set(library.pages.map(\.house)).map {
        ($0, NameIndex(library.directory.names(house: $0)))
      })
    imagePaths = NearestPath(images.paths)
    terms = SiteTerms(library)
    contradictionsByPath = Dictionary(
      grouping: Contradiction.all(in: library.statements), by: \.later.path)
    unguidedByPath = Dictionary(grouping: UnguidedClient.all(in: library), by: \.evidence.path)
    clientNames = Dictionary(
      library.clients.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// Contradictions whose later place stands on a page, in file order.
  func contradictions(on path: String) -> [Contradiction] { contradictionsByPath[path] ?? [] }

  /// Clients without a guide whose first statement stands on a page.
  func unguidedClients(on path: String) -> [UnguidedClient] { unguidedByPath[path] ?? [] }

  func clientName(_ id: String) -> String { clientNames[id] ?? id }
}
