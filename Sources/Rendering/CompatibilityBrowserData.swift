import GuideModel

/// The compatibility list in the shape of MDN's browser-compat-data, for programs that read that:
/// clients as browsers, features nested by the parts of their ids.
///
/// That a page names version 6 says nothing of when it began: `≤6` is as much as can be said. What
/// the shape cannot say is left out and counted in `__lossy`.
struct CompatibilityBrowserData {
  private typealias Value = JSONText.Value

  private let list: CompatibilityList
  private let site: SiteRenderer
  /// Counts of zero are told too: nobody need guess.
  private var losses = CompatibilityLosses([
    "statements without version", "untested statements", "denials beside support",
    "versions of denials", "last versions",
  ])
  private var statements: [String: [(client: String, values: [Value])]] = [:]

  init(_ list: CompatibilityList, site: SiteRenderer) {
    self.list = list
    self.site = site
    for feature in list.features {
      for cell in list.cells(feature: feature.id) {
        let rows = list.rows[cell]
        let values = support(rows.filter { $0.level != nil })
        if let client = rows.first?.client.id, !values.isEmpty {
          statements[feature.id, default: []].append((client, values))
        }
      }
    }
    countLosses()
  }

  var export: CompatibilityExport {
    let meta: Value = .object([
      ("generator", CompatibilityJSON.generator(site.settings)),
      ("timestamp", .string(site.settings.asOf)), ("lossy", .boolean(true)),
    ])
    let lossy: Value = .object(
      losses.counts.map {
        (
          key: $0.name.split(separator: " ").joined(separator: "_"), value: .integer($0.count)
        )
      })
    let versions = versionsByClient
    var members: [(key: String, value: Value)] = [
      ("__meta", meta), ("__lossy", lossy),
      ("browsers", .object(list.clients.map { browser($0, versions) })),
    ]
    members += Node(list.features.map { (Self.place(of: $0)[...], compat($0)) }).members
    return CompatibilityExport(bytes: JSONText.bytes(.object(members)), losses: losses)
  }

  /// The parts of a feature's id; what a page named "Browsers" is about must not hide the clients.
  private static func place(of feature: Feature) -> [Substring] {
    let parts = feature.id.split(separator: ".")
    return parts.first == "browsers" ? ["features"] + parts : parts
  }

  // MARK: - Clients

  private func browser(
    _ client: Client, _ versionsByClient: [String: [String]]
  ) -> (key: String, value: Value) {
    let versions = versionsByClient[client.id] ?? []
    return (
      client.id,
      .object([
        ("name", .string(client.name)), ("type", .string(client.kind.rawValue)),
        ("releases", .object(versions.map { (key: $0, value: .object([])) })),
      ])
    )
  }

  /// The versions that rows name, each once, by the ids of clients.
  private var versionsByClient: [String: [String]] {
    var versions: [String: [String]] = [:]
    var seen: Set<[String]> = []
    for row in list.rows {
      for version in Self.named(row.versions)
      where seen.insert([row.client.id, version]).inserted {
        versions[row.client.id, default: []].append(version)
      }
    }
    return versions
  }

  private static func named(_ versions: Versions) -> [String] {
    switch versions.scope {
    case .listed(let listed): listed
    case .range(let from, let through): [from, through].compactMap { $0 }
    case .all, .unspecified: []
    }
  }

  // MARK: - Features

  private func compat(_ feature: Feature) -> Value {
    let status = feature.curatedStatus?.value
    var members: [(key: String, value: Value)] = [("description", .string(feature.name))]
    switch feature.specifications.count {
    case 0: break
    case 1: members.append(("spec_url", .string(feature.specifications[0].value)))
    default: members.append(("spec_url", .strings(feature.specifications.map(\.value))))
    }
    members += [
      (
        "support",
        .object((statements[feature.id] ?? []).map { (key: $0.client, value: .array($0.values)) })
      ),
      (
        "status",
        .object([
          ("experimental", .boolean(false)),
          ("standard_track", .boolean(status?.isStandard ?? feature.isStandard)),
          ("deprecated", .boolean(status?.isDeprecated ?? feature.isDeprecated)),
        ])
      ),
    ]
    return .object(members)
  }

  /// The statements of one cell; one that says "not" stands alone or not at all.
  private mutating func support(_ rows: [CompatibilityList.Row]) -> [Value] {
    var values: [Value] = []
    let works = rows.filter { $0.level != .unsupported && $0.level != .untested }
    losses.add("untested statements", rows.count { $0.level == .untested })
    for row in works {
      guard let range = range(row.versions) else {
        losses.add("statements without version", 1)
        continue
      }
      values.append(.object(range + details(row)))
    }
    let denials = rows.filter { $0.level == .unsupported }
    guard let denial = denials.first else { return values }
    guard works.isEmpty else {
      losses.add("denials beside support", denials.count)
      return values
    }
    losses.add("versions of denials", denials.count { $0.versions.scope != .unspecified })
    return [.object([("version_added", .boolean(false))] + notes(denial))]
  }

  private mutating func range(_ versions: Versions) -> [(key: String, value: Value)]? {
    switch versions.scope {
    case .listed(let listed):
      // The shape takes what works in 6 to work in 7 as well.
      losses.add("last versions", 1)
      return listed.first.map { [("version_added", .string("≤" + $0))] }
    case .range(let from, let through):
      return [("version_added", .string(from ?? "≤" + (through ?? "")))]
        + (through.map { [("version_last", .string($0))] } ?? [])
    case .all, .unspecified: return nil
    }
  }

  private mutating func details(
    _ row: CompatibilityList.Row
  ) -> [(key: String, value: Value)] {
    switch row.level {
    case .manual?, .partial?: [("partial_implementation", .boolean(true))] + notes(row)
    case .native?, .unsupported?, .untested?, nil: notes(row)
    }
  }

  private func notes(_ row: CompatibilityList.Row) -> [(key: String, value: Value)] {
    // The shape takes a little HTML in notes.
    let texts = row.notes.map { HTMLText.escaped($0.text) }
    return texts.isEmpty ? [] : [("notes", .strings(texts))]
  }

  private mutating func countLosses() {
    let rows = list.rows
    losses.add("levels of unknown words", rows.count { $0.level == nil })
    losses.add("requirements", rows.reduce(0) { $0 + $1.requirements.count })
    losses.add("links to guides", rows.count { $0.guide != nil })
    losses.add("verifications", rows.count { $0.verification != nil })
    losses.add("lines of evidence", Set(rows.flatMap(\.evidence)).count)
  }

  /// Features by the first parts of their ids.
  private struct Node {
    let members: [(key: String, value: Value)]

    init(_ features: [(parts: ArraySlice<Substring>, value: Value)]) {
      var names: [Substring] = []
      var children: [Substring: [(parts: ArraySlice<Substring>, value: Value)]] = [:]
      var members: [(key: String, value: Value)] = []
      for feature in features {
        guard let first = feature.parts.first else {
          members.append(("__compat", feature.value))
          continue
        }
        if children[first] == nil { names.append(first) }
        children[first, default: []].append((feature.parts.dropFirst(), feature.value))
      }
      for name in names {
        members.append((String(name), .object(Node(children[name] ?? []).members)))
      }
      self.members = members
    }
  }
}
