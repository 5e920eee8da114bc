import GuideModel
import SourceText

/// Entries of `clients.yml`.
extension CuratedDecoder {
  enum ClientKey: String, CaseIterable {
    case name, aliases, kind, vendor, platforms, lifecycle, license, distribution, links, support
    case source
  }

  enum LifecycleKey: String, CaseIterable {
    case status
    case endedOn = "ended_on"
  }

  enum LinkKey: String, CaseIterable {
    case rel, url, gone, source
    case movedTo = "moved_to"
  }

  mutating func readClients(_ root: ConfigurationNode) {
    forEachEntry(of: root, named: "client", isID: Self.isClientID) { $0.readClient($1) }
    data.clients.sort { $0.id < $1.id }
  }

  private static func isClientID(_ text: String) -> Bool {
    text.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil
  }

  private mutating func readClient(_ node: ConfigurationNode) {
    var client = CuratedClient(id: entry.id, evidence: entryEvidence())
    for (key, value) in values.entries(node, ClientKey.self, of: "a client") {
      switch key {
      case .name: client.name = text(value, of: key.rawValue)
      case .aliases: client.aliases = values.texts(value, of: key.rawValue)
      case .kind: client.kind = kind(value)
      case .vendor: client.vendor = text(value, of: key.rawValue)
      case .platforms: client.platforms = platforms(value)
      case .lifecycle: client.lifecycle = lifecycle(value)
      case .license: client.license = license(value)
      case .distribution: client.distribution = distribution(value)
      case .links:
        client.links = values.list(value, of: key.rawValue).compactMap { link($0) }
      case .support: readSupport(value)
      case .source: break
      }
    }
    data.clients.append(client)
  }

  private mutating func kind(_ node: ConfigurationNode) -> Sourced<Client.Kind>? {
    let kinds: [Client.Kind] = [.desktop, .mobile, .webmail, .terminal]
    guard let fact = fact(node, of: "kind"),
      let name = values.name(fact.node, of: "kind", among: kinds.map(\.rawValue))
    else { return nil }
    return Client.Kind(rawValue: name).map(fact.sourced)
  }

  private mutating func platforms(
    _ node: ConfigurationNode
  ) -> Sourced<[ClientProfile.Platform]>? {
    guard let fact = fact(node, of: "platforms") else { return nil }
    var platforms: [ClientProfile.Platform] = []
    for item in values.list(fact.node, of: "platforms") {
      guard let platform: ClientProfile.Platform = values.choice(item, of: "platforms"),
        !platforms.contains(platform)
      else { continue }
      platforms.append(platform)
    }
    return platforms.isEmpty ? nil : fact.sourced(platforms)
  }

  private mutating func lifecycle(_ node: ConfigurationNode) -> Sourced<Lifecycle>? {
    guard let fact = fact(node, of: "lifecycle") else { return nil }
    var status: Lifecycle.Status?
    var end: (day: CalendarDay, node: ConfigurationNode)?
    for (key, value) in values.entries(fact.node, LifecycleKey.self, of: "'lifecycle'") {
      switch key {
      case .status: status = values.choice(value, of: key.rawValue)
      case .endedOn: end = day(value, of: key.rawValue).map { ($0, value) }
      }
    }
    guard let status else {
      if case .table(let members) = fact.node.content,
        !members.contains(where: { ConfigurationDecoder.isText($0.key, "status") })
      {
        values.report("'lifecycle' has no 'status'", fact.node, help: "add 'status: ended'")
      }
      return nil
    }
    if status == .active, let end {
      values.report("a client that is active has not ended", end.node, help: "write 'ended'")
      return nil
    }
    return fact.sourced(Lifecycle(status: status, endedOn: end?.day))
  }

  private mutating func license(_ node: ConfigurationNode) -> Sourced<String>? {
    guard let fact = fact(node, of: "license"),
      let text = values.text(fact.node, of: "license")
    else { return nil }
    switch SPDXExpression.check(text) {
    case .good: return fact.sourced(text)
    case .unknown(let id):
      values.diagnostics.append(
        Diagnostic(
          rule: Self.rule, severity: .warning, place: SourcePlace(file.path, fact.node.range),
          message: "'\(id)' is no licence that wikiguide knows",
          help: "look it up at https://spdx.org/licenses/; "
            + "write 'LicenseRef-…' for one that is not listed there"))
      return fact.sourced(text)
    case .wrong(let message, let help):
      values.report(message, fact.node, help: help)
      return nil
    }
  }

  private mutating func distribution(
    _ node: ConfigurationNode
  ) -> Sourced<Distribution.Model>? {
    let models: [Distribution.Model] = [.freeOfCharge, .shareware, .commercial, .bundled]
    guard let fact = fact(node, of: "distribution"),
      let name = values.name(fact.node, of: "distribution", among: models.map(\.rawValue))
    else { return nil }
    return Distribution.Model(rawValue: name).map(fact.sourced)
  }

  private mutating func link(_ node: ConfigurationNode) -> ClientLink? {
    guard case .table(let members) = node.content else {
      values.reportType(node, of: "links", expected: "a table")
      return nil
    }
    let source = members.first { ConfigurationDecoder.isText($0.key, "source") }
    let inner = source.flatMap { values.text($0.value, of: "source") }
    var relation: ClientLink.Relation?
    var url: (text: String, evidence: Evidence)?
    var movedTo: Sourced<String>?
    var isGone: Sourced<Bool>?
    for (key, value) in values.entries(node, LinkKey.self, of: "a link") {
      switch key {
      case .rel:
        let names = [ClientLink.Relation.homepage, .download, .documentation].map(\.rawValue)
        relation = values.name(value, of: key.rawValue, among: names)
          .flatMap(ClientLink.Relation.init(rawValue:))
      case .url:
        guard let fact = fact(value, of: key.rawValue, inner: inner),
          let text = address(fact.node, of: key.rawValue)
        else { continue }
        url = (text, fact.evidence)
      case .movedTo:
        guard let fact = fact(value, of: key.rawValue, inner: inner),
          let text = address(fact.node, of: key.rawValue)
        else { continue }
        movedTo = fact.sourced(text)
      case .gone:
        guard let fact = fact(value, of: key.rawValue, inner: inner),
          let truth = values.truth(fact.node, of: key.rawValue)
        else { continue }
        isGone = fact.sourced(truth)
      case .source: break
      }
    }
    guard let relation, let url else {
      for name in ["rel", "url"]
      where !members.contains(where: { ConfigurationDecoder.isText($0.key, name) }) {
        values.report("a link has no '\(name)'", node, help: "add '\(name): …'")
      }
      return nil
    }
    var link = ClientLink(relation: relation, url: url.text, evidence: url.evidence)
    link.movedTo = movedTo
    link.isGone = isGone
    return link
  }
}
