import GuideModel

/// A page about a client in one language: all that is said of it, or one of its many guides.
package struct ClientPage: Sendable {
  /// The client with the guides that stand on the page.
  let subject: ClientSubject
  let edition: Edition
  /// From the folder of the edition, with `/` at its end.
  let folder: String
  let kind: Kind

  enum Kind: Sendable {
    /// The client and its guides.
    case whole
    /// The client, with links to its guides.
    case overview
    /// One guide.
    case guide
  }

  /// From so many guides on, each has a page of its own.
  private static let mostGuides = 4

  /// From the site's root.
  var path: String { edition.prefix + folder + "index.html" }

  /// - Parameter guides: those that readers of the edition are shown.
  static func pages(
    of subject: ClientSubject, guides: [Guide], _ edition: Edition
  ) -> [ClientPage] {
    let folder = "clients/\(subject.client.id)/"
    let shown = subject.with(guides)
    guard guides.count > mostGuides else {
      return [ClientPage(subject: shown, edition: edition, folder: folder, kind: .whole)]
    }
    return [ClientPage(subject: shown, edition: edition, folder: folder, kind: .overview)]
      + guides.map { guide in
        ClientPage(
          subject: subject.with([guide]), edition: edition, folder: folder + guide.id + "/",
          kind: .guide)
      }
  }
}

/// Where each guide is published, and which pages there are of clients, in all editions.
struct ClientAddresses: Sendable {
  private let pages: [ClientPage]
  /// The pages on which guides stand, by the prefixes of editions and the ids of guides.
  private let places: [String: [String: Int]]
  /// The ids of steps on pages where labels alone do not tell steps apart.
  private let unusualIDs: [Int: StepIDs]

  init(_ pages: [ClientPage]) {
    var places: [String: [String: Int]] = [:]
    var unusualIDs: [Int: StepIDs] = [:]
    for (index, page) in pages.enumerated() where page.kind != .overview {
      for guide in page.subject.guides {
        places[page.edition.prefix, default: [:]][guide.id] = index
      }
      if !StepIDs.areLabels(page.subject.guides) {
        unusualIDs[index] = StepIDs(page.subject.guides)
      }
    }
    self.pages = pages
    self.places = places
    self.unusualIDs = unusualIDs
  }

  /// Where a step is shown, from the site's root; nil where the edition does not show its guide.
  /// - Parameter prefix: the edition's folder.
  func path(of position: StepPosition, in guide: Guide, prefix: String) -> String? {
    guard let place = places[prefix]?[guide.id],
      guide.procedures.indices.contains(position.procedure)
    else { return nil }
    let procedure = guide.procedures[position.procedure]
    let step = position.ordinal - 1
    guard procedure.steps.indices.contains(step) else { return nil }
    let id =
      unusualIDs[place]?.byGuide[guide.id]?[position.procedure][step]
      ?? StepID.id(of: procedure.steps[step].name, kind: procedure.kind)
    return "\(pages[place].path)#\(id)"
  }

  /// From the site's root; the client's own page where the edition does not show the guide.
  func path(of guide: Guide, _ edition: Edition) -> String {
    places[edition.prefix]?[guide.id].map { pages[$0].path }
      ?? "\(edition.prefix)clients/\(guide.clientID ?? "")/index.html"
  }

  /// A page in all editions that have it: all have one of each client, but a page of a guide only
  /// those in which the client has many.
  func alternates(of page: ClientPage, in editions: [Edition]) -> [Alternate] {
    editions.filter { edition in
      guard page.kind == .guide, let guide = page.subject.guides.first else { return true }
      guard let place = places[edition.prefix]?[guide.id] else { return false }
      return pages[place].kind == .guide
    }.map { Alternate(language: $0.language, path: $0.prefix + page.folder + "index.html") }
  }
}
