import CommonMark
import GuideModel
import SourceText
import Syntax

/// What is known of the client itself: its levels, its price, its links, and that a guide is missing.
extension GuideBody {
  mutating func writeFacts() {
    writer.openHTML(
      "<section class=\"facts\" aria-label=\"\(HTMLText.escaped(text.about))\">", "</section>")
    writer.tree.open(.bulletList(isTight: true))
    for claims in alike(subject.statements) { write(claims) }
    if subject.statements.isEmpty {
      openFact(text.level)
      addLevel(nil)
      writer.add(" " + text.noStatement)
      closeFact()
    }
    writeDistribution()
    writeProfile()
    writeChecked()
    for link in subject.client.links { write(link) }
    writer.tree.close()
    writer.tree.close()
  }

  mutating func openFact(_ label: String) {
    writer.tree.open(.item)
    writer.tree.open(.paragraph)
    writer.tree.open(.strong)
    writer.add(label)
    writer.tree.close()
    writer.add(": ")
  }

  mutating func closeFact() {
    writer.tree.close()
    writer.tree.close()
  }

  /// Claims that say the same of the same versions, made in several places, are one fact.
  func alike(_ statements: [SupportStatement]) -> [[SupportStatement]] {
    var groups: [[SupportStatement]] = []
    for statement in statements {
      let index = groups.firstIndex { group in
        group[0].featureID == statement.featureID && group[0].level == statement.level
          && group[0].versions.scope == statement.versions.scope
      }
      if let index { groups[index].append(statement) } else { groups.append([statement]) }
    }
    return groups
  }

  /// - Parameter claims: at least one, all alike.
  mutating func write(_ claims: [SupportStatement]) {
    guard let first = claims.first else { return }
    openFact(site.features[first.featureID]?.name ?? first.featureID)
    addLevel(first.level)
    writer.add(" " + text.levelText(first.level).meaning)
    if let versions = first.versions.shown {
      writer.tree.addLineBreak()
      writer.add("\(text.versions): " + versions)
    }
    for claim in claims.prefix(Self.mostSources) { writeWords(of: claim) }
    if claims.count > Self.mostSources {
      writer.tree.addLineBreak()
      writer.add(text.moreSources(claims.count - Self.mostSources))
    }
    closeFact()
  }

  /// How many places a fact names that are all of one mind.
  private static let mostSources = 6

  /// The words from which a level was read, and where they stand.
  mutating func writeWords(of claim: SupportStatement) {
    let words = claim.levelAsWritten
    let isOnPage = site.pagesByPath[words.evidence.path] != nil
    if isOnPage, !words.text.isEmpty {
      writer.tree.addLineBreak()
      writer.add("\(text.asWrittenLevel): ")
      writer.tree.open(.emphasis)
      add(words)
      writer.tree.close()
      if claim.isTakenOver { writer.add(" (\(text.takenOver))") }
    }
    for note in claim.notes {
      writer.tree.addLineBreak()
      add(note)
    }
    if let evidence = claim.evidence.first { addSource(evidence) }
  }

  mutating func writeDistribution() {
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

  mutating func write(_ link: ClientLink) {
    let label =
      switch link.relation {
      case .homepage: text.homepage
      case .download: text.download
      case .documentation: text.documentation
      }
    openFact(label)
    write(address: link.url, isLink: link.isGone?.value != true)
    if let moved = link.movedTo {
      writer.add(" → ")
      write(address: moved.value, isLink: true)
    }
    addSource(link.evidence)
    for place in (link.movedTo?.evidence ?? []) + (link.isGone?.evidence ?? [])
    where place.path != link.evidence.path { addSource(place) }
    closeFact()
  }

  /// Nobody is sent to a page that is gone.
  private mutating func write(address: String, isLink: Bool) {
    guard isLink, SiteLinks.isSafe(address) else { return writer.add(address) }
    writer.tree.open(.link(url: AddressText.encoded(address)))
    writer.add(address)
    writer.tree.close()
  }

  /// Words of a page as they stand there, marked where they are in another language.
  mutating func add(_ excerpt: Excerpt) {
    let language = site.language(of: excerpt)
    guard language != edition.language else { return writer.add(excerpt.text) }
    writer.tree.open(
      .customInline(
        .init(html: ("<span lang=\"\(language)\">", "</span>"), markdown: ("", ""))))
    writer.add(excerpt.text)
    writer.tree.close()
  }

  mutating func addLevel(_ level: SupportLevel?) {
    writer.tree.add(inline: LevelBadge.frame(level, text))
  }

  /// A link to the line that a fact was read from.
  mutating func addSource(_ evidence: Evidence, isAlone: Bool = false) {
    guard let page = lines.page(evidence), let range = lines.lines(of: evidence),
      let entry = site.library.directory[page]
    else { return addCuratedSource(evidence, isAlone: isAlone) }
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

  /// On what the client runs and whether it is still to be had: no page said so, but a curator may
  /// have.
  private mutating func writeProfile() {
    let profile = site.profile(of: subject.client)
    let client = subject.client
    var facts: [(label: String, words: String, evidence: [Evidence]?)] = []
    if !profile.platforms.isEmpty {
      let words = profile.platforms.map { ClientFacet.words($0, text) }
      facts.append(
        (
          text.device, words.dropFirst().reduce(words[0]) { text.members($0, $1) },
          client.platforms?.evidence
        ))
    }
    if let isDiscontinued = profile.isDiscontinued {
      facts.append(
        (
          text.availability, isDiscontinued ? text.ageFormer : text.ageCurrent,
          client.lifecycle?.evidence
        ))
    }
    for fact in facts {
      openFact(fact.label)
      writer.add(fact.evidence == nil ? "\(fact.words) (\(text.byOwnList))" : fact.words)
      if let place = fact.evidence?.first { addSource(place) }
      closeFact()
    }
  }

  /// When somebody last tried each guide, as its page says.
  private mutating func writeChecked() {
    // Among many guides, each says so on its own page.
    guard clientPage.kind != .overview else { return }
    var paths: [String] = []
    for guide in subject.guides where !paths.contains(guide.path) { paths.append(guide.path) }
    for path in paths {
      guard let page = site.pagesByPath[path] else { continue }
      openFact(paths.count > 1 ? "\(text.checkedOn) (\(page.name))" : text.checkedOn)
      let words = page.checked?.day.text ?? text.neverChecked
      let changed = site.history(of: page)?.changed.map { "(\(text.lastChanged($0.day)))" }
      writer.add(changed.map { text.sentences(words, $0) } ?? words)
      if let checked = page.checked { addSource(checked.evidence) }
      closeFact()
    }
  }

  mutating func writeMissingGuide() {
    writer.openHTML("<div class=\"callout callout-important\">", "</div>")
    paragraph(text.noGuide)
    writeOffers()
    writer.tree.close()
  }

  /// The clients that do have a guide; nothing where none has.
  mutating func writeOffers() {
    guard !site.clientsWithGuides.isEmpty else { return }
    paragraph(text.noGuideHelp)
    writer.openHTML("<nav aria-label=\"\(HTMLText.escaped(text.clients))\">", "</nav>")
    writer.tree.open(.bulletList(isTight: true))
    for other in site.clientsWithGuides.prefix(Self.mostOffers) {
      writeLinkItem(other.name, to: writer.links.client(other.id))
    }
    if site.clientsWithGuides.count > Self.mostOffers {
      writeLinkItem(
        text.clients, to: "\(writer.links.root)\(edition.prefix)clients/index.html")
    }
    writer.tree.close()
    writer.tree.close()
  }

  /// How many other clients a page without a guide offers.
  static let mostOffers = 12

  mutating func writeLinkItem(_ words: String, to address: String) {
    writer.tree.open(.item)
    writer.tree.open(.paragraph)
    writer.tree.open(.link(url: address))
    writer.add(words)
    writer.tree.close()
    writer.tree.close()
    writer.tree.close()
  }
}
