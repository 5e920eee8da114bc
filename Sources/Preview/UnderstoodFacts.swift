import GuideModel
import Site
import SourceText
import Syntax

/// What was understood of one page, as a list of facts with the stretches of the source that they are
/// read from.
struct UnderstoodFacts {
  /// Something understood: what it is, in words, and where it stands.
  struct Fact {
    /// How deep it stands in the list.
    let depth: Int
    let kind: String
    let text: String
    let ranges: [SourceRange]
  }

  /// Facts of one kind.
  struct Group {
    let title: String
    let facts: [Fact]
  }

  private let page: PageReading
  private var file: SourceFile { page.document.file }

  init(_ page: PageReading) { self.page = page }

  /// - Parameter findings: those about the page.
  func groups(findings: [Diagnostic]) -> [Group] {
    [
      Group(title: "Page", facts: overview),
      Group(title: "Clients and levels", facts: clients),
      Group(title: "Guides", facts: page.guides.flatMap(guide)),
      Group(title: "Findings", facts: findings.map(finding)),
      Group(title: "Why", facts: page.remarks.map { fact(0, "why", $0.text, $0.range) }),
    ].filter { !$0.facts.isEmpty }
  }

  // MARK: - The page

  private var overview: [Fact] {
    var facts = [
      Fact(depth: 0, kind: "kind", text: kind, ranges: []),
      Fact(depth: 0, kind: "title", text: page.title, ranges: []),
    ]
    for feature in page.features {
      facts.append(
        Fact(
          depth: 0, kind: "feature", text: "\(feature.name) (\(feature.id))",
          ranges: ranges(feature.evidence)))
      for excerpt in [feature.explanation, feature.prerequisite].compactMap({ $0 }) {
        facts.append(fact(1, "says", excerpt.text, excerpt.evidence.range))
      }
    }
    return facts
  }

  /// What kind of page it seems to be.
  private var kind: String {
    let steps = page.guides.reduce(0) { $0 + $1.setupStepCount }
    if steps > 0 { return "a page with setup guides" }
    if !page.statements.isEmpty { return "a page that says how well clients work" }
    return page.clients.isEmpty
      ? "a page without guides, clients or levels" : "a page that names clients"
  }

  // MARK: - Clients

  private var clients: [Fact] {
    var seen: Set<String> = []
    return page.clients.filter { seen.insert($0.id).inserted }.flatMap { client in
      [
        Fact(
          depth: 0, kind: "client", text: "\(client.name) (\(client.id))",
          ranges: ranges(client.evidence))
      ]
        + page.statements.filter { $0.clientID == client.id }.map(statement)
        + client.links.map {
          fact(1, $0.relation.rawValue, $0.url.maskingPasswords, $0.evidence.range)
        }
    }
  }

  private func statement(_ statement: SupportStatement) -> Fact {
    let level = statement.level?.rawValue ?? "level not understood"
    let words = statement.levelAsWritten
    let quoted = words.text.isEmpty ? "" : ", by '\(words.text)'"
    return Fact(
      depth: 1, kind: "level",
      text: "\(level) for \(statement.featureID)\(versions(statement.versions))\(quoted)",
      ranges: ranges(statement.evidence + (words.text.isEmpty ? [] : [words.evidence])))
  }

  private func versions(_ versions: Versions) -> String {
    switch versions.scope {
    case .unspecified: ""
    case .all: ", all versions"
    case .listed(let versions): ", versions \(versions.joined(separator: ", "))"
    case .range(let from?, let through?): ", versions \(from) to \(through)"
    case .range(let from, nil): ", version \(from ?? "") and later"
    case .range(nil, let through): ", version \(through ?? "") and earlier"
    }
  }

  // MARK: - Guides

  private func guide(_ guide: Guide) -> [Fact] {
    let client = guide.clientID.map { "for \($0)" } ?? "for no client that was recognised"
    return [
      fact(0, "guide", "\(guide.title) \(client)\(versions(guide.versions))", guide.range)
    ]
      + guide.entryPoints.map { entry in
        let place = entry.target.map { "position \($0.ordinal)" } ?? "which does not exist"
        return fact(
          1, "begin", "\(entry.audience.rawValue): step \(entry.label), \(place)",
          entry.excerpt.evidence.range)
      }
      + guide.requirements.map { fact(1, "requires", $0.excerpt.text, $0.excerpt.evidence.range) }
      + guide.procedures.flatMap(procedure)
  }

  private func procedure(_ procedure: Procedure) -> [Fact] {
    let title = procedure.title.map { " '\($0)'" } ?? ""
    let count = procedure.steps.count
    return [
      fact(
        1, "procedure",
        "\(procedure.kind.rawValue)\(title), \(count) step\(count == 1 ? "" : "s")",
        procedure.range)
    ] + procedure.steps.flatMap(step)
  }

  private func step(_ step: Step) -> [Fact] {
    let label = step.label.map { "\($0)" } ?? "without a label"
    let optional = step.isOptional ? ", optional" : ""
    let words = VisibleText.of(step.content, in: file)
    return [
      fact(2, "step", "\(label), position \(step.ordinal)\(optional): \(words)", step.range)
    ]
      + step.images.map { image(3, $0) }
      + step.references.map { reference in
        let last = reference.last == reference.label ? "" : " to \(reference.last)"
        return fact(3, "refers to", "step \(reference.label)\(last)", reference.range)
      }
      + step.substeps.flatMap { substep in
        [fact(3, "part", VisibleText.of(substep.content, in: file), substep.range)]
          + substep.images.map { image(4, $0) }
      }
  }

  private func image(_ depth: Int, _ image: Image) -> Fact {
    fact(depth, "picture", file.text(image.source).maskingPasswords, image.range)
  }

  // MARK: - Parts

  private func finding(_ finding: Diagnostic) -> Fact {
    Fact(
      depth: 0, kind: finding.severity.rawValue,
      text: "\(finding.message.maskingPasswords) [\(finding.rule)]",
      ranges: [finding.place.range].compactMap { $0 })
  }

  private func fact(_ depth: Int, _ kind: String, _ text: String, _ range: SourceRange) -> Fact {
    Fact(depth: depth, kind: kind, text: text, ranges: [range])
  }

  private func ranges(_ evidence: [Evidence]) -> [SourceRange] {
    evidence.filter { $0.path == page.path }.map(\.range)
  }
}
