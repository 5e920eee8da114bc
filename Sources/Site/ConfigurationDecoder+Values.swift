import SourceText
import Validation

/// Values of `wikiguide.yml` by their type, with a finding for those that have another one.
extension ConfigurationDecoder {
  /// A table whose keys are a closed set, each of which is documented; unknown ones are reported and
  /// left out.
  mutating func entries<Key: ConfigurationKey>(
    _ node: ConfigurationNode, _: Key.Type, of owner: String
  ) -> [(Key, ConfigurationNode)] {
    table(node, of: owner).compactMap { entry in
      guard let name = text(entry.key, of: owner) else { return nil }
      if let key = Key(rawValue: name) { return (key, entry.value) }
      let names = Key.allCases.map(\.rawValue)
      reportUnknown("\(owner) has no key '\(name)'", entry.key, name, among: names)
      return nil
    }
  }

  mutating func table(
    _ node: ConfigurationNode, of owner: String
  ) -> [ConfigurationNode.Entry] {
    if case .table(let entries) = node.content { return entries }
    reportType(node, of: owner, expected: "a table")
    return []
  }

  mutating func list(_ node: ConfigurationNode, of key: String) -> [ConfigurationNode] {
    if case .list(let nodes) = node.content { return nodes }
    reportType(node, of: key, expected: "a list")
    return []
  }

  mutating func texts(_ node: ConfigurationNode, of key: String) -> [String] {
    list(node, of: key).compactMap { text($0, of: key) }
  }

  mutating func text(_ node: ConfigurationNode, of key: String) -> String? {
    guard case .text(let text) = node.content, text.utf8.contains(where: { $0 > 32 }) else {
      reportType(node, of: key, expected: "a text")
      return nil
    }
    return text
  }

  mutating func truth(_ node: ConfigurationNode, of key: String) -> Bool? {
    name(node, of: key, among: ["true", "false"]).map { $0 == "true" }
  }

  /// A number from 1 on; `false` and 0 mean none.
  mutating func count(_ node: ConfigurationNode, of key: String) -> Int? {
    guard let text = text(node, of: key), !["0", "false", "off"].contains(text) else { return nil }
    guard let number = Int(text), number > 0 else {
      reportType(node, of: key, expected: "a number of bytes, or 'false'")
      return nil
    }
    return number
  }

  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ node: ConfigurationNode, of key: String
  ) -> Choice? {
    name(node, of: key, among: Choice.allCases.map(\.rawValue)).flatMap(Choice.init(rawValue:))
  }

  mutating func name(
    _ node: ConfigurationNode, of key: String, among names: [String]
  ) -> String? {
    guard let name = text(node, of: key) else { return nil }
    if names.contains(name) { return name }
    reportUnknown("'\(name)' is not a value of '\(key)'", node, name, among: names)
    return nil
  }

  /// A path that stays in the content folder, without `./` in front.
  mutating func folder(_ node: ConfigurationNode, of key: String) -> String? {
    guard var path = text(node, of: key) else { return nil }
    let leaves = path.split(separator: "/").contains("..")
    guard !path.hasPrefix("/"), !leaves, !path.contains("\\"),
      !path.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else {
      report(
        "the folder '\(path)' of '\(key)' does not stay inside the content folder", node,
        help: "name it from the content folder on, as in 'images'")
      return nil
    }
    while path.hasPrefix("./") { path.removeFirst(2) }
    return path == "." ? "" : path
  }

  static func isText(_ node: ConfigurationNode, _ text: String) -> Bool {
    if case .text(text) = node.content { return true }
    return false
  }
}

// MARK: Findings

extension ConfigurationDecoder {
  mutating func reportType(_ node: ConfigurationNode, of key: String, expected: String) {
    switch node.content {
    case .text(let text) where text.utf8.contains { $0 > 32 }:
      report("'\(key)' takes \(expected), not '\(text)'", node)
    case .text, .nothing: report("'\(key)' has no value; it takes \(expected)", node)
    case .list, .table: report("'\(key)' takes \(expected), not \(node.kind)", node)
    }
  }

  mutating func reportUnknown(
    _ message: String, _ node: ConfigurationNode, _ name: String, among names: [String]
  ) {
    if let nearest = NearestName.find(name, among: names) {
      report(message, node, help: "did you mean '\(nearest)'?")
    } else if names.count <= 12 {
      report(message, node, help: "choose among: \(names.joined(separator: ", "))")
    } else {
      report(message, node)
    }
  }

  mutating func report(
    _ message: String, _ node: ConfigurationNode, help: String? = nil,
    earlier: SourceRange? = nil, severity: Severity = .error
  ) {
    let notes = earlier.map {
      [Diagnostic.Note("the earlier one is here", at: SourcePlace(file.path, $0))]
    }
    diagnostics.append(
      Diagnostic(
        rule: Self.rule, severity: severity, place: SourcePlace(file.path, node.range),
        message: message, notes: notes ?? [], help: help))
  }
}
