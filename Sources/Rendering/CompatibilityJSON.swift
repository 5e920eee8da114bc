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
  private let evidence: EvidenceNumbers
  private let facts: CompatibilityFacts

  init(_ list: CompatibilityList, site: SiteRenderer) {
    self.list = list
    self.site = site
    settings = site.settings
    directory = site.library.directory
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

  func bytes() -> [UInt8] {
    var json = JSONOutput(
      .indented, capacity: 65_536 + 512 * (evidence.paths.count + evidence.places.count))
    json.open("{")
    json.add("$schema", Self.schemaAddress(settings))
    json.key("__meta")
    json.add(meta())
    json.key("sources")
    addSources(to: &json)
    json.key("clients")
    json.add(clients())
    json.key("features")
    json.add(features())
    json.key("evidence")
    addEvidence(to: &json)
    json.close("}")
    json.end()
    return json.bytes
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
    let answered = list.cells.count { cell in list.rows[cell].contains { $0.level != nil } }
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
        ("unknown", list.clients.count * list.features.count - answered),
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

  private func addSources(to json: inout JSONOutput) {
    json.open("{")
    for (number, path) in evidence.paths.enumerated() {
      if let file = site.library.curated.files[path] {
        json.key("S\(number + 1)")
        open(file, title: path, language: settings.language, markup: "yaml", in: &json)
      } else if let page = site.pagesByPath[path] {
        json.key("S\(number + 1)")
        open(
          page.document.file, title: page.title, language: site.language(of: page),
          markup: page.document.dialect.rawValue, in: &json)
        if let base = settings.baseURL, let slug = directory[page]?.slug {
          json.add("url", base + AddressText.encoded("pages/\(slug)/"))
        }
      } else {
        continue
      }
      json.close("}")
    }
    json.close("}")
  }

  /// What is said of pages and other files alike.
  private func open(
    _ file: SourceFile, title: String, language: String, markup: String, in json: inout JSONOutput
  ) {
    json.open("{")
    json.add("path", file.path)
    json.add("title", title)
    json.add("lang", language)
    json.add("markup", markup)
    json.add("sha256", settings.digests[file.path] ?? "")
    json.add("lines", LineCount.lines(of: file))
  }

  private func addEvidence(to json: inout JSONOutput) {
    json.open("{")
    var source = 0
    var lines: LineCount?
    for (number, place) in evidence.places.enumerated() {
      if source == 0 || evidence.paths[source - 1] != place.path {
        source += 1
        lines = file(place.path).map { LineCount($0) }
      }
      json.key("E\(number + 1)")
      json.open("{")
      json.add("source", "S\(source)")
      let range = lines?.lines(of: place.range) ?? 1...1
      json.add("line", range.lowerBound)
      if range.count > 1 { json.add("end_line", range.upperBound) }
      json.key("quote")
      json.add(lines?.quote(place.range) ?? [])
      if let reference = site.library.curated.references[place] {
        json.add("reference", reference)
      }
      json.close("}")
    }
    json.close("}")
  }

  private func file(_ path: String) -> SourceFile? {
    site.pagesByPath[path]?.document.file ?? site.library.curated.files[path]
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
