import SourceText
import Syntax

/// All pages of a site read together: one entry a client and a feature, however many pages name it.
package struct GuideLibrary: Sendable {
  /// Sorted by path.
  package let pages: [PageReading]
  /// Sorted by id.
  package let features: [Feature]
  package let clients: [Client]
  /// In the order of the pages and of the lines on them.
  package let statements: [SupportStatement]
  package let guides: [Guide]
  package let directory: PageDirectory
  package let pagesByPath: [String: PageReading]
  package let clientsByID: [String: Client]
  /// By id.
  package let houses: [String: House]

  /// Merges pages, which may come in any order.
  package init(pages: [PageReading], houses: [House] = []) {
    self.houses = Dictionary(houses.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let pages = pages.sorted { $0.path < $1.path }
    self.pages = pages
    pagesByPath = Dictionary(uniqueKeysWithValues: pages.map { ($0.path, $0) })
    self.directory = PageDirectory(pages: pages, houses: Set(houses.map(\.id)))
    self.statements = pages.flatMap(\.statements)
    self.features = Self.mergedFeatures(pages)
    self.clients = Self.mergedClients(pages)
    clientsByID = Dictionary(uniqueKeysWithValues: clients.map { ($0.id, $0) })
    self.guides = Self.guidesWithUniqueIDs(pages)
  }

  package func page(at path: String) -> PageReading? { pagesByPath[path] }

  private static func mergedFeatures(_ pages: [PageReading]) -> [Feature] {
    var byID: [String: Feature] = [:]
    for feature in pages.lazy.flatMap(\.features) {
      guard var known = byID[feature.id] else {
        byID[feature.id] = feature
        continue
      }
      known.explanation = known.explanation ?? feature.explanation
      known.prerequisite = known.prerequisite ?? feature.prerequisite
      if known.callouts.isEmpty { known.callouts = feature.callouts }
      known.evidence.append(contentsOf: feature.evidence)
      byID[feature.id] = known
    }
    return byID.values.sorted { $0.id < $1.id }
  }

  private static func mergedClients(_ pages: [PageReading]) -> [Client] {
    var byID: [String: Client] = [:]
    for client in pages.lazy.flatMap(\.clients) {
      guard var known = byID[client.id] else {
        byID[client.id] = client
        continue
      }
      for text in client.asWritten where !known.asWritten.contains(text) {
        known.asWritten.append(text)
      }
      for alias in client.aliases where !known.aliases.contains(alias) {
        known.aliases.append(alias)
      }
      if known.distribution.model == .unknown { known.distribution = client.distribution }
      for link in client.links where !known.links.contains(where: { $0.url == link.url }) {
        known.links.append(link)
      }
      known.evidence.append(contentsOf: client.evidence)
      byID[client.id] = known
    }
    return byID.values.sorted { $0.id < $1.id }
  }

  private static func guidesWithUniqueIDs(_ pages: [PageReading]) -> [Guide] {
    var uses: [String: Int] = [:]
    return pages.flatMap(\.guides).map { guide in
      var guide = guide
      uses[guide.id, default: 0] += 1
      if let count = uses[guide.id], count > 1 { guide.id += "-\(count)" }
      return guide
    }
  }
}
