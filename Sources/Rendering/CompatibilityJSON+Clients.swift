import GuideModel

/// The clients of the list: what pages and curators say of the programs themselves.
extension CompatibilityJSON {
  func clients() -> Value {
    object(list.clients.map { ($0.id, client($0)) })
  }

  private func client(_ client: Client) -> Value {
    var members: [(String, Value)] = [
      ("name", .string(client.name)), ("as_written", .strings(client.asWritten)),
    ]
    if !client.aliases.isEmpty { members.append(("aliases", .strings(client.aliases))) }
    members.append(("kind", .string(client.kind.rawValue)))
    if let vendor = client.vendor {
      members.append(("vendor", object([("name", .string(vendor.value))] + known(vendor.evidence))))
    }
    if let platforms = client.platforms {
      members.append(("platforms", .strings(platforms.value.map(Self.name))))
    }
    members.append(("distribution", distribution(client.distribution)))
    if let license = client.license { members.append(("software_license", .string(license.value))) }
    members.append(("links", .array(client.links.map(link))))
    if let lifecycle = client.lifecycle { members.append(("lifecycle", self.lifecycle(lifecycle))) }
    let provenance = provenance(of: client)
    if !provenance.isEmpty { members.append(("provenance", object(provenance))) }
    members.append(("evidence", references(client.evidence)))
    return object(members)
  }

  /// How members are known whose values have no room for it.
  private func provenance(of client: Client) -> [(String, Value)] {
    let kind = site.library.curated.client(client.id)?.kind
    return [
      ("kind", kind?.evidence), ("platforms", client.platforms?.evidence),
      ("software_license", client.license?.evidence),
    ].compactMap { name, places in places.map { (name, object(known($0))) } }
  }

  private static func name(_ platform: ClientProfile.Platform) -> String {
    switch platform {
    case .mac: "macos"
    case .windows, .linux, .ios, .android, .web: platform.rawValue
    }
  }

  private func distribution(_ distribution: Distribution) -> Value {
    var members: [(String, Value)] = [("model", .string(distribution.model.rawValue))]
    if distribution.model != .unknown {
      members.append(("as_written", .string(distribution.asWritten)))
      members += known(distribution.evidence)
    }
    return object(members)
  }

  private func link(_ link: ClientLink) -> Value {
    var members: [(String, Value)] = [
      ("rel", .string(link.relation.rawValue)), ("url", .string(AddressText.encoded(link.url))),
    ]
    members += known([link.evidence])
    if let moved = link.movedTo {
      members.append(
        (
          "moved_to",
          object([("url", .string(AddressText.encoded(moved.value)))] + known(moved.evidence))
        ))
    }
    if let gone = link.isGone, gone.value {
      members.append(("gone", object(known(gone.evidence))))
    }
    members += [
      ("check", object([("status", .string("unchecked"))])),
      ("archive", object([("lookup_url", .string(Self.archiveLookup(link.url)))])),
    ]
    return object(members)
  }

  /// A search for stored copies of a page; says nothing about whether there is one.
  static func archiveLookup(_ url: String) -> String {
    "https://web.archive.org/web/*/" + AddressText.encoded(url)
  }

  private func lifecycle(_ lifecycle: Sourced<Lifecycle>) -> Value {
    var members: [(String, Value)] = [("status", .string(lifecycle.value.status.rawValue))]
    if let day = lifecycle.value.endedOn { members.append(("ended_on", .string(day.text))) }
    return object(members + known(lifecycle.evidence))
  }
}
