import GuideModel
import SourceText

/// How well a client works with features: `support` in an entry of `clients.yml`.
extension CuratedDecoder {
  enum SupportKey: String, CaseIterable {
    case level, versions, notes, verified, source
  }

  enum VerifiedKey: String, CaseIterable {
    case on, by, method, os
    case clientVersion = "client_version"
  }

  enum RangeKey: String, CaseIterable { case from, through }

  /// One statement a feature, or a list of them for different versions.
  mutating func readSupport(_ node: ConfigurationNode) {
    for written in values.table(node, of: "support") {
      guard let id = values.text(written.key, of: "support") else { continue }
      data.mentions.append(
        .init(id: id, evidence: Evidence(path: file.path, range: written.key.range)))
      if case .list(let nodes) = written.value.content {
        for node in nodes { readStatement(node, feature: id, key: node) }
      } else {
        readStatement(written.value, feature: id, key: written.key)
      }
    }
  }

  private mutating func readStatement(
    _ node: ConfigurationNode, feature: String, key: ConfigurationNode
  ) {
    guard case .table(let members) = node.content else {
      return values.reportType(node, of: feature, expected: "a table")
    }
    let source = members.first { ConfigurationDecoder.isText($0.key, "source") }
    let inner = source.flatMap { values.text($0.value, of: "source") }
    var level: (level: SupportLevel, words: Excerpt)?
    var versions = Versions.unspecified
    var notes: [Excerpt] = []
    var verification: Verification?
    for (key, value) in values.entries(node, SupportKey.self, of: "a statement") {
      switch key {
      case .level: level = self.level(value, inner: inner)
      case .versions: versions = self.versions(value)
      case .notes: notes = self.notes(value, inner: inner)
      case .verified: verification = self.verification(value, inner: inner)
      case .source: break
      }
    }
    guard let level else {
      if !members.contains(where: { ConfigurationDecoder.isText($0.key, "level") }) {
        values.report("a statement has no 'level'", node, help: "add 'level: …'")
      }
      return
    }
    guard notes.isEmpty == false || ![.manual, .partial].contains(level.level) else {
      let help =
        level.level == .manual
        ? "add 'notes: …' that say what customers do by hand"
        : "add 'notes: …' that say what does not work"
      return values.report("a '\(level.level.rawValue)' statement needs 'notes'", key, help: help)
    }
    // Whoever reads the lines should see for what the level is.
    let place = Evidence(
      path: file.path, range: key.range.union(level.words.evidence.range))
    data.references[place] = data.references[level.words.evidence]
    data.statements.append(
      SupportStatement(
        clientID: entry.id, featureID: feature, level: level.level, levelAsWritten: level.words,
        basis: verification == nil ? .curated : .tested, versions: versions, notes: notes,
        verification: verification, evidence: [place]))
  }

  private mutating func level(
    _ node: ConfigurationNode, inner: String?
  ) -> (SupportLevel, Excerpt)? {
    guard let fact = fact(node, of: "level", inner: inner),
      let level: SupportLevel = values.choice(fact.node, of: "level")
    else { return nil }
    return (level, Excerpt(level.rawValue, evidence: fact.evidence))
  }

  /// `all`, one version, a list of them, or from one to another.
  private mutating func versions(_ node: ConfigurationNode) -> Versions {
    switch node.content {
    case .table:
      var ends: [RangeKey: String] = [:]
      for (key, value) in values.entries(node, RangeKey.self, of: "'versions'") {
        ends[key] = values.text(value, of: key.rawValue)
      }
      guard !ends.isEmpty else { return .unspecified }
      let words = RangeKey.allCases.compactMap { key in
        ends[key].map { "\(key.rawValue): \($0)" }
      }
      return Versions(
        .range(from: ends[.from], through: ends[.through]),
        asWritten: words.joined(separator: ", "))
    case .list:
      let listed = values.texts(node, of: "versions")
      return Versions(listed: listed, asWritten: listed.joined(separator: ", "))
    case .text, .nothing:
      guard let text = values.text(node, of: "versions") else { return .unspecified }
      return text == "all"
        ? Versions(.all, asWritten: text) : Versions(listed: [text], asWritten: text)
    }
  }

  private mutating func notes(_ node: ConfigurationNode, inner: String?) -> [Excerpt] {
    let nodes: [ConfigurationNode] =
      if case .list(let nodes) = node.content { nodes } else { [node] }
    return nodes.flatMap { wordings($0, of: "notes", inner: inner) }.compactMap { wording in
      wording.text.evidence.first.map { Excerpt(wording.text.value, evidence: $0) }
    }
  }

  private mutating func verification(
    _ node: ConfigurationNode, inner: String?
  ) -> Verification? {
    guard let fact = fact(node, of: "verified", inner: inner) else { return nil }
    var on: CalendarDay?
    var method: Verification.Method?
    var (by, version, system): (String?, String?, String?)
    let entries = values.entries(fact.node, VerifiedKey.self, of: "'verified'")
    for (key, value) in entries {
      switch key {
      case .on: on = day(value, of: key.rawValue)
      case .by: by = values.text(value, of: key.rawValue)
      case .method: method = values.choice(value, of: key.rawValue)
      case .clientVersion: version = values.text(value, of: key.rawValue)
      case .os: system = values.text(value, of: key.rawValue)
      }
    }
    guard let on, let method else {
      for name in [VerifiedKey.on, .method] where !entries.contains(where: { $0.0 == name }) {
        values.report(
          "'verified' has no '\(name.rawValue)'", fact.node, help: "add '\(name.rawValue): …'")
      }
      return nil
    }
    return Verification(
      on: on, method: method, by: by, clientVersion: version, system: system,
      evidence: fact.evidence)
  }
}
