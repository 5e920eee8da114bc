import CommonMark
import GuideModel
import SourceText
import Syntax

/// A client's page as a CommonMark tree: what the client is, how well it is supported, its guides.
///
/// Built once and printed twice. Every fact is followed by a link to the line it was read from.
struct GuideBody: ~Copyable {
  private let subject: ClientSubject
  private let site: SiteRenderer
  private let text: InterfaceText
  var writer: BodyWriter
  private var lines: SourceLines

  init(
    _ subject: ClientSubject, page: PageReading, site: SiteRenderer, links: SiteLinks,
    text: InterfaceText
  ) {
    self.subject = subject
    self.site = site
    self.text = text
    writer = BodyWriter(page: page, links: links, text: text, isShownElsewhere: true)
    lines = SourceLines(pages: site.pagesByPath)
  }

  var title: String {
    subject.guides.isEmpty ? subject.client.name : text.guideFor(subject.client.name)
  }

  mutating func write() {
    writer.openHeading(level: 1)
    writer.add(title)
    writer.tree.close()
    writeFacts()
    if subject.guides.isEmpty { writeMissingGuide() } else { writeBackground() }
    for guide in subject.guides { write(guide) }
    writer.writeFootnotes()
  }

  // MARK: - Facts

  private mutating func writeFacts() {
    writer.openHTML(
      "<section class=\"facts\" aria-label=\"\(HTMLText.escaped(text.about))\">", "</section>")
    writer.tree.open(.bulletList(isTight: true))
    for statement in subject.statements { write(statement) }
    if subject.statements.isEmpty {
      openFact(text.level)
      addLevel(nil)
      writer.add(" " + text.noStatement)
      closeFact()
    }
    writeDistribution()
    for link in subject.client.links { write(link) }
    writer.tree.close()
    writer.tree.close()
  }

  private mutating func openFact(_ label: String) {
    writer.tree.open(.item)
    writer.tree.open(.paragraph)
    writer.tree.open(.strong)
    writer.add(label)
    writer.tree.close()
    writer.add(": ")
  }

  private mutating func closeFact() {
    writer.tree.close()
    writer.tree.close()
  }

  private mutating func write(_ statement: SupportStatement) {
    openFact(site.features[statement.featureID]?.name ?? statement.featureID)
    addLevel(statement.level)
    writer.add(" " + text.levelText(statement.level).meaning)
    if !statement.versions.listed.isEmpty {
      writer.tree.addLineBreak()
      writer.add(
        "\(text.versions): " + statement.versions.listed.joined(separator: ", "))
    }
    let words = statement.levelAsWritten
    if !words.text.isEmpty {
      writer.tree.addLineBreak()
      writer.add("\(text.asWrittenLevel): ")
      writer.tree.open(.emphasis)
      writer.add(words.text)
      writer.tree.close()
      if statement.isTakenOver { writer.add(" (\(text.takenOver))") }
    }
    if let evidence = statement.evidence.first { addSource(evidence) }
    closeFact()
  }

  private mutating func writeDistribution() {
    let distribution = subject.client.distribution
    openFact(text.price)
    guard distribution.model != .unknown else {
      writer.add(text.priceUnknown)
      return closeFact()
    }
    let word = text.distributions[distribution.model] ?? distribution.model.rawValue
    writer.add(word)
    if word.lowercased() != distribution.asWritten.lowercased() {
      writer.add(" (\(text.asWrittenLevel): ")
      writer.tree.open(.emphasis)
      writer.add(distribution.asWritten)
      writer.tree.close()
      writer.add(")")
    }
    if let evidence = distribution.evidence.first { addSource(evidence) }
    closeFact()
  }

  private mutating func write(_ link: ClientLink) {
    let label =
      switch link.relation {
      case .homepage: text.homepage
      case .download: text.download
      case .documentation: text.documentation
      }
    openFact(label)
    if SiteLinks.isSafe(link.url) {
      writer.tree.open(.link(url: AddressText.encoded(link.url)))
      writer.add(link.url)
      writer.tree.close()
    } else {
      writer.add(link.url)
    }
    addSource(link.evidence)
    closeFact()
  }

  private mutating func addLevel(_ level: SupportLevel?) {
    writer.tree.add(inline: LevelBadge.frame(level, text))
  }

  /// A link to the line that a fact was read from.
  private mutating func addSource(_ evidence: Evidence, isAlone: Bool = false) {
    guard let page = lines.page(evidence), let range = lines.lines(of: evidence),
      let entry = site.library.directory[page.name]
    else { return }
    if !isAlone { writer.add(" ") }
    writer.tree.open(
      .customInline(
        .init(html: ("<span class=\"source\">", "</span>"), markdown: ("(", ")"))))
    writer.add(text.source + ": ")
    writer.tree.open(.link(url: writer.links.source(slug: entry.slug, line: range.lowerBound)))
    writer.add("\(page.name), \(text.line(range.lowerBound))")
    writer.tree.close()
    writer.tree.close()
  }

  private mutating func openHeading(_ title: String) {
    writer.openHeading(
      level: 2, id: writer.uniqueID(PageDirectory.slug(of: title)), isLinkedTo: false)
    writer.add(title)
    writer.tree.close()
  }

  private mutating func writeMissingGuide() {
    writer.openHTML("<div class=\"callout callout-important\">", "</div>")
    paragraph(text.noGuide)
    writeOffers()
    writer.tree.close()
  }

  /// The clients that do have a guide; nothing where none has.
  private mutating func writeOffers() {
    guard !site.clientsWithGuides.isEmpty else { return }
    paragraph(text.noGuideHelp)
    writer.tree.open(.bulletList(isTight: true))
    for other in site.clientsWithGuides.prefix(Self.mostOffers) {
      writeLinkItem(other.name, to: writer.links.client(other.id))
    }
    if site.clientsWithGuides.count > Self.mostOffers {
      writeLinkItem(text.clients, to: "\(writer.links.root)clients/index.html")
    }
    writer.tree.close()
  }

  /// How many other clients a page without a guide offers.
  private static let mostOffers = 12

  private mutating func writeLinkItem(_ words: String, to address: String) {
    writer.tree.open(.item)
    writer.tree.open(.paragraph)
    writer.tree.open(.link(url: address))
    writer.add(words)
    writer.tree.close()
    writer.tree.close()
    writer.tree.close()
  }

  // MARK: - Before the steps

  /// What the features of the guides are, what they ask for, and what to look out for.
  private mutating func writeBackground() {
    var seen: Set<String> = []
    let ids = subject.guides.compactMap(\.featureID) + subject.statements.map(\.featureID)
    let features = ids.filter { seen.insert($0).inserted }.compactMap {
      site.feature($0, in: text.language)
    }
    let requirements = subject.guides.flatMap(\.requirements)
    let told = features.filter { $0.explanation != nil || !$0.callouts.isEmpty }
    guard !told.isEmpty || !requirements.isEmpty else { return }
    openHeading(text.beforeYouBegin)
    for feature in told { write(feature) }
    guard !requirements.isEmpty else { return }
    paragraph(text.settingsNeeded)
    writer.tree.open(.bulletList(isTight: true))
    for guide in subject.guides {
      for requirement in guide.requirements { write(requirement, of: guide) }
    }
    writer.tree.close()
  }

  private mutating func write(_ feature: Feature) {
    if let explanation = feature.explanation {
      writer.tree.open(.paragraph)
      writer.tree.open(.strong)
      writer.add(feature.name)
      writer.tree.close()
      writer.add(": " + explanation.text)
      addSource(explanation.evidence)
      writer.tree.close()
    }
    for callout in feature.callouts {
      guard let page = site.pagesByPath[callout.evidence.path] else { continue }
      writer.page = page
      writer.write(.paragraph(callout.paragraph))
    }
  }

  private mutating func write(_ requirement: Requirement, of guide: Guide) {
    writer.tree.open(.item)
    writer.tree.open(.paragraph)
    writer.add(requirement.excerpt.text)
    if let step = requirement.step {
      writer.add(" (")
      writer.tree.open(.link(url: "#" + StepID.id(of: step, kind: .setup)))
      writer.add(text.step(step))
      writer.tree.close()
      writer.add(")")
    }
    addSource(requirement.excerpt.evidence)
    writer.tree.close()
    writer.tree.close()
  }

  private mutating func paragraph(_ words: String) {
    writer.tree.open(.paragraph)
    writer.add(words)
    writer.tree.close()
  }

  // MARK: - Guides

  private mutating func write(_ guide: Guide) {
    guard let page = site.pagesByPath[guide.path] else { return }
    writer.page = page
    writer.screenshotNames = ScreenshotNames.names(in: [guide], text: text)
    let ids = stepIDs(guide)
    for (index, procedure) in guide.procedures.enumerated() {
      openHeading(title(of: procedure, in: guide))
      if index == 0, !guide.versions.listed.isEmpty {
        paragraph(text.guideCovers(guide.versions.listed.joined(separator: ", ")))
      }
      if index == 0 { write(guide.entryPoints, ids: ids) }
      writer.write(procedure.introduction)
      write(procedure, index: index, of: guide, ids: ids)
      writer.write(procedure.closing)
    }
    writer.openHTML("<div class=\"guide-source\">", "</div>")
    writer.tree.open(.paragraph)
    addSource(Evidence(path: guide.path, range: guide.range), isAlone: true)
    writer.tree.close()
    writer.tree.close()
  }

  private func title(of procedure: Procedure, in guide: Guide) -> String {
    switch procedure.kind {
    case .setup: procedure.title ?? guide.title
    case .operation: procedure.title.flatMap { $0 == guide.title ? nil : $0 } ?? text.operation
    case .troubleshooting:
      procedure.title.flatMap { $0 == guide.title ? nil : $0 } ?? text.troubleshooting
    }
  }

  /// The ids of a guide's steps, unique on the page: one list a procedure.
  private mutating func stepIDs(_ guide: Guide) -> [[String]] {
    var ids: [[String]] = []
    for procedure in guide.procedures {
      ids.append(
        StepNumbers.shown(procedure).map {
          writer.uniqueID(StepID.id(of: $0, kind: procedure.kind))
        })
    }
    return ids
  }

  private mutating func write(_ points: [EntryPoint], ids: [[String]]) {
    guard !points.isEmpty else { return }
    let label = HTMLText.escaped(text.whereToBegin)
    writer.openHTML("<nav class=\"entry-points\" aria-label=\"\(label)\">", "</nav>")
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
        writer.add(point.excerpt.text)
      }
      addSource(point.excerpt.evidence)
      writer.tree.close()
      writer.tree.close()
    }
    writer.tree.close()
    writer.tree.close()
  }

  private func audience(_ audience: EntryPoint.Audience) -> String {
    switch audience {
    case .newAccount: text.newAccount
    case .existingAccount: text.existingAccount
    case .other: text.otherAudience
    }
  }

  // MARK: - Steps

  private mutating func write(
    _ procedure: Procedure, index: Int, of guide: Guide, ids: [[String]]
  ) {
    guard !procedure.steps.isEmpty else { return }
    let labels = StepNumbers.shown(procedure)
    let numbers = StepNumbers.numbers(labels)
    writer.openHTML("<div class=\"steps\">", "</div>")
    for (position, step) in procedure.steps.enumerated() {
      // A number left out, or one used twice, begins another list: Markdown lists only count up.
      let continues = position > 0 && numbers[position] == numbers[position - 1] + 1
      if !continues {
        if position > 0 { writer.tree.close() }
        writer.tree.open(.orderedList(start: numbers[position], isTight: false))
      }
      writer.references = references(of: step, in: index, of: guide, ids: ids)
      write(
        step, label: labels[position], id: ids[index][position],
        at: StepPosition(procedure: index, ordinal: step.ordinal), of: guide)
      writer.references = []
    }
    writer.tree.close()
    writer.tree.close()
  }

  private mutating func write(
    _ step: Step, label: String, id: String, at position: StepPosition, of guide: Guide
  ) {
    writer.tree.open(.item)
    writer.tree.open(.paragraph)
    let link = HTMLText.escaped(text.linkToStep(label))
    writer.tree.add(
      inline: .init(
        html: (
          "<a class=\"step-number\" id=\"\(id)\" href=\"#\(id)\" aria-label=\"\(link)\">"
            + "\(HTMLText.escaped(label))</a>", ""
        ), markdown: ("<a id=\"\(id)\"></a>", "")))
    if step.isOptional {
      let word = HTMLText.escaped(text.optional)
      writer.tree.add(
        inline: .init(
          html: ("<span class=\"tag\">\(word)</span> ", ""), markdown: ("(\(word)) ", "")))
    }
    writer.write(step.content)
    writer.tree.close()
    writeArrivals(at: position, of: guide)
    for image in step.images { writer.writeFigure(image) }
    if !step.substeps.isEmpty {
      let isTight = step.substeps.allSatisfy(\.images.isEmpty)
      writer.tree.open(.bulletList(isTight: isTight))
      for substep in step.substeps {
        writer.tree.open(.item)
        writer.tree.open(.paragraph)
        writer.write(substep.content)
        writer.tree.close()
        for image in substep.images { writer.writeFigure(image) }
        writer.tree.close()
      }
      writer.tree.close()
    }
    writer.write(step.details)
    writer.tree.close()
  }

  /// Tells readers who begin here that they are at the right place.
  private mutating func writeArrivals(at position: StepPosition, of guide: Guide) {
    guard position != StepPosition(procedure: 0, ordinal: 1) else { return }
    for point in guide.entryPoints where point.target == position {
      writer.openHTML("<div class=\"start-here\">", "</div>")
      paragraph(text.startHere(audience(point.audience)))
      writer.tree.close()
    }
  }

  /// Where the step's references lead: to a step of its own procedure, else of the setup.
  private func references(
    of step: Step, in index: Int, of guide: Guide, ids: [[String]]
  ) -> [(range: SourceRange, address: String)] {
    step.references.compactMap { reference in
      StepPosition.of(reference.label, in: guide.procedures, preferring: index).map {
        (reference.range, "#" + ids[$0.procedure][$0.ordinal - 1])
      }
    }
  }
}
