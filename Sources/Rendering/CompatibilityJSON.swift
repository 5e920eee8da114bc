import GuideModel
import SourceText
import Syntax

/// The compatibility list as JSON after `schema-1.json`: every fact with the lines it came from.
struct CompatibilityJSON {
  private typealias Value = JSONText.Value

  private let list: CompatibilityList
  private let site: SiteRenderer
  private let settings: RenderSettings
  private let directory: PageDirectory
  private var lines: SourceLines
  private let evidence: EvidenceNumbers

  init(_ list: CompatibilityList, site: SiteRenderer) {
    self.list = list
    self.site = site
    settings = site.settings
    directory = site.library.directory
    lines = SourceLines(pages: site.pagesByPath)
    evidence = EvidenceNumbers(list, site: site)
  }

  /// The published address of the schema, or its name beside the list where no address is known.
  static func schemaAddress(_ settings: RenderSettings) -> String {
    (settings.baseURL.map { $0 + "compatibility/" } ?? "") + "schema-1.json"
  }

  mutating func bytes() -> [UInt8] {
    JSONText.bytes(
      .object([
        ("$schema", .string(Self.schemaAddress(settings))), ("__meta", meta()),
        ("sources", sources()), ("clients", clients()), ("features", features()),
        ("evidence", evidenceTexts()),
      ]))
  }

  private func meta() -> Value {
    let known = list.rows.filter { $0.level != nil }
    let levels = SupportLevel.allCases.map { level in
      (level.rawValue, Value.integer(known.count { $0.level == level }))
    }
    let stats: [(String, Value)] =
      [
        ("clients", .integer(list.clients.count)), ("features", .integer(list.features.count)),
        ("statements", .integer(known.count)),
      ] + levels + [
        ("with_guide", .integer(known.count { $0.guide != nil })), ("verified", .integer(0)),
      ]
    return .object([
      ("schema_version", .string("1.0.0")),
      (
        "generator",
        .object([
          ("name", .string("wikiguide")), ("version", .string(settings.generatorVersion)),
        ])
      ), ("as_of", .string(settings.asOf)), ("stats", object(stats)),
    ])
  }

  private func object(_ members: [(String, Value)]) -> Value {
    .object(members.map { (key: $0.0, value: $0.1) })
  }

  // MARK: - Sources and evidence

  private mutating func sources() -> Value {
    var members: [(String, Value)] = []
    for (number, path) in evidence.paths.enumerated() {
      guard let page = lines.page(Evidence(path: path, range: SourceRange(0, 0))) else { continue }
      let file = page.document.file
      var source: [(String, Value)] = [
        ("path", .string(path)), ("title", .string(page.title)),
        ("lang", .string(site.language(of: path))), ("markup", .string("pukiwiki")),
        ("sha256", .string(settings.digests[path] ?? "")),
        ("lines", .integer(LineIndex(file).lineCount(of: file))),
      ]
      if let base = settings.baseURL, let entry = directory[page] {
        source.append(("url", .string(base + AddressText.encoded("pages/\(entry.slug)/"))))
      }
      members.append(("S\(number + 1)", object(source)))
    }
    return object(members)
  }

  private mutating func evidenceTexts() -> Value {
    var members: [(String, Value)] = []
    for (number, place) in evidence.places.enumerated() {
      let range = lines.lines(of: place) ?? 1...1
      var text: [(String, Value)] = [
        ("source", .string(evidence.source(of: place))), ("line", .integer(range.lowerBound)),
      ]
      if range.count > 1 { text.append(("end_line", .integer(range.upperBound))) }
      text.append(("quote", .string(lines.quote(place))))
      members.append(("E\(number + 1)", object(text)))
    }
    return object(members)
  }

  private func references(_ places: [Evidence]) -> Value {
    .strings(evidence.numbers(of: places))
  }

  private func text(_ excerpt: Excerpt) -> Value {
    object([
      ("lang", .string(site.language(of: excerpt.evidence.path))), ("text", .string(excerpt.text)),
      ("evidence", references([excerpt.evidence])),
    ])
  }

  // MARK: - Clients

  private func clients() -> Value {
    object(list.clients.map { ($0.id, client($0)) })
  }

  private func client(_ client: Client) -> Value {
    var members: [(String, Value)] = [
      ("name", .string(client.name)), ("as_written", .strings(client.asWritten)),
    ]
    if !client.aliases.isEmpty { members.append(("aliases", .strings(client.aliases))) }
    members += [
      ("kind", .string(client.kind.rawValue)),
      ("distribution", distribution(client.distribution)),
      ("links", .array(client.links.map(link))), ("evidence", references(client.evidence)),
    ]
    return object(members)
  }

  private func distribution(_ distribution: Distribution) -> Value {
    var members: [(String, Value)] = [("model", .string(distribution.model.rawValue))]
    if distribution.model != .unknown {
      members += [
        ("as_written", .string(distribution.asWritten)),
        ("evidence", references(distribution.evidence)),
      ]
    }
    return object(members)
  }

  private func link(_ link: ClientLink) -> Value {
    object([
      ("rel", .string(link.relation.rawValue)), ("url", .string(AddressText.encoded(link.url))),
      ("evidence", references([link.evidence])),
      ("check", object([("status", .string("unchecked"))])),
      ("archive", object([("lookup_url", .string(Self.archiveLookup(link.url)))])),
    ])
  }

  /// A search for stored copies of a page; says nothing about whether there is one.
  static func archiveLookup(_ url: String) -> String {
    "https://web.archive.org/web/*/" + AddressText.encoded(url)
  }

  // MARK: - Features and statements

  private func features() -> Value {
    object(list.features.map { ($0.id, feature($0)) })
  }

  private func feature(_ feature: Feature) -> Value {
    let isASCII = feature.name.utf8.allSatisfy { $0 < 0x80 }
    var members: [(String, Value)] = [
      (
        "name",
        .array([
          object([
            ("lang", .string(isASCII ? "en" : "ja")), ("text", .string(feature.name)),
            ("evidence", references(feature.evidence)),
          ])
        ])
      )
    ]
    if !feature.aliases.isEmpty { members.append(("aliases", .strings(feature.aliases))) }
    let descriptions = site.descriptions(of: feature)
    if !descriptions.isEmpty { members.append(("description", .array(descriptions.map(text)))) }
    var status: [(String, Value)] = [
      ("standard_track", .boolean(feature.isStandard)),
      ("deprecated", .boolean(feature.isDeprecated)),
    ]
    if !feature.supersededBy.isEmpty {
      status.append(("superseded_by", .strings(feature.supersededBy)))
    }
    members.append(("status", object(status)))
    members.append(("support", support(feature)))
    return object(members)
  }

  private func support(_ feature: Feature) -> Value {
    var members: [(String, Value)] = []
    for client in list.clients {
      let mine = list.rows(feature: feature.id, client: client.id).filter { $0.level != nil }
      if !mine.isEmpty { members.append((client.id, .array(mine.map(statement)))) }
    }
    return object(members)
  }

  private func statement(_ row: CompatibilityList.Row) -> Value {
    var members: [(String, Value)] = [
      ("level", .string(row.level?.rawValue ?? "")), ("versions", versions(row)),
      ("basis", .string(row.basis.rawValue)),
    ]
    if !row.requirements.isEmpty {
      members.append(("requires", .array(row.requirements.map(requirement))))
    }
    if let note = row.note { members.append(("notes", .array([text(note)]))) }
    if let guide = row.guide { members.append(("guide", self.guide(guide, of: row.client))) }
    members.append(("evidence", references(row.evidence)))
    return object(members)
  }

  private func versions(_ row: CompatibilityList.Row) -> Value {
    guard let version = row.version else {
      return object([("scope", .string("unspecified"))])
    }
    return object([
      ("scope", .string("listed")), ("listed", .strings([version])),
      ("as_written", .string(row.versionsAsWritten)),
    ])
  }

  private func requirement(_ requirement: Requirement) -> Value {
    var members: [(String, Value)] = [
      ("type", .string(requirement.kind.rawValue)), ("text", text(requirement.excerpt)),
    ]
    if let step = requirement.step { members.append(("step", .string(step))) }
    return object(members)
  }

  private func guide(_ guide: Guide, of client: Client) -> Value {
    let steps = guide.setupSteps
    var members: [(String, Value)] = [
      ("id", .string(guide.id)),
      (
        "url",
        .string(
          (settings.baseURL ?? "")
            + AddressText.encoded(path: site.clientAddresses.path(of: guide, site.main)))
      ),
      ("steps", .integer(steps.count)),
      ("images", .integer(steps.reduce(0) { $0 + $1.imageCount })),
    ]
    if !guide.entryPoints.isEmpty {
      members.append(("entry_points", .strings(guide.entryPoints.map(\.label))))
    }
    return object(members)
  }
}

extension Step {
  /// Its own pictures and those of its substeps.
  var imageCount: Int { substeps.reduce(images.count) { $0 + $1.images.count } }
}
