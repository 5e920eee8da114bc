/// Reads a published list of any 1.x schema: strict in what is compared, silent on what later schemas
/// add.
struct PublishedListReader {
  private let evidence: [String: PublishedList.Place]

  static func read(_ bytes: [UInt8]) throws(ListFault) -> PublishedList {
    do throws(PlacedFault) {
      return try list(ListObject(JSONReader.read(bytes), "the list"))
    } catch {
      throw ListFault(error, in: bytes)
    }
  }

  private static func list(_ root: ListObject) throws(PlacedFault) -> PublishedList {
    guard let meta = try root.objectIfThere("__meta"), root["clients"] != nil else {
      throw PlacedFault(
        "this is no compatibility list: '__meta' or 'clients' is missing", at: root.node)
    }
    try checkVersion(meta)
    let asOf = try meta.day("as_of")
    let (paths, digests) = try sources(root.object("sources"))
    let reader = PublishedListReader(
      evidence: try places(root.object("evidence"), paths: paths))
    let clients = try reader.clients(root.object("clients"))
    let ids = Set(clients.map(\.id))
    let features = try root.object("features")
    var cells: [PublishedList.Cell] = []
    for member in features.members {
      cells += try reader.cells(member, clients: ids)
    }
    return PublishedList(
      asOf: asOf, schema: try root.textIfThere("$schema") ?? "", sources: digests,
      clients: clients, features: try reader.features(features), cells: cells)
  }

  private static func checkVersion(_ meta: ListObject) throws(PlacedFault) {
    let node = try meta.required("schema_version")
    let version = try meta.text("schema_version")
    let parts = version.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ UInt16($0) != nil }) else {
      throw PlacedFault("'\(version)' is no schema version such as 1.0.0", at: node)
    }
    guard parts[0] == "1" else {
      throw PlacedFault(
        "this list has schema \(version), of which this wikiguide knows nothing; it reads 1.x",
        at: node)
    }
  }

  // MARK: - Sources and evidence

  private static func sources(
    _ sources: ListObject
  ) throws(PlacedFault) -> (paths: [String: String], digests: [String: String]) {
    var paths: [String: String] = [:]
    var digests: [String: String] = [:]
    for member in sources.members {
      let source = try ListObject(member.value, "the source '\(member.key)'")
      let url = try source.textIfThere("url")
      let path = try source.textIfThere("path") ?? url ?? member.key
      paths[member.key] = path
      digests[path] = try source.textIfThere("sha256") ?? ""
    }
    return (paths, digests)
  }

  private static func places(
    _ evidence: ListObject, paths: [String: String]
  ) throws(PlacedFault) -> [String: PublishedList.Place] {
    var places: [String: PublishedList.Place] = [:]
    places.reserveCapacity(evidence.members.count)
    for member in evidence.members {
      let place = try ListObject(member.value, "the evidence '\(member.key)'")
      let source = try place.text("source")
      guard let path = paths[source] else {
        throw PlacedFault("there is no source '\(source)'", at: try place.required("source"))
      }
      let line = try place.count("line") ?? 0
      let end = try place.count("end_line") ?? line
      places[member.key] = PublishedList.Place(
        path: path, lines: line...max(line, end), quote: try place.textIfThere("quote") ?? "")
    }
    return places
  }

  private func places(_ object: ListObject) throws(PlacedFault) -> [PublishedList.Place] {
    var places: [PublishedList.Place] = []
    for node in try object.elements("evidence") {
      let id = try ListObject.text(node, "an element of 'evidence' of \(object.title)")
      guard let place = evidence[id] else {
        throw PlacedFault("there is no evidence '\(id)'", at: node)
      }
      places.append(place)
    }
    return places
  }

  // MARK: - Clients and features

  private func clients(_ clients: ListObject) throws(PlacedFault) -> [PublishedList.Entry] {
    try clients.members.map { member throws(PlacedFault) in
      let client = try ListObject(member.value, "the client '\(member.key)'")
      let name = try client.text("name")
      let aliases = try client.texts("aliases")
      var facts = [
        PublishedList.Fact(.name, [name], try places(client)),
        try fact(.kind, "kind", client), try fact(.vendor, "vendor", client),
        try fact(.platforms, "platforms", client), try fact(.license, "software_license", client),
        try fact(.lifecycle, "lifecycle", client), try fact(.distribution, "distribution", client),
      ]
      facts += try links(client)
      return PublishedList.Entry(
        id: member.key, name: name, aliases: aliases, asWritten: try client.texts("as_written"),
        facts: facts)
    }
  }

  private func fact(
    _ aspect: ListAspect, _ key: String, _ object: ListObject
  ) throws(PlacedFault) -> PublishedList.Fact {
    guard let node = object[key] else { return PublishedList.Fact(aspect, []) }
    let words = FactWords.words(node)
    guard case .object = node.content else { return PublishedList.Fact(aspect, words) }
    return PublishedList.Fact(
      aspect, words, try places(ListObject(node, "'\(key)' of \(object.title)")))
  }

  private func links(_ client: ListObject) throws(PlacedFault) -> [PublishedList.Fact] {
    var addresses: [String] = []
    var moved: [String] = []
    var statuses: [String] = []
    var evidence: [PublishedList.Place] = []
    for link in try client.objects("links") {
      let url = try link.text("url")
      addresses.append("\(try link.text("rel")) \(url)")
      evidence += try places(link)
      if let target = link["moved_to"] {
        moved.append("\(url) → \(FactWords.words(target).joined(separator: ", "))")
      }
      if let status = try link.objectIfThere("check")?.textIfThere("status"),
        status != "unchecked"
      {
        statuses.append("\(url): \(status)")
      }
    }
    return [
      PublishedList.Fact(.links, addresses, evidence), PublishedList.Fact(.movedLinks, moved),
      PublishedList.Fact(.linkStatus, statuses),
    ]
  }

  private func features(_ features: ListObject) throws(PlacedFault) -> [PublishedList.Entry] {
    try features.members.map { member throws(PlacedFault) in
      let feature = try ListObject(member.value, "the feature '\(member.key)'")
      let names = try texts(.name, "name", feature)
      let aliases = try feature.texts("aliases")
      let status = try feature.objectIfThere("status")
      return PublishedList.Entry(
        id: member.key, name: names.words.first ?? member.key, aliases: aliases,
        asWritten: names.words,
        facts: [
          names,
          try texts(.description, "description", feature),
          PublishedList.Fact(
            .standard, try status?.boolean("standard_track").map { ["\($0)"] } ?? []),
          PublishedList.Fact(
            .deprecated, try status?.boolean("deprecated").map { ["\($0)"] } ?? []),
          PublishedList.Fact(.successors, try status?.texts("superseded_by") ?? []),
          PublishedList.Fact(
            .specifications, feature["spec_urls"].map(FactWords.words) ?? []),
        ])
    }
  }

  /// A list of texts, each with its evidence.
  private func texts(
    _ aspect: ListAspect, _ key: String, _ object: ListObject
  ) throws(PlacedFault) -> PublishedList.Fact {
    var words: [String] = []
    var evidence: [PublishedList.Place] = []
    for text in try object.objects(key) {
      words.append(try text.text("text"))
      evidence += try places(text)
    }
    return PublishedList.Fact(aspect, words, evidence)
  }

  // MARK: - Statements

  private func cells(
    _ feature: JSONNode.Member, clients: Set<String>
  ) throws(PlacedFault) -> [PublishedList.Cell] {
    let support = try ListObject(feature.value, "the feature '\(feature.key)'").object("support")
    var cells: [PublishedList.Cell] = []
    for member in support.members {
      guard clients.contains(member.key) else {
        throw PlacedFault("there is no client '\(member.key)'", at: member.value)
      }
      let title = "'\(member.key)' in the feature '\(feature.key)'"
      for statement in try ListObject.objects(member.value, title) {
        cells += try self.cells(statement, feature: feature.key, client: member.key)
      }
    }
    return cells
  }

  private func cells(
    _ statement: ListObject, feature: String, client: String
  ) throws(PlacedFault) -> [PublishedList.Cell] {
    let word = try statement.text("level")
    guard let level = ListedLevel(rawValue: word) else {
      throw PlacedFault("there is no level '\(word)'", at: try statement.required("level"))
    }
    let guide = try statement.objectIfThere("guide")
    var facts = [
      PublishedList.Fact(.level, [word], try places(statement)),
      try texts(.notes, "notes", statement), try requirements(statement),
      PublishedList.Fact(.basis, try statement.textIfThere("basis").map { [$0] } ?? []),
      try fact(.verified, "verified", statement),
    ]
    if let guide { facts += try self.facts(of: guide) }
    return try versions(statement).map { version in
      PublishedList.Cell(
        feature: feature, client: client, version: version, level: level, facts: facts,
        hasGuide: guide != nil)
    }
  }

  private func requirements(_ statement: ListObject) throws(PlacedFault) -> PublishedList.Fact {
    var words: [String] = []
    var evidence: [PublishedList.Place] = []
    for requirement in try statement.objects("requires") {
      let text = try requirement.object("text")
      words.append(try text.text("text"))
      evidence += try places(text)
    }
    return PublishedList.Fact(.requirements, words, evidence)
  }

  private func facts(of guide: ListObject) throws(PlacedFault) -> [PublishedList.Fact] {
    [
      PublishedList.Fact(.guide, [try guide.text("id")]),
      PublishedList.Fact(.steps, try guide.count("steps").map { ["\($0)"] } ?? []),
      PublishedList.Fact(.images, try guide.count("images").map { ["\($0)"] } ?? []),
      PublishedList.Fact(.entryPoints, try guide.texts("entry_points")),
    ]
  }

  private func versions(_ statement: ListObject) throws(PlacedFault) -> [VersionKey] {
    let versions = try statement.object("versions")
    let scope = try versions.text("scope")
    switch scope {
    case "unspecified": return [.unspecified]
    case "all": return [.all]
    case "listed":
      let listed = try versions.texts("listed")
      guard !listed.isEmpty else {
        throw PlacedFault("\(versions.title) lists no version", at: versions.node)
      }
      return listed.map { .listed($0) }
    case "range":
      return [
        .range(
          from: try versions.textIfThere("from"), through: try versions.textIfThere("through"))
      ]
    default:
      throw PlacedFault("there is no scope '\(scope)'", at: try versions.required("scope"))
    }
  }
}

extension PublishedList {
  /// How many bytes it may have.
  package static let maximumSize = JSONReader.maximumSize

  /// Takes a list as it was published, in bytes of JSON.
  package init(_ bytes: [UInt8]) throws(ListFault) { self = try PublishedListReader.read(bytes) }
}
