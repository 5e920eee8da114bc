import SourceText
import Testing
import Validation

@testable import Site

/// What the reference of the YAML files says is what their decoders do.
@Suite struct ConfigurationReferenceTests {
  @Test(arguments: ConfigurationReference.allCases)
  func exampleHasNoFinding(_ file: ConfigurationReference) {
    #expect(file.findings(in: file.example).map(\.message) == [])
  }

  @Test(arguments: ConfigurationReference.allCases)
  func everyChoiceIsTaken(_ file: ConfigurationReference) {
    for key in file.writtenKeys {
      for choice in key.meaning.form.choices {
        let told = file.findings(in: key.document(choice)).map(\.message)
        #expect(!told.contains { $0.contains("is not a value of") }, "\(key.name): \(choice)")
      }
    }
  }

  @Test(arguments: ConfigurationReference.allCases)
  func valuesOfOtherFormsAreFindings(_ file: ConfigurationReference) {
    for key in file.writtenKeys {
      guard let wrong = key.meaning.form.wrongValue else { continue }
      #expect(!file.findings(in: key.document(wrong)).isEmpty, "\(key.name) takes \(wrong)")
    }
  }

  @Test(arguments: ConfigurationReference.allCases)
  func requiredKeysAreMissed(_ file: ConfigurationReference) {
    for key in file.writtenKeys {
      let told = file.findings(in: key.document(nil))
      if case .required = key.meaning.standard {
        #expect(!told.isEmpty, "nobody misses \(key.name)")
      } else {
        #expect(told.map(\.message) == [], "somebody misses \(key.name)")
      }
    }
  }

  /// A value that is said to mean the same as none gives the same configuration.
  @Test func valuesThatStandForNoneDoSo() throws {
    for key in ConfigurationReference.configuration.writtenKeys {
      guard case .value(let value) = key.meaning.standard else { continue }
      #expect(
        try Self.dumped(key.document(value)) == Self.dumped(key.document(nil)), "\(key.name)")
    }
  }

  private static func dumped(_ text: String) throws -> String {
    let file = try SourceFile(path: "wikiguide.yml", bytes: Array(text.utf8))
    let (configuration, findings) = SiteConfiguration.decode(
      file, ruleNames: RuleCatalog.all.map(\.name))
    #expect(findings.isEmpty)
    var text = ""
    dump(configuration, to: &text)
    // Where a table ends depends on what stands in it.
    return text.split(separator: "\n").filter {
      !$0.contains("range:") && !$0.contains("length:") && !$0.contains("end:")
    }.joined(separator: "\n")
  }
}

extension ConfigurationReference {
  /// What the file's decoder says of a text.
  fileprivate func findings(in text: String) -> [Diagnostic] {
    guard let file = try? SourceFile(path: rawValue, bytes: Array(text.utf8)) else { return [] }
    return switch self {
    case .configuration:
      SiteConfiguration.decode(file, ruleNames: RuleCatalog.all.map(\.name)).1
    case .provider: ProviderFile(file).diagnostics
    case .clients, .features: CuratedFiles.Reading([file]).diagnostics
    }
  }

  /// A key at its place in the file, with room for a value.
  fileprivate struct WrittenKey {
    let name: String
    let meaning: KeyMeaning
    let others: [String]
    /// Puts a table into the tables around it.
    let frame: (String) -> String

    /// A file with this value, or without the key, and else what must be there.
    func document(_ value: String?) -> String {
      let written = others + (value.map { ["\(name): \($0)"] } ?? [])
      return frame("{\(written.joined(separator: ", "))}")
    }
  }

  fileprivate var writtenKeys: [WrittenKey] {
    let id = sampleID
    return Self.keys(root) { table in id.map { "{\($0): \(table)}" } ?? table }
  }

  private static func keys(
    _ table: KeyTable, frame: @escaping (String) -> String
  ) -> [WrittenKey] {
    table.rows.flatMap { name, meaning in
      let others = table.rows.filter { $0.key != name && $0.meaning.isNeeded($0.key, beside: name) }
        .map { "\($0.key): \($0.meaning.flow)" }
      let key = WrittenKey(name: name, meaning: meaning, others: others, frame: frame)
      return [key]
        + meaning.form.places.flatMap { inner, surround in
          keys(inner) { key.document(surround($0)) }
        }
    }
  }
}

extension KeyMeaning {
  /// Whether the table means nothing without the key. Some keys need another one.
  fileprivate func isNeeded(_ key: String, beside other: String) -> Bool {
    switch (standard, key, other) {
    case (.required, _, _), (_, "source", _), (_, "notes", "level"): true
    case (_, "username", "username_example"): true
    case (_, "outgoing", "pop_before_smtp_minutes"): true
    default: false
    }
  }

  /// The example on one line.
  fileprivate var flow: String { example.isEmpty ? form.flow : example }
}

extension ValueForm {
  fileprivate var flow: String {
    switch self {
    case .table(let table):
      "{" + table.rows.map { "\($0.key): \($0.meaning.flow)" }.joined(separator: ", ") + "}"
    case .list(let form): "[\(form.flow)]"
    case .map(_, let sample, let form): "{\(sample): \(form.flow)}"
    case .either(let forms): forms.first?.flow ?? ""
    case .text, .truth, .number, .kind, .choice: ""
    }
  }

  /// The tables within, each with what stands around it.
  fileprivate var places: [(KeyTable, (String) -> String)] {
    switch self {
    case .table(let table): [(table, { $0 })]
    case .list(let form): form.places.map { table, frame in (table, { "[\(frame($0))]" }) }
    case .map(_, let sample, let form):
      form.places.map { table, frame in (table, { "{\(sample): \(frame($0))}" }) }
    case .either(let forms): forms.first { !$0.places.isEmpty }.map(\.places) ?? []
    case .text, .truth, .number, .kind, .choice: []
    }
  }

  fileprivate var choices: [String] {
    switch self {
    case .choice(let names): names
    case .list(.choice(let names)): names.map { "[\($0)]" }
    case .truth: ["true", "false"]
    default: []
    }
  }

  /// A value that is none of this form; nil where nearly everything is one.
  fileprivate var wrongValue: String? {
    switch self {
    case .text, .number, .truth, .choice, .kind: "[[nonsense]]"
    case .list(.choice): "[nonsense]"
    case .list, .table, .map: "nonsense"
    case .either: nil
    }
  }
}
