import CommonMark
import GuideModel
import SourceText
import Syntax

/// A client's page as a CommonMark tree: what the client is, how well it is supported, its guides.
///
/// Printed in both forms at once. Every fact is followed by a link to the line it was read from.
struct GuideBody: ~Copyable {
  let clientPage: ClientPage
  let site: SiteRenderer
  let text: InterfaceText
  var writer: BodyWriter
  var lines: SourceLines
  /// The settings that the guides need; nil where the site's content does not say.
  let settings: GuideSettings?
  /// The ids of each guide's steps, one list a procedure, by the guide's id.
  var stepIDs: [String: [[String]]] = [:]
  /// The page's parts in their order, with the ids of their headings.
  var sections: [(section: Section, title: String, id: String)] = []

  init(
    _ clientPage: ClientPage, page: PageReading, site: SiteRenderer, links: SiteLinks
  ) {
    self.clientPage = clientPage
    self.site = site
    text = clientPage.edition.text
    writer = BodyWriter(
      page: page, links: links, text: text, values: site.values(clientPage.edition),
      isShownElsewhere: true)
    settings = GuideSettings(clientPage.subject.guides, site: site, writer.values)
    lines = SourceLines(site)
  }

  var subject: ClientSubject { clientPage.subject }
  var edition: Edition { clientPage.edition }

  var title: String {
    let name = subject.client.name
    switch clientPage.kind {
    case .whole: return subject.guides.isEmpty ? name : text.guideFor(name)
    case .overview: return text.guideFor(name)
    case .guide:
      let own = subject.guides.first.map { writer.filled(GuideList.name(of: $0, site: site)) }
      return text.guideOn(name, own ?? "")
    }
  }

  mutating func write() {
    writer.openHeading(level: 1)
    writer.add(title)
    writer.tree.close()
    guard clientPage.kind != .overview else { return writeOverview() }
    nameSteps()
    planSections()
    writeLead()
    writeFacts()
    writeContents()
    if let settings { write(settings) }
    if subject.guides.isEmpty { writeMissingGuide() } else { writeBackground() }
    for guide in subject.guides { write(guide) }
    if !subject.guides.isEmpty { writeHelp() }
    writer.writeFootnotes()
  }

  /// The client, and where its many guides are.
  private mutating func writeOverview() {
    writeFacts()
    let list = GuideList(clientPage, site: site)
    writer.tree.open(.heading(level: 2))
    writer.add(text.guidesOf(subject.client.name, String(subject.guides.count)))
    writer.tree.close()
    writer.tree.open(.bulletList(isTight: true))
    for guide in subject.guides[list.parts.ranges[0]] {
      writer.tree.open(.item)
      writer.tree.open(.paragraph)
      writer.link(list.name(of: guide), to: list.address(of: guide))
      writer.add(" " + list.about(guide))
      writer.tree.close()
      writer.tree.close()
    }
    writer.tree.close()
    guard list.parts.ranges.count > 1 else { return }
    writer.openHTML(list.links(0), "")
    writer.tree.close()
  }

  // MARK: - Before the steps

  /// The features of the guides of which pages say more than their names.
  private var toldFeatures: [Feature] {
    var seen: Set<String> = []
    let ids = subject.guides.compactMap(\.featureID) + subject.statements.map(\.featureID)
    return ids.filter { seen.insert($0).inserted }
      .compactMap { site.feature($0, in: text.language) }
      .filter { $0.explanation != nil || !$0.callouts.isEmpty }
  }

  var hasBackground: Bool {
    subject.guides.contains { !$0.requirements.isEmpty } || !toldFeatures.isEmpty
  }

  /// What the features of the guides are, what they ask for, and what to look out for.
  mutating func writeBackground() {
    guard hasBackground else { return }
    openHeading(.background)
    for feature in toldFeatures { write(feature) }
    guard subject.guides.contains(where: { !$0.requirements.isEmpty }) else { return }
    paragraph(text.settingsNeeded)
    writer.tree.open(.bulletList(isTight: true))
    for guide in subject.guides {
      for requirement in guide.requirements { write(requirement, of: guide) }
    }
    writer.tree.close()
  }

  mutating func write(_ feature: Feature) {
    if let explanation = feature.explanation {
      writer.tree.open(.paragraph)
      writer.tree.open(.strong)
      writer.add(feature.name)
      writer.tree.close()
      writer.add(": ")
      add(explanation)
      addSource(explanation.evidence)
      writer.tree.close()
    }
    for callout in feature.callouts {
      guard let page = site.pagesByPath[callout.evidence.path] else { continue }
      writer.page = page
      writer.write(.paragraph(callout.paragraph))
    }
  }

  mutating func write(_ requirement: Requirement, of guide: Guide) {
    writer.tree.open(.item)
    writer.tree.open(.paragraph)
    add(requirement.excerpt)
    if let step = requirement.step, let place = StepPosition.of(step, in: guide.procedures),
      let ids = stepIDs[guide.id]
    {
      writer.add(" (")
      writer.tree.open(.link(url: "#" + ids[place.procedure][place.ordinal - 1]))
      writer.add(text.step(step))
      writer.tree.close()
      writer.add(")")
    }
    addSource(requirement.excerpt.evidence)
    writer.tree.close()
    writer.tree.close()
  }

  mutating func paragraph(_ words: String) {
    writer.tree.open(.paragraph)
    writer.add(words)
    writer.tree.close()
  }

  // MARK: - Guides

  mutating func write(_ guide: Guide) {
    guard let page = site.pagesByPath[guide.path] else { return }
    writer.page = page
    writer.screenshotNames = ScreenshotNames.names(in: [guide], text: text)
    let ids = stepIDs[guide.id] ?? []
    let language = site.language(of: guide.path)
    let isForeign = language != edition.language
    for (index, procedure) in guide.procedures.enumerated() {
      openHeading(.procedure(guide.id, index))
      if index == 0, isForeign { paragraph(text.guideIsIn(languageName(language))) }
      if index == 0, !guide.versions.listed.isEmpty {
        paragraph(text.guideCovers(guide.versions.listed.joined(separator: ", ")))
      }
      if index == 0 { write(guide.entryPoints, ids: ids) }
      if isForeign { writer.openHTML("<div lang=\"\(language)\">", "</div>") }
      let links = links(for: procedure.references, in: index, of: guide, ids: ids)
      writer.references = links
      writer.write(procedure.introduction)
      write(procedure, index: index, of: guide, ids: ids)
      writer.references = links
      writer.write(procedure.closing)
      writer.references = []
      if isForeign { writer.tree.close() }
      if sections.contains(where: { $0.section == .test(guide.id, behind: index) }) {
        writeTest(of: guide, behind: index)
      }
    }
    writer.openHTML("<div class=\"guide-source\">", "</div>")
    writer.tree.open(.paragraph)
    addSource(Evidence(path: guide.path, range: guide.range), isAlone: true)
    writer.tree.close()
    writer.tree.close()
  }

  /// What a language is called in the page's own.
  private func languageName(_ language: String) -> String {
    text.languageNames[language] ?? site.settings.texts.of(language).languageName
  }

  func title(of procedure: Procedure, in guide: Guide) -> String {
    let own = procedure.title == guide.title ? nil : procedure.title
    switch procedure.kind {
    case .setup: return own ?? guide.title
    case .operation: return own ?? text.operation
    case .troubleshooting: return own ?? text.troubleshooting
    }
  }

  /// Names all steps before anything links to them, so that no two of the page share an id.
  mutating func nameSteps() {
    stepIDs = StepIDs(subject.guides).byGuide
    for id in stepIDs.values.joined().joined() { writer.ids.take(id) }
  }

  mutating func write(_ points: [EntryPoint], ids: [[String]]) {
    guard !points.isEmpty else { return }
    let label = HTMLText.escaped(text.whereToBegin)
    writer.openHTML("<section class=\"entry-points\" aria-label=\"\(label)\">", "</section>")
    writer.tree.open(.paragraph)
    writer.tree.open(.strong)
    writer.add(text.whereToBegin)
    writer.tree.close()
    writer.tree.close()
    writer.tree.open(.bulletList(isTight: true))
    for point in points {
      writer.tree.open(.item)
      writer.tree.open(.paragraph)
      writer.add(audience(point.audience) + ": ")
      if let target = point.target {
        writer.tree.open(.link(url: "#" + ids[target.procedure][target.ordinal - 1]))
        writer.add(text.startAt(point.label))
        writer.tree.close()
      } else {
        add(point.excerpt)
      }
      addSource(point.excerpt.evidence)
      writer.tree.close()
      writer.tree.close()
    }
    writer.tree.close()
    writer.tree.close()
  }

  func audience(_ audience: EntryPoint.Audience) -> String {
    switch audience {
    case .newAccount: text.newAccount
    case .existingAccount: text.existingAccount
    case .other: text.otherAudience
    }
  }
}
