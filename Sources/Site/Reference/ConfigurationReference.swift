/// The YAML files of a content folder, told from the keys that their decoders take.
package enum ConfigurationReference: String, CaseIterable, Sendable {
  case configuration = "wikiguide.yml"
  case provider = "provider.yml"
  case clients = "clients.yml"
  case features = "features.yml"

  /// The file's keys.
  var root: KeyTable {
    switch self {
    case .configuration: KeyTable(ConfigurationDecoder.Key.self)
    case .provider: KeyTable(ConfigurationDecoder.ProviderKey.self)
    case .clients: KeyTable(CuratedDecoder.ClientKey.self)
    case .features: KeyTable(CuratedDecoder.FeatureKey.self)
    }
  }

  /// The key above the file's keys, where the file is a table of entries.
  var sampleID: String? {
    switch self {
    case .configuration, .provider: nil
    case .clients: "hinata-mail"
    case .features: "pop.apop"
    }
  }

  /// What the file is for.
  package var summary: String {
    switch self {
    case .configuration:
      "How the site is made. Every part of it is optional; without the file, everything is as the "
        + "column “left out” says."
    case .provider:
      "What your company tells of its servers. Steps are held against them, placeholders such as the "
        + "host's name get their values from here, and settings files are made of it. Names of hosts "
        + "and domains are written in ASCII letters. No password and no customer's address belongs here."
    case .clients:
      "What pages cannot say of mail clients. The file is a table of entries by the client's id: "
        + "lower-case words and digits, joined by `-`. Each entry says with `source` what it was taken "
        + "from; a single fact that was taken from elsewhere is written `{value: …, source: …}`. "
        + "What rests on no source is left out, and a finding says so."
    case .features:
      "What pages cannot say of features, such as IMAP or SMTP AUTH. The file is a table of entries by "
        + "the feature's id: lower-case words and digits, joined by `.`, `-` or `_`. Each entry says "
        + "with `source` what it was taken from."
    }
  }

  /// The file's tables, each once: its own keys first, then those of the tables within.
  var tables: [KeyTable] {
    var found: [KeyTable] = []
    func visit(_ table: KeyTable) {
      guard !found.contains(where: { $0.name == table.name }) else { return }
      found.append(table)
      for row in table.rows { row.meaning.form.tables.forEach(visit) }
    }
    visit(root)
    if sampleID != nil { visit(KeyTable(CuratedDecoder.FactKey.self)) }
    return found
  }

  /// A file in which every key stands, as it could be written.
  package var example: String {
    let keys = ExampleLines.lines(root)
    guard let sampleID else { return keys.map { $0 + "\n" }.joined() }
    return "\(sampleID):\n" + keys.map { "  \($0)\n" }.joined()
  }
}

extension ValueForm {
  /// The tables that a value may be or hold.
  var tables: [KeyTable] {
    switch self {
    case .text, .truth, .number, .kind, .choice: []
    case .table(let table): [table]
    case .list(let form), .map(_, _, let form): form.tables
    case .either(let forms): forms.flatMap(\.tables)
    }
  }

  /// What the value is, with its article: `a list of texts`.
  var words: String {
    switch self {
    case .text: "a text"
    case .truth: "`true` or `false`"
    case .number: "a number"
    case .kind(let kind): kind
    case .choice(let names): Self.alternatives(names.map { "`\($0)`" })
    case .list(.text): "a list of texts"
    case .list(.table): "a list of tables"
    case .list(.choice(let names)): "a list of " + Self.alternatives(names.map { "`\($0)`" })
    case .list(let form): "a list of \(form.words)"
    case .table: "a table"
    case .map(let keys, _, .table), .map(let keys, _, .either): "a table of \(keys)"
    case .map(let keys, _, let form): "a table of \(keys), each with \(form.words)"
    case .either(let forms): Self.alternatives(forms.map(\.words))
    }
  }

  private static func alternatives(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}

/// Examples of keys as the lines of a file.
enum ExampleLines {
  static func lines(_ table: KeyTable) -> [String] {
    table.rows.flatMap { key, meaning in
      meaning.example.isEmpty
        ? ["\(key):"] + nested(meaning.form) : ["\(key): \(meaning.example)"]
    }
  }

  private static func nested(_ form: ValueForm) -> [String] {
    switch form {
    case .table(let table): return lines(table).map { "  " + $0 }
    case .list(let form):
      return nested(form).enumerated().map { index, line in
        index == 0 ? "  - " + line.dropFirst(2) : "  " + line
      }
    case .map(_, let sample, let form): return ["  \(sample):"] + nested(form).map { "  " + $0 }
    case .either(let forms): return forms.first.map(nested) ?? []
    case .text, .truth, .number, .kind, .choice: return []
    }
  }
}
