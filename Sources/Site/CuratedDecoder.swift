import GuideModel
import SourceText

/// Turns the trees of `clients.yml` and `features.yml` into curated data, with a finding for all that
/// is not right.
///
/// What is wrong is left out and the rest is kept. A fact that rests on nothing is no fact: every one
/// takes its source from itself (`{value: …, source: …}`) or from its entry.
struct CuratedDecoder {
  static let rule = "invalid-curated-data"

  /// Reads values by their type; collects the findings.
  var values: ConfigurationDecoder
  var data = CuratedData()
  /// The entry that is being read.
  var entry: Entry

  /// One client or feature: what its facts rest on, unless they say it themselves.
  struct Entry {
    let id: String
    let key: ConfigurationNode
    let reference: String?
    /// Whether it was said already that something rests on nothing.
    var isReported = false
  }

  /// A fact's value as it was written, with the words for what it was taken from.
  struct WrittenFact {
    let node: ConfigurationNode
    let reference: String
    let evidence: Evidence

    func sourced<Value>(_ value: Value) -> Sourced<Value> {
      Sourced(value, basis: .curated, evidence: [evidence], reference: reference)
    }
  }

  enum FactKey: String, CaseIterable { case value, source }

  init(file: SourceFile) {
    values = ConfigurationDecoder(file: file, ruleNames: [], languages: [])
    data.files[file.path] = file
    let nothing = ConfigurationNode(content: .nothing, range: SourceRange(0, 0))
    entry = Entry(id: "", key: nothing, reference: nil)
  }

  var file: SourceFile { values.file }

  /// The findings under the name of what is wrong.
  var diagnostics: [Diagnostic] {
    values.diagnostics.map { finding in
      var finding = finding
      finding.rule = Self.rule
      return finding
    }.sorted()
  }

  // MARK: - Entries and facts

  /// Goes through the entries of a file by their ids; one whose id is none is left out.
  mutating func forEachEntry(
    of root: ConfigurationNode, named owner: String, isID: (String) -> Bool,
    _ read: (inout CuratedDecoder, ConfigurationNode) -> Void
  ) {
    for written in values.table(root, of: file.path) {
      guard let id = values.text(written.key, of: file.path) else { continue }
      guard isID(id) else {
        values.report(
          "'\(id)' is no id of a \(owner)", written.key,
          help: "use lower-case ASCII words and digits, joined by "
            + (owner == "client" ? "'-'" : "'.', '-' or '_'"))
        continue
      }
      guard case .table(let members) = written.value.content else {
        values.reportType(written.value, of: id, expected: "a table")
        continue
      }
      let source = members.first { ConfigurationDecoder.isText($0.key, "source") }
      entry = Entry(
        id: id, key: written.key, reference: source.flatMap { values.text($0.value, of: "source") })
      read(&self, written.value)
    }
  }

  /// Where the entry begins, which rests on what the entry as a whole does.
  mutating func entryEvidence() -> Evidence {
    let place = Evidence(path: file.path, range: entry.key.range)
    data.references[place] = entry.reference
    return place
  }

  /// A fact with what it rests on; nil and a finding where that is nothing.
  /// - Parameter inner: what the table around the value says that it rests on.
  mutating func fact(
    _ node: ConfigurationNode, of key: String, inner: String? = nil
  ) -> WrittenFact? {
    var value: ConfigurationNode? = node
    var reference = inner ?? entry.reference
    if case .table(let members) = node.content,
      members.contains(where: { ConfigurationDecoder.isText($0.key, FactKey.value.rawValue) })
    {
      for (name, member) in values.entries(node, FactKey.self, of: key) {
        switch name {
        case .value: value = member
        case .source: reference = values.text(member, of: "source") ?? reference
        }
      }
    }
    guard let value else { return nil }
    guard let reference else {
      reportMissingSource()
      return nil
    }
    let place = Evidence(path: file.path, range: value.wholeRange)
    data.references[place] = reference
    return WrittenFact(node: value, reference: reference, evidence: place)
  }

  private mutating func reportMissingSource() {
    guard !entry.isReported else { return }
    entry.isReported = true
    values.report(
      "'\(entry.id)' has no 'source', so that nobody can check what it says", entry.key,
      help: "add 'source: …', an address or the name of a document")
  }

  /// A fact that is a text.
  mutating func text(_ node: ConfigurationNode, of key: String) -> Sourced<String>? {
    guard let fact = fact(node, of: key), let text = values.text(fact.node, of: key) else {
      return nil
    }
    return fact.sourced(text)
  }

  /// A fact that is one of a few words.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ node: ConfigurationNode, of key: String
  ) -> Sourced<Choice>? {
    guard let fact = fact(node, of: key), let choice: Choice = values.choice(fact.node, of: key)
    else { return nil }
    return fact.sourced(choice)
  }

  /// An address on the web that can be printed as it is.
  mutating func address(_ node: ConfigurationNode, of key: String) -> String? {
    guard let text = values.text(node, of: key) else { return nil }
    let scheme = ["https://", "http://"].first(where: text.hasPrefix)
    guard let scheme, text.utf8.count > scheme.utf8.count,
      text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && !"\"<>\\^`{|}".utf8.contains($0) })
    else {
      values.report(
        "the \(key) '\(text)' is no address of the web", node,
        help: "write it like 'https://www.example.jp/'")
      return nil
    }
    return text
  }

  mutating func day(_ node: ConfigurationNode, of key: String) -> CalendarDay? {
    guard let text = values.text(node, of: key) else { return nil }
    guard let day = CalendarDay(text), day.text == text else {
      values.report("'\(text)' is no day", node, help: "write it like '2026-11-25'")
      return nil
    }
    return day
  }

  /// Words as they are, or by their language: `{ja: …, en: …}`.
  mutating func wordings(
    _ node: ConfigurationNode, of key: String, inner: String? = nil
  ) -> [CuratedFeature.Wording] {
    guard case .table(let members) = node.content,
      !members.contains(where: { ConfigurationDecoder.isText($0.key, FactKey.value.rawValue) })
    else { return [wording(node, of: key, language: nil, inner: inner)].compactMap { $0 } }
    return members.compactMap { member in
      guard let language = values.text(member.key, of: key) else { return nil }
      guard language.wholeMatch(of: /[a-z]{2,3}(-[A-Za-z0-9]+)*/) != nil else {
        values.report(
          "'\(language)' is no code of a language", member.key, help: "write 'ja' or 'en'")
        return nil
      }
      return wording(member.value, of: key, language: language, inner: inner)
    }
  }

  private mutating func wording(
    _ node: ConfigurationNode, of key: String, language: String?, inner: String?
  ) -> CuratedFeature.Wording? {
    guard let fact = fact(node, of: key, inner: inner), let text = values.text(fact.node, of: key)
    else { return nil }
    data.languages[fact.evidence] = language
    return CuratedFeature.Wording(language: language, text: fact.sourced(text))
  }
}

extension ConfigurationNode {
  /// From the first sign of a value to its last one, over all its lines.
  var wholeRange: SourceRange {
    switch content {
    case .text, .nothing: range
    case .list(let nodes): nodes.reduce(range) { $0.union($1.wholeRange) }
    case .table(let entries):
      entries.reduce(range) { $0.union($1.key.range).union($1.value.wholeRange) }
    }
  }
}
