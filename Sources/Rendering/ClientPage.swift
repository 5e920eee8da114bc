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
  private let paths: Set<String>
  private let guidePaths: [String: String]
  private let stepIDs: [String: [[String]]]

  init(_ pages: [ClientPage]) {
    paths = Set(pages.map(\.path))
    var guidePaths: [String: String] = [:]
    var stepIDs: [String: [[String]]] = [:]
    for page in pages where page.kind != .overview {
      let ids = StepIDs(page.subject.guides).byGuide
      for guide in page.subject.guides {
        guidePaths[page.edition.prefix + guide.id] = page.path
        stepIDs[page.edition.prefix + guide.id] = ids[guide.id]
      }
    }
    self.guidePaths = guidePaths
    self.stepIDs = stepIDs
  }

  /// Where a step is shown, from the site's root; nil where the edition does not show its guide.
  /// - Parameter prefix: the edition's folder.
  func path(of position: StepPosition, in guide: Guide, prefix: String) -> String? {
    guard let path = guidePaths[prefix + guide.id], let ids = stepIDs[prefix + guide.id],
      ids.indices.contains(position.procedure),
      ids[position.procedure].indices.contains(position.ordinal - 1)
    else { return nil }
    return "\(path)#\(ids[position.procedure][position.ordinal - 1])"
  }

  /// From the site's root; the client's own page where the edition does not show the guide.
  func path(of guide: Guide, _ edition: Edition) -> String {
    guidePaths[edition.prefix + guide.id]
      ?? "\(edition.prefix)clients/\(guide.clientID ?? "")/index.html"
  }

  func contains(_ path: String) -> Bool { paths.contains(path) }
}
