import CommonMark
import GuideModel
import SourceText

/// The parts of a client's page: planned first, so that a list of them can stand above them.
extension GuideBody {
  enum Section: Equatable {
    /// The hosting company's settings, where its file tells them.
    case settings
    case background
    /// A procedure, by its guide's id and its place in the guide.
    case procedure(String, Int)
    /// How to see that it worked, behind a guide's last setup procedure.
    case test(String, behind: Int)
    case help
  }

  mutating func planSections() {
    guard !subject.guides.isEmpty else { return }
    if settings != nil { plan(.settings, text.values.title) }
    plan(.background, text.beforeYouBegin)
    // What to try is the same for all guides, so that it stands behind the last one.
    let tested = subject.guides.last { $0.procedures.contains { $0.kind == .setup } }
    for guide in subject.guides {
      let lastSetup =
        guide.id == tested?.id ? guide.procedures.lastIndex { $0.kind == .setup } : nil
      for (index, procedure) in guide.procedures.enumerated() {
        plan(.procedure(guide.id, index), title(of: procedure, in: guide))
        if index == lastSetup { plan(.test(guide.id, behind: index), text.tryIt) }
      }
    }
    let isTroubleTold = subject.guides.flatMap(\.procedures).contains {
      $0.kind == .troubleshooting
    }
    plan(.help, isTroubleTold ? text.ifItFails : text.troubleshooting)
  }

  private mutating func plan(_ section: Section, _ title: String) {
    if section == .background, !hasBackground { return }
    let id = writer.ids.unique(PageDirectory.slug(of: title))
    sections.append((section, title, id))
  }

  mutating func openHeading(_ section: Section) {
    guard let planned = sections.first(where: { $0.section == section }) else { return }
    writer.openHeading(level: 2, id: planned.id, isLinkedTo: true)
    if case .procedure(let id, _) = section,
      let guide = subject.guides.first(where: { $0.id == id })
    {
      add(Excerpt(planned.title, evidence: Evidence(path: guide.path, range: guide.range)))
    } else {
      writer.add(planned.title)
    }
    writer.tree.close()
  }

  /// What the page holds, as links; nothing on pages without a guide, which are short.
  mutating func writeContents() {
    guard sections.count > 1 else { return }
    let label = HTMLText.escaped(text.onThisPage)
    writer.openHTML("<nav class=\"contents\" aria-label=\"\(label)\">", "</nav>")
    writer.tree.open(.paragraph)
    writer.tree.open(.strong)
    writer.add(text.onThisPage)
    writer.tree.close()
    writer.tree.close()
    writer.tree.open(.bulletList(isTight: true))
    for section in sections {
      writeLinkItem(section.title, to: AddressText.encoded("#" + section.id))
    }
    writer.tree.close()
    writer.tree.close()
  }

  /// Whom the page is for, and how much there is to do.
  mutating func writeLead() {
    guard !subject.guides.isEmpty else { return }
    var versions: [String] = []
    for version in subject.guides.flatMap(\.versions.listed) where !versions.contains(version) {
      versions.append(version)
    }
    let name = ([subject.client.name] + [versions.joined(separator: ", ")])
      .filter { !$0.isEmpty }.joined(separator: " ")
    writer.openHTML("<div class=\"lead\">", "</div>")
    var words = text.forWhom(name)
    if subject.guides.count == 1 {
      words = text.sentences(words, text.howMuch(subject.guides[0].setupSteps.count))
    }
    paragraph(words)
    writer.tree.close()
  }

  /// Words that are the same on every client's page: no search needs to find them.
  private mutating func openGeneral() { writer.openHTML("<div class=\"general\">", "</div>") }

  // MARK: - After the steps

  /// How readers see that the setup worked, with what the pages say has to come first.
  mutating func writeTest(of guide: Guide, behind index: Int) {
    openGeneral()
    openHeading(.test(guide.id, behind: index))
    let feature = guide.featureID.flatMap { site.feature($0, in: text.language) }
    if let prerequisite = feature?.prerequisite {
      writer.tree.open(.paragraph)
      writer.add(text.sentences(text.tryItFirst, ""))
      add(prerequisite)
      addSource(prerequisite.evidence)
      writer.tree.close()
    }
    writer.tree.open(.orderedList(start: 1, isTight: true))
    for words in [text.tryItSend, text.tryItReceive] {
      writer.tree.open(.item)
      paragraph(words)
      writer.tree.close()
    }
    writer.tree.close()
    writer.tree.close()
  }

  /// What is left to do where nothing helped.
  mutating func writeHelp() {
    openGeneral()
    openHeading(.help)
    writer.tree.open(.bulletList(isTight: true))
    if let guide = subject.guides.first, let id = stepIDs[guide.id]?.first?.first,
      let step = guide.procedures.first?.steps.first
    {
      writer.tree.open(.item)
      writer.tree.open(.paragraph)
      writer.add(text.ifItFailsReread + " (")
      writer.tree.open(.link(url: "#" + id))
      writer.add(text.step(step.name))
      writer.tree.close()
      writer.add(")")
      writer.tree.close()
      writer.tree.close()
    }
    writeLinkItem(
      text.ifItFailsSearch, to: "\(writer.links.root)\(edition.prefix)search/index.html")
    if let address = site.settings.contactURL { writeLinkItem(text.contact, to: address) }
    writer.tree.close()
    writer.tree.close()
  }
}
