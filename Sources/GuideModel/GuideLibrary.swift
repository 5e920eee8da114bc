import SourceText
import Syntax

/// All pages of a site read together: one entry a client and a feature, however many pages name it.
package struct GuideLibrary: Sendable {
  /// Sorted by path.
  package let pages: [PageReading]
  /// Sorted by id.
  package let features: [Feature]
  package let clients: [Client]
  /// In the order of the pages and of the lines on them; curated ones come last.
  package let statements: [SupportStatement]
  package let guides: [Guide]
  package let directory: PageDirectory
  package let pagesByPath: [String: PageReading]
  package let clientsByID: [String: Client]
  /// By id.
  package let houses: [String: House]
  /// Knows guides and procedures by their names.
  package let procedures: ProcedureDirectory
  /// What is known beyond the pages; merged into the features, clients and statements.
  package let curated: CuratedData

  /// Merges pages, which may come in any order, and what is curated beside them.
  /// - Parameter vocabulary: that by which the pages were read.
  package init(
    pages: [PageReading], houses: [House] = [], curated: CuratedData = CuratedData(),
    vocabulary: Vocabulary = .standard
  ) {
    self.curated = curated
    self.houses = Dictionary(houses.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let pages = ClientUnion.joined(pages.sorted { $0.path < $1.path })
    self.pages = pages
    pagesByPath = Dictionary(uniqueKeysWithValues: pages.map { ($0.path, $0) })
    self.directory = PageDirectory(pages: pages, houses: Set(houses.map(\.id)))
    self.statements = pages.flatMap(\.statements) + curated.statements
    self.features = curated.completing(Self.mergedFeatures(pages), vocabulary: vocabulary)
    self.clients = curated.completing(Self.mergedClients(pages), vocabulary: vocabulary)
    clientsByID = Dictionary(uniqueKeysWithValues: clients.map { ($0.id, $0) })
    self.guides = Self.guidesWithUniqueIDs(pages)
    procedures = ProcedureDirectory(guides: guides, pages: pages, clients: clientsByID)
  }

  /// The guides that stand on a page, in file order, with the ids that they have on the site.
  package func guides(on path: String) -> [Guide] { procedures.guides(on: path) }

  /// The step that a reference means: of its own guide, where a procedure for daily use may send its
  /// reader back to the setup, or of the guide that its words name.
  /// - Parameters:
  ///   - label: one of the reference's two numbers.
  ///   - procedure: the one in which the reference stands.
  package func target(
    of reference: StepReference, label: String, in procedure: Int, of guide: Guide
  ) -> StepTarget {
    guard let written = reference.destination, let page = pagesByPath[guide.path] else {
      return StepTarget(
        guide: guide,
        position: StepPosition.of(label, in: guide.procedures, preferring: procedure))
    }
    let words = page.document.file.text(written.range)
    if let match = procedures.find(words, from: guide, mayResemble: written.isCertain) {
      return StepTarget(
        guide: match.guide,
        position: StepPosition.of(
          label, in: match.guide.procedures, preferring: match.procedure ?? 0),
        isLoose: match.isLoose)
    }
    // Words that only may name a procedure: then the guide's own step is meant.
    guard written.isCertain else {
      return StepTarget(
        guide: guide,
        position: StepPosition.of(label, in: guide.procedures, preferring: procedure))
    }
    return StepTarget(guide: nil, position: nil)
  }

  /// The step that an anchor such as `Step 9` of a page means; nil where the anchor is none such.
  package func step(named anchor: String, onPageAt path: String) -> StepTarget? {
    guard let label = StepReference.label(ofAnchor: anchor) else { return nil }
    let guides = guides(on: path)
    for guide in guides {
      if let position = StepPosition.of(label, in: guide.procedures) {
        return StepTarget(guide: guide, position: position)
      }
    }
    return guides.first.map { StepTarget(guide: $0, position: nil) }
  }

  package func page(at path: String) -> PageReading? { pagesByPath[path] }

  private static func mergedFeatures(_ pages: [PageReading]) -> [Feature] {
    merged(pages.lazy.flatMap(\.features), id: \.id) { known, feature in
      known.explanation = known.explanation ?? feature.explanation
      known.prerequisite = known.prerequisite ?? feature.prerequisite
      if known.callouts.isEmpty { known.callouts = feature.callouts }
      known.evidence.append(contentsOf: feature.evidence)
    }
  }

  private static func mergedClients(_ pages: [PageReading]) -> [Client] {
    /// The spellings of clients that have many.
    var spellings: [String: Set<String>] = [:]
    func isNew(_ text: String, of client: Client) -> Bool {
      guard client.asWritten.count > 16 else { return !client.asWritten.contains(text) }
      return spellings[client.id, default: Set(client.asWritten)].insert(text).inserted
    }
    return merged(pages.lazy.flatMap(\.clients), id: \.id) { known, client in
      for text in client.asWritten where isNew(text, of: known) {
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
    }
  }

  /// One entry an id, sorted by it.
  /// - Parameter merge: brings a further entry into the one that is known, which grows in its place.
  private static func merged<Entry>(
    _ entries: some Sequence<Entry>, id: (Entry) -> String,
    merge: (_ known: inout Entry, _ entry: Entry) -> Void
  ) -> [Entry] {
    var merged: [Entry] = []
    var places: [String: Int] = [:]
    for entry in entries {
      if let place = places[id(entry)] {
        merge(&merged[place], entry)
      } else {
        places[id(entry)] = merged.count
        merged.append(entry)
      }
    }
    return merged.sorted { id($0) < id($1) }
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

/// Where a reference to a step leads.
package struct StepTarget: Sendable {
  /// Nil where no guide bears the name.
  package let guide: Guide?
  /// Nil where the guide has no such step.
  package let position: StepPosition?
  /// Whether the guide's name only resembles the words that name it.
  package let isLoose: Bool

  init(guide: Guide?, position: StepPosition?, isLoose: Bool = false) {
    self.guide = guide
    self.position = position
    self.isLoose = isLoose
  }
}
