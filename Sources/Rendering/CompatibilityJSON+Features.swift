import GuideModel

/// The features of the list with who supports them.
extension CompatibilityJSON {
  func features() -> Value {
    object(list.features.map { ($0.id, feature($0)) })
  }

  private func feature(_ feature: Feature) -> Value {
    var members: [(String, Value)] = [("name", .array(site.names(of: feature).map(name)))]
    if !feature.aliases.isEmpty { members.append(("aliases", .strings(feature.aliases))) }
    let descriptions = site.descriptions(of: feature)
    if !descriptions.isEmpty {
      members.append(("description", .array(descriptions.map(sourcedText))))
    }
    if !feature.specifications.isEmpty {
      members.append(
        ("spec_urls", .strings(feature.specifications.map { AddressText.encoded($0.value) })))
    }
    members += [("status", status(feature)), ("support", support(feature))]
    let places = feature.specifications.flatMap(\.evidence)
    if !places.isEmpty {
      members.append(("provenance", object([("spec_urls", object(known(places)))])))
    }
    return object(members)
  }

  private func name(_ name: (language: String, text: String, evidence: [Evidence])) -> Value {
    var members: [(String, Value)] = [
      ("lang", .string(name.language)), ("text", .string(name.text)),
    ]
    if !name.evidence.isEmpty { members += known(name.evidence) }
    return object(members)
  }

  private func status(_ feature: Feature) -> Value {
    let curated = feature.curatedStatus
    let successors = curated?.value.supersededBy ?? feature.supersededBy
    var members: [(String, Value)] = [
      ("standard_track", .boolean(curated?.value.isStandard ?? feature.isStandard)),
      ("deprecated", .boolean(curated?.value.isDeprecated ?? feature.isDeprecated)),
    ]
    if !successors.isEmpty { members.append(("superseded_by", .strings(successors))) }
    if let curated { members += known(curated.evidence) }
    return object(members)
  }

  private func support(_ feature: Feature) -> Value {
    var members: [(String, Value)] = []
    for cell in list.cells(feature: feature.id) {
      let mine = list.rows[cell].filter { $0.level != nil }
      if let client = mine.first?.client.id {
        members.append((client, .array(mine.map(statement))))
      }
    }
    return object(members)
  }

  private func statement(_ row: CompatibilityList.Row) -> Value {
    var members: [(String, Value)] = [
      ("level", .string(row.level?.rawValue ?? "")), ("versions", versions(row.versions)),
      ("basis", .string(row.basis.rawValue)),
    ]
    if !row.requirements.isEmpty {
      members.append(("requires", .array(row.requirements.map(requirement))))
    }
    if !row.notes.isEmpty { members.append(("notes", .array(row.notes.map(text)))) }
    if let guide = row.guide { members.append(("guide", self.guide(guide))) }
    members.append(("evidence", references(row.evidence)))
    if let verification = row.verification { members.append(("verified", verified(verification))) }
    return object(members)
  }

  private func versions(_ versions: Versions) -> Value {
    var members: [(String, Value)]
    switch versions.scope {
    case .unspecified: return object([("scope", .string("unspecified"))])
    case .all: members = [("scope", .string("all"))]
    case .listed(let listed):
      members = [("scope", .string("listed")), ("listed", .strings(listed))]
    case .range(let from, let through):
      members = [("scope", .string("range"))]
      if let from { members.append(("from", .string(from))) }
      if let through { members.append(("through", .string(through))) }
    }
    members.append(("as_written", .string(versions.asWritten)))
    return object(members)
  }

  private func requirement(_ requirement: Requirement) -> Value {
    var members: [(String, Value)] = [
      ("type", .string(requirement.kind.rawValue)), ("text", text(requirement.excerpt)),
    ]
    if let step = requirement.step { members.append(("step", .string(step))) }
    return object(members)
  }

  private func guide(_ guide: Guide) -> Value {
    let steps = guide.procedures.lazy.filter { $0.kind == .setup }.flatMap(\.steps)
    var members: [(String, Value)] = [
      ("id", .string(guide.id)), ("url", .string(site.address(of: guide))),
      ("steps", .integer(guide.setupStepCount)),
      ("images", .integer(steps.reduce(0) { $0 + $1.imageCount })),
    ]
    if !guide.entryPoints.isEmpty {
      members.append(("entry_points", .strings(guide.entryPoints.map(\.label))))
    }
    return object(members)
  }

  private func verified(_ verification: Verification) -> Value {
    var members: [(String, Value)] = [("on", .string(verification.on.text))]
    if let by = verification.by { members.append(("by", .string(by))) }
    members.append(("method", .string(verification.method.rawValue)))
    if let version = verification.clientVersion {
      members.append(("client_version", .string(version)))
    }
    if let system = verification.system { members.append(("os", .string(system))) }
    members.append(("evidence", references([verification.evidence])))
    return object(members)
  }
}

extension SiteRenderer {
  /// Where a guide is published: from the site's root where the site's address is not told.
  func address(of guide: Guide) -> String {
    (settings.baseURL ?? "") + AddressText.encoded(path: clientAddresses.path(of: guide, main))
  }
}

extension Step {
  /// Its own pictures and those of its substeps.
  var imageCount: Int { substeps.reduce(images.count) { $0 + $1.images.count } }
}
