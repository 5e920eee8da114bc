import CResources
import GuideModel
import Rendering
import SourceText
import Syntax

/// What was understood of one page, as JSON: ``schema`` describes it.
///
/// Keys stand in one order, lists in the order of the page, and what a thing does not have is left
/// out.
package enum PageJSON {
  /// Grows when a program that reads the form would have to change.
  static let schemaVersion = 1

  /// The JSON Schema of pages and of differences, as it lies in the sources.
  package static var schema: [UInt8] {
    let file = resource_inspect_schema()
    return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }

  package static func bytes(_ page: InspectedPage) -> [UInt8] {
    JSONText.bytes(PageWriter(page).value)
  }
}

private struct PageWriter {
  let page: InspectedPage
  let regions: PageRegions

  init(_ page: InspectedPage) {
    self.page = page
    regions = PageRegions(page.file)
  }

  var value: JSONText.Value {
    let reading = page.reading
    return .object([
      ("schemaVersion", .integer(PageJSON.schemaVersion)),
      ("page", overview),
      ("features", .array(reading.features.map(feature))),
      ("clients", .array(reading.clients.map(client))),
      ("statements", .array(reading.statements.map(statement))),
      ("guides", .array(page.guides.map(guide))),
      ("headings", .array(reading.facts.headings.map(heading))),
      ("links", .array(reading.facts.links.map(link))),
      ("images", .array(reading.facts.images.map(image))),
      ("directives", .array(directives)),
      ("frontMatter", .array(reading.document.frontMatter.map(field))),
      ("remarks", .array(reading.remarks.map(remark))),
      ("findings", .array(page.findings.map(finding))),
    ])
  }

  // MARK: - The page

  private var overview: JSONText.Value {
    let reading = page.reading
    return .members([
      ("name", .text(reading.name)), ("path", .text(page.shownPath)),
      ("title", .text(reading.title)), ("dialect", .string(page.dialect.rawValue)),
      ("language", .string(PageLanguage.of(reading, on: page.siteLanguage))),
      ("lines", .integer(regions.lineCount)),
      ("wiki", reading.house.isEmpty ? nil : .string(reading.house)),
      (
        "formerNames",
        reading.formerNames.isEmpty ? nil : .strings(reading.formerNames.map(\.maskingPasswords))
      ),
      ("translationOf", .text(reading.originalName?.text)),
      ("checked", reading.checked.map { .string($0.day.text) }),
    ])
  }

  private func heading(_ heading: Heading) -> JSONText.Value {
    .members([
      ("level", .integer(heading.level)), ("text", words(heading.content)),
      ("anchor", heading.anchor.map(regions.text)), ("place", regions.place(heading.range)),
    ])
  }

  /// Comments that speak to wikiguide.
  private var directives: [JSONText.Value] {
    page.reading.document.comments.compactMap { comment in
      let text = page.file.text(comment.text)
      guard text.lowercased().hasPrefix("wikiguide:") else { return nil }
      let said = text.dropFirst("wikiguide:".count)
      return .members([
        ("text", .text(said.split(whereSeparator: \.isWhitespace).joined(separator: " "))),
        ("place", regions.place(comment.range)),
      ])
    }
  }

  private func field(_ field: FrontMatterField) -> JSONText.Value {
    .object([
      ("key", regions.text(field.key)), ("values", .array(field.values.map(regions.text))),
      ("place", regions.place(field.range)),
    ])
  }

  private func remark(_ remark: Remark) -> JSONText.Value {
    .members([("text", .text(remark.text)), ("place", regions.place(remark.range))])
  }

  private func finding(_ finding: Diagnostic) -> JSONText.Value {
    .members([
      ("rule", .string(finding.rule)), ("severity", .string(finding.severity.rawValue)),
      ("message", .text(finding.message)), ("help", .text(finding.help)),
      ("place", finding.place.range.map(regions.place)),
    ])
  }

  // MARK: - Clients

  private func feature(_ feature: Feature) -> JSONText.Value {
    .members([
      ("id", .string(feature.id)), ("name", .text(feature.name)),
      ("needs", .text(feature.prerequisite?.text)), ("place", place(feature.evidence)),
    ])
  }

  private func client(_ client: Client) -> JSONText.Value {
    .members([
      ("id", .string(client.id)), ("name", .text(client.name)),
      ("asWritten", .strings(client.asWritten.map(\.maskingPasswords))),
      ("kind", .string(client.kind.rawValue)),
      ("price", .string(client.distribution.model.rawValue)),
      (
        "links",
        .array(
          client.links.map { link in
            .members([
              ("relation", .string(link.relation.rawValue)), ("url", .text(link.url)),
              ("place", place([link.evidence])),
            ])
          })
      ),
      ("place", place(client.evidence)),
    ])
  }

  private func statement(_ statement: SupportStatement) -> JSONText.Value {
    let level = statement.levelAsWritten
    return .members([
      ("client", .string(statement.clientID)), ("feature", .string(statement.featureID)),
      ("level", statement.level.map { .string($0.rawValue) }),
      (
        "levelAsWritten",
        level.text.isEmpty
          ? nil
          : .members([("text", .text(level.text)), ("place", place([level.evidence]))])
      ),
      ("basis", .string(statement.basis.rawValue)),
      ("isTakenOver", .boolean(statement.isTakenOver)),
      ("versions", versions(statement.versions)),
      ("notes", .array(statement.notes.map(excerpt))),
      ("tried", statement.verification.map { .string($0.on.text) }),
      ("place", place(statement.evidence)),
    ])
  }

  private func versions(_ versions: Versions) -> JSONText.Value? {
    switch versions.scope {
    case .unspecified: nil
    case .all: .object([("all", .boolean(true))])
    case .listed(let listed): .object([("listed", .strings(listed))])
    case .range(let from, let through):
      .members([("from", .text(from)), ("through", .text(through))])
    }
  }

  // MARK: - Guides

  private func guide(_ guide: Guide) -> JSONText.Value {
    .members([
      ("id", .string(guide.id)), ("title", .text(guide.title)),
      ("client", .text(guide.clientID)), ("feature", .text(guide.featureID)),
      ("versions", versions(guide.versions)),
      ("entryPoints", .array(guide.entryPoints.map { entryPoint($0, guide) })),
      (
        "requirements",
        .array(
          guide.requirements.map { requirement in
            .members([
              ("kind", .string(requirement.kind.rawValue)),
              ("text", .text(requirement.excerpt.text)), ("step", .text(requirement.step)),
              ("place", place([requirement.excerpt.evidence])),
            ])
          })
      ),
      (
        "procedures",
        .array(guide.procedures.indices.map { procedure($0, of: guide) })
      ),
      ("place", regions.place(guide.range)),
    ])
  }

  private func entryPoint(_ entry: EntryPoint, _ guide: Guide) -> JSONText.Value {
    .members([
      ("audience", .string(entry.audience.rawValue)), ("label", .text(entry.label)),
      ("target", entry.target.map { target(TargetStep(guide: guide, position: $0)) }),
      ("text", .text(entry.excerpt.text)), ("place", place([entry.excerpt.evidence])),
    ])
  }

  private func procedure(_ index: Int, of guide: Guide) -> JSONText.Value {
    let procedure = guide.procedures[index]
    return .members([
      ("kind", .string(procedure.kind.rawValue)), ("title", .text(procedure.title)),
      ("steps", .array(procedure.steps.map { step($0, in: index, of: guide) })),
      ("place", regions.place(procedure.range)),
    ])
  }

  private func step(_ step: Step, in procedure: Int, of guide: Guide) -> JSONText.Value {
    .members([
      ("ordinal", .integer(step.ordinal)), ("label", .text(step.label)),
      ("labelPlace", step.labelRange.map(regions.place)), ("text", words(step.content)),
      ("isOptional", .boolean(step.isOptional)),
      ("images", .array(step.images.map(image))),
      (
        "substeps",
        .array(
          step.substeps.map { substep in
            .object([
              ("text", words(substep.content)), ("images", .array(substep.images.map(image))),
              ("place", regions.place(substep.range)),
            ])
          })
      ),
      ("details", .array(step.details.map { regions.place($0.range) })),
      ("references", .array(step.references.map { reference($0, in: procedure, of: guide) })),
      ("place", regions.place(step.range)),
    ])
  }

  private func reference(
    _ reference: StepReference, in procedure: Int, of guide: Guide
  ) -> JSONText.Value {
    let targets = page.targets(of: reference, in: procedure, of: guide)
    return .members([
      ("text", regions.text(reference.range)), ("label", .text(reference.label)),
      ("last", reference.last == reference.label ? nil : .text(reference.last)),
      ("names", reference.destination.map { regions.text($0.range) }),
      ("targets", .array(targets.compactMap { $0.step.map(target) })),
      ("isBroken", .boolean(targets.contains { $0.step == nil })),
      ("place", regions.place(reference.range)),
    ])
  }

  private func target(_ target: TargetStep) -> JSONText.Value {
    .members([
      ("guide", .string(target.guide.id)),
      ("page", target.guide.path == page.reading.path ? nil : .text(target.guide.path)),
      ("procedure", .integer(target.position.procedure + 1)),
      ("ordinal", .integer(target.position.ordinal)), ("name", .text(target.step.name)),
    ])
  }

  // MARK: - Links and pictures

  private func link(_ link: Link) -> JSONText.Value {
    let (kind, target, anchor) = parts(link.target)
    return .members([
      ("kind", .string(kind)), ("target", target.map(regions.text)),
      ("anchor", anchor.map(regions.text)), ("text", words(link.label)),
      ("place", regions.place(link.range)),
    ])
  }

  private func parts(
    _ target: Link.Target
  ) -> (kind: String, target: SourceRange?, anchor: SourceRange?) {
    switch target {
    case .page(let name, let anchor): ("page", name, anchor)
    case .anchor(let anchor): ("anchor", nil, anchor)
    case .url(let address): ("url", address, nil)
    case .mail(let address): ("mail", address, nil)
    case .interWiki(let wiki, let name): ("interWiki", wiki.union(name), nil)
    case .attachment(let name, _): ("attachment", name, nil)
    case .file(let path, let anchor): ("file", path, anchor)
    }
  }

  private func image(_ image: Image) -> JSONText.Value {
    .members([
      ("source", regions.text(image.source)),
      (
        "description",
        image.description.map { .string(page.reading.document.text($0).maskingPasswords) }
      ),
      ("place", regions.place(image.range)),
    ])
  }

  // MARK: - Words

  private func words(_ content: [Inline]) -> JSONText.Value {
    .string(VisibleText.of(content, in: page.file).maskingPasswords)
  }

  private func excerpt(_ excerpt: Excerpt) -> JSONText.Value {
    .members([("text", .text(excerpt.text)), ("place", place([excerpt.evidence]))])
  }

  /// The first place on this page; nil where the page does not say it itself.
  private func place(_ evidence: [Evidence]) -> JSONText.Value? {
    evidence.first { $0.path == page.reading.path }.map { regions.place($0.range) }
  }
}
