import GuideModel
import SourceText
import Syntax

/// The compatibility list as JSON after `schema-1.json`: every fact with how it is known and with the
/// lines it came from.
///
/// Members stand in the order of the schema, clients, features and support by id, evidence by place.
struct CompatibilityJSON {
  typealias Value = JSONText.Value

  let list: CompatibilityList
  let site: SiteRenderer
  let settings: RenderSettings
  private let directory: PageDirectory
  private var lines: SourceLines
  private let evidence: EvidenceNumbers
  private let facts: CompatibilityFacts

  init(_ list: CompatibilityList, site: SiteRenderer) {
    self.list = list
    self.site = site
    settings = site.settings
    directory = site.library.directory
    lines = SourceLines(pages: site.pagesByPath, files: site.library.curated.files)
    facts = CompatibilityFacts(list, site: site)
    evidence = EvidenceNumbers(facts)
  }

  /// That of the shape; `CompatibilityList.md` in the documentation tells its history.
  static let schemaVersion = "1.1.0"

  /// The schema; it names itself as seen from the list beside which it is published.
  static var schema: [UInt8] { BuiltInFiles.listSchema }

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
    .object([
      ("schema_version", .string(Self.schemaVersion)), ("generator", Self.generator(settings)),
      ("as_of", .string(settings.asOf)), ("stats", statistics()),
    ])
  }

  static func generator(_ settings: RenderSettings) -> Value {
    .object([
      ("name", .string("wikiguide")), ("version", .string(settings.generatorVersion)),
    ])
  }

  /// What there is and what is missing, in numbers.
  private func statistics() -> Value {
    let known = list.rows.filter { $0.level != nil }
    let answered = Set(known.map { [$0.feature.id, $0.client.id] })
    let bases: [SupportStatement.Basis] = [.stated, .heading, .curated, .tested]
    let stats: [(String, Int)] =
      [
        ("clients", list.clients.count), ("features", list.features.count),
        ("statements", known.count),
      ]
      + SupportLevel.allCases.map { level in
        (level.rawValue, known.count { $0.level == level })
      }
      + [
        ("cells", list.clients.count * list.features.count),
        ("unknown", list.clients.count * list.features.count - answered.count),
        ("with_guide", known.count { $0.guide != nil }),
        ("verified", known.count { $0.verification != nil }),
      ]
      + bases.map { basis in ("basis_\(basis.rawValue)", known.count { $0.basis == basis }) }
      + [("facts", facts.count), ("facts_without_source", facts.unsourced)]
    return object(stats.map { ($0.0, .integer($0.1)) })
  }

  func object(_ members: [(String, Value)]) -> Value {
    .object(members.map { (key: $0.0, value: $0.1) })
  }

  // MARK: - Sources and evidence

  private mutating func sources() -> Value {
    var members: [(String, Value)] = []
    for (number, path) in evidence.paths.enumerated() {
      guard let source = source(path) else { continue }
      members.append(("S\(number + 1)", object(source)))
    }
    return object(members)
  }

  private func source(_ path: String) -> [(String, Value)]? {
    if let file = site.library.curated.files[path] {
      return source(file, title: path, language: settings.language, markup: "yaml")
    }
    guard let page = site.pagesByPath[path] else { return nil }
    let url = settings.baseURL.flatMap { base in
      directory[page].map { base + AddressText.encoded("pages/\($0.slug)/") }
    }
    return source(
      page.document.file, title: page.title, language: site.language(of: path),
      markup: page.document.dialect.rawValue)
      + (url.map { [("url", .string($0))] } ?? [])
  }

  private func source(
    _ file: SourceFile, title: String, language: String, markup: String
  ) -> [(String, Value)] {
    [
      ("path", .string(file.path)), ("title", .string(title)), ("lang", .string(language)),
      ("markup", .string(markup)), ("sha256", .string(settings.digests[file.path] ?? "")),
      ("lines", .integer(LineIndex(file).lineCount(of: file))),
    ]
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
      if let reference = site.library.curated.references[place] {
        text.append(("reference", .string(reference)))
      }
      members.append(("E\(number + 1)", object(text)))
    }
    return object(members)
  }

  // MARK: - Parts of facts

  func references(_ places: [Evidence]) -> Value {
    .strings(evidence.numbers(of: places))
  }

  /// How a fact is known, and where it stands.
  func known(_ places: [Evidence]) -> [(String, Value)] {
    [
      ("basis", .string(site.library.curated.basis(of: places).rawValue)),
      ("evidence", references(places)),
    ]
  }

  func text(_ excerpt: Excerpt) -> Value { object(words(excerpt)) }

  /// Words with how it is known what they say.
  func sourcedText(_ excerpt: Excerpt) -> Value {
    object(Array(words(excerpt).dropLast()) + known([excerpt.evidence]))
  }

  private func words(_ excerpt: Excerpt) -> [(String, Value)] {
    [
      ("lang", .string(site.language(of: excerpt))), ("text", .string(excerpt.text)),
      ("evidence", references([excerpt.evidence])),
    ]
  }
}
