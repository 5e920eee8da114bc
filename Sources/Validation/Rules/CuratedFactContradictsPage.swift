import GuideModel
import SourceText

extension Rule {
  static let curatedFactContradictsPage = Rule(
    name: "curated-fact-contradicts-page", severity: .warning,
    summary: "a curated data file says something else of a client than a page does",
    explanation: """
      Customers read the page, programs read the list that is made of both. Find out which of the two \
      is right, and correct the other one. Until then, the page's price and home page are published, \
      and of support levels both, each with how it is known.
      """,
    wrong: Example(
      "by hand on the page, fully in the data", Rule.curatedExample,
      curated: .oneStatement(level: .native, of: "thunderbird", for: "imap")),
    right: Example(
      "the same in both", Rule.curatedExample,
      curated: .oneStatement(level: .manual, of: "thunderbird", for: "imap")),
    siteCheck: { index in
      CuratedContradiction.all(in: index.library).map { found in
        (
          found.curated.path,
          Finding(
            range: found.curated.range, message: found.message,
            notes: [.init("the page says so here", at: found.page.place)],
            help: "correct the one that is wrong", subject: found.clientID)
        )
      }
    })

  private static let curatedExample = "*IMAP\n**対応メールソフト\n-手動対応ソフト\n--Thunderbird\n"
}

/// A curated fact and what a page says instead.
struct CuratedContradiction {
  let clientID: String
  let message: String
  let curated: Evidence
  let page: Evidence

  /// Each curated fact is held against the first page that says something else.
  static func all(in library: GuideLibrary) -> [CuratedContradiction] {
    let curated = library.curated
    guard !curated.files.isEmpty else { return [] }
    let onPages = Dictionary(grouping: library.pages.lazy.flatMap(\.clients), by: \.id)
    let statements = Dictionary(grouping: library.pages.lazy.flatMap(\.statements)) {
      [$0.clientID, $0.featureID]
    }
    return curated.clients.flatMap { client in
      [
        prices(of: client, onPages[client.id] ?? []),
        homePages(of: client, onPages[client.id] ?? []),
      ]
      .compactMap { $0 }
    }
      + curated.statements.compactMap { statement in
        levels(of: statement, statements[[statement.clientID, statement.featureID]] ?? [])
      }
  }

  private static func prices(
    of client: CuratedClient, _ onPages: [Client]
  ) -> CuratedContradiction? {
    guard let fact = client.distribution, let place = fact.evidence.first else { return nil }
    for other in onPages.map(\.distribution)
    where other.model != .unknown && other.model != fact.value {
      guard let page = other.evidence.first else { continue }
      return CuratedContradiction(
        clientID: client.id,
        message: "'\(client.id)' is '\(fact.value.rawValue)' here, but '\(other.asWritten)' "
          + "(\(other.model.rawValue)) on a page", curated: place, page: page)
    }
    return nil
  }

  private static func homePages(
    of client: CuratedClient, _ onPages: [Client]
  ) -> CuratedContradiction? {
    let ofPages = onPages.flatMap(\.links).filter { $0.relation == .homepage }
    guard let link = client.links.first(where: { $0.relation == .homepage }),
      let other = ofPages.first, !ofPages.contains(where: { $0.leadsWhere(link) }),
      link.movedTo == nil
    else { return nil }
    return CuratedContradiction(
      clientID: client.id,
      message:
        "the home page of '\(client.id)' is '\(link.url)' here, but '\(other.url)' on a page",
      curated: link.evidence, page: other.evidence)
  }

  private static func levels(
    of statement: SupportStatement, _ onPages: [SupportStatement]
  ) -> CuratedContradiction? {
    guard let level = statement.level else { return nil }
    for other in onPages where speaksOfSameVersion(statement.versions, other.versions) {
      guard let otherLevel = other.level, otherLevel != level, let page = other.evidence.first
      else { continue }
      return CuratedContradiction(
        clientID: statement.clientID,
        message: "'\(statement.clientID)' has \(level.rawValue) support of "
          + "'\(statement.featureID)' here, but \(otherLevel.rawValue) support on a page",
        curated: statement.levelAsWritten.evidence, page: page)
    }
    return nil
  }

  /// Nobody's version is that of the client as a whole: a claim on one version may well differ.
  private static func speaksOfSameVersion(_ one: Versions, _ other: Versions) -> Bool {
    switch (one.scope, other.scope) {
    case (.listed(let versions), .listed(let others)): versions.contains(where: others.contains)
    case (.all, .unspecified), (.unspecified, .all): true
    default: one.scope == other.scope
    }
  }
}

extension CuratedData {
  /// The data of a file that holds one statement, for examples.
  fileprivate static func oneStatement(
    level: SupportLevel, of client: String, for feature: String
  ) -> CuratedData {
    let lines = [
      "\(client):", "  source: https://\(client).example/help", "  support:",
      "    \(feature):", "      level: \(level.rawValue)", "      notes: see the help page",
    ]
    let text = lines.map { $0 + "\n" }.joined()
    let file = SourceFile(path: "clients.yml", text: text)
    let start = lines.prefix(4).reduce(0) { $0 + $1.utf8.count + 1 } + "      level: ".utf8.count
    let place = Evidence(
      path: file.path, range: SourceRange(start, start + level.rawValue.utf8.count))
    var data = CuratedData()
    data.files[file.path] = file
    data.clients = [
      CuratedClient(
        id: client, evidence: Evidence(path: file.path, range: SourceRange(0, client.utf8.count)))
    ]
    data.statements = [
      SupportStatement(
        clientID: client, featureID: feature, level: level,
        levelAsWritten: Excerpt(level.rawValue, evidence: place), basis: .curated,
        versions: .unspecified, evidence: [place])
    ]
    return data
  }
}
