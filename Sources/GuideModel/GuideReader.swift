import SourceText
import Syntax

/// Understands one page: its feature, its clients and their levels, its guides with their steps.
///
/// Goes in: a document tree. Comes out: a ``PageReading`` with the evidence of every fact and a
/// remark for every choice. Never fails; what is not understood is simply not claimed.
package struct GuideReader: Sendable {
  private let lexicon: Lexicon

  package init(vocabulary: Vocabulary) { lexicon = Lexicon(vocabulary) }

  /// - Parameters:
  ///   - name: the page's name in the wiki.
  ///   - house: the id of the wiki; empty for pages of the content folder itself.
  package func read(_ document: Document, name: String, house: String = "") -> PageReading {
    let facts = PageFacts(document)
    var page = PageUnderstanding(
      document: document, name: name, facts: facts, lexicon: lexicon)
    page.understand()
    let sections = page.sections.indices.dropFirst().map { index in
      (title: page.sections[index].title ?? "", range: page.scope(of: index))
    }
    return PageReading(
      name: name, house: house, title: page.title, document: document.puttingBlocksAside,
      facts: facts, stated: page.stated, features: page.features, clients: page.clients,
      statements: page.statements, guides: page.guides, sections: sections,
      callouts: page.callouts, unreadSteps: page.unreadSteps, diagnostics: page.diagnostics,
      remarks: page.remarks.sorted { $0.range < $1.range })
  }
}

/// The work on one page, in the order in which later parts need earlier ones.
struct PageUnderstanding {
  let document: Document
  let name: String
  let facts: PageFacts
  let lexicon: Lexicon
  let callouts: [SourceRange: CalloutSeverity]
  var sections: [Section] = []
  /// The clients that the page and its headings name; nil until somebody asks.
  var namedClients: NamedClients?
  /// The clients that the sections are about, while they are asked for again and again.
  var sectionClients: [(name: ClientName?, isOwn: Bool)] = []
  /// Whether the page speaks of mail, and of programs for it; nil until somebody asks.
  var speaksOfMail: Bool?
  var speaksOfPrograms: Bool?
  var said = SaidLevels()
  /// Ids of the first of ``clients``, on pages with many of them.
  private var clientIDs: Set<String> = []
  private var countedClients = 0
  /// The sentences right below a heading that may say where to begin; see ``EntryPointReader``.
  var openings: [Int: [EntryPointReader.Opening]] = [:]
  var title = ""
  var features: [Feature] = []
  var clients: [Client] = []
  var statements: [SupportStatement] = []
  var guides: [Guide] = []
  var diagnostics: [Diagnostic] = []
  var remarks: [Remark] = []
  var unreadSteps: [UnreadSteps] = []
  var stated = PageReading.Stated()

  var file: SourceFile { document.file }

  init(document: Document, name: String, facts: PageFacts, lexicon: Lexicon) {
    self.document = document
    self.name = name
    self.facts = facts
    self.lexicon = lexicon
    callouts = CalloutReader.callouts(in: document, lexicon: lexicon)
  }

  mutating func understand() {
    sections = Outline.sections(of: document, lexicon: lexicon)
    readFrontMatter()
    readDirectives()
    readTitle()
    readFeature()
    readClientLists()
    readSentences()
    readGuides()
    findUnreadSteps()
    joinClients()
  }

  /// The first line on which something stands: the place of what the page as a whole says.
  var firstLine: SourceRange {
    let first = file.bytes[file.textStart...].firstIndex { $0 > UInt8(ascii: " ") }
    return file.line(around: first ?? file.textStart)
  }

  func evidence(_ range: SourceRange) -> Evidence {
    Evidence(path: file.path, range: range)
  }

  // MARK: - Directives and title

  mutating func readDirectives() {
    // Both comments and headings stand in file order.
    var index = 0
    for comment in document.comments {
      guard let (directive, finding) = Directive.read(comment, in: file) else { continue }
      if let finding { diagnostics.append(finding) }
      guard let directive else { continue }
      while index + 1 < sections.count, let heading = sections[index + 1].heading,
        heading.range.lower < comment.range.lower
      {
        index += 1
      }
      sections[index].directives.append(directive)
      remarks.append(Remark(range: comment.range, text: "the author says so in a comment"))
      switch directive {
      case .procedure: sections[index].kind = .setup
      case .notProcedure, .ignore: sections[index].kind = nil
      case .clientList: sections[index].kind = .clientList
      case .notClientList: forgetClientList(index)
      case .was(let name): stated.formerNames.append(name)
      case .translation(of: let name):
        stated.originalName = Excerpt(name, evidence: evidence(comment.range))
      case .language(let code): stated.language = code
      case .checked(let day):
        stated.checked = CheckedDate(day: day, evidence: evidence(comment.range))
      case .allow(let rule, let reason):
        stated.allowances.append(
          Allowance(rule: rule, reason: reason, range: comment.text, scope: scope(of: index)))
      case .level, .client, .feature: break
      }
    }
    for index in sections.indices where sections[index].level(ofOneClient: false) != nil {
      sections[index].kind = .clientList
    }
    if sections[0].directives.contains(.ignore) {
      for index in sections.indices { sections[index].directives.append(.ignore) }
    }
  }

  /// The stretch of the page that a section and those below it take, comment lines too.
  func scope(of index: Int) -> SourceRange {
    guard let heading = sections[index].heading else { return SourceRange(0, file.bytes.count) }
    let next = sections[(index + 1)...].first { $0.level <= sections[index].level }
    return SourceRange(heading.range.lower, next?.range.lower ?? file.bytes.count)
  }

  /// The subject line before any heading, else the heading above all others, else the page's name.
  mutating func readTitle() {
    if let stated = stated.title {
      title = stated.text
      remarks.append(
        Remark(range: stated.evidence.range, text: "title of the page: its author says so"))
    } else if let range = document.title, !range.isEmpty {
      title = file.text(range)
      remarks.append(Remark(range: range, text: "title of the page: its author says so"))
    } else if document.isNamedByFirstLine,
      case .paragraph(let paragraph)? = sections[0].blocks.first,
      !paragraph.content.contains(where: { if case .softBreak = $0 { true } else { false } })
    {
      title = VisibleText.of(paragraph.content, in: file)
      remarks.append(
        Remark(range: paragraph.range, text: "subject of the page: one line before any heading"))
    } else if let heading = titleHeading,
      heading.level == 1 || !document.naming.titlesAreTopHeadings
    {
      title = VisibleText.of(heading.content, in: file)
      remarks.append(Remark(range: heading.range, text: "title of the page"))
    }
    if title.isEmpty { title = document.isNamedByFirstLine ? name : nameOfFile }
  }

  /// The last part of the page's name, without the language behind it.
  private var nameOfFile: String {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    let language = PublishedPath(file.path).language.map { "." + $0 } ?? ""
    return last.lowercased().hasSuffix(language) ? String(last.dropLast(language.count)) : last
  }

  /// The first heading, where no other one stands as high.
  var titleHeading: Heading? {
    guard let first = facts.headings.first,
      facts.headings.dropFirst().allSatisfy({ $0.level > first.level })
    else { return nil }
    return first
  }

  // MARK: - Feature

  mutating func readFeature() {
    for section in sections where !section.directives.contains(.ignore) {
      for case .feature(let name) in section.directives {
        addFeature(named: FoldedText(name), asWritten: name, section: section)
      }
    }
    if features.isEmpty {
      for section in sections where section.kind == .explanation {
        guard let text = section.words else { continue }
        if lexicon.feature(in: text) != nil {
          addFeature(named: text, asWritten: nil, section: section)
        }
      }
    }
    if features.isEmpty, let known = lexicon.feature(in: FoldedText(title)) {
      addKnown(known, section: nil)
    }
    if features.isEmpty {
      for section in sections {
        guard let known = section.words.flatMap(lexicon.feature) else { continue }
        addKnown(known, section: section)
        break
      }
    }
    if features.isEmpty { readFeatureFromText() }
  }

  mutating func readFeatureFromText() {
    for section in sections {
      for case .paragraph(let paragraph) in section.blocks {
        if let known = lexicon.feature(in: FoldedText(paragraph.content, in: file)) {
          addKnown(known, section: nil, at: paragraph.range)
          return
        }
      }
    }
  }

  mutating func addFeature(named text: FoldedText, asWritten: String?, section: Section) {
    if let known = lexicon.feature(in: text) {
      addKnown(known, section: section)
    } else if let asWritten {
      let range = section.heading?.range ?? section.range
      features.append(
        Feature(
          id: Slug.ascii(asWritten, fallback: "feature"), name: asWritten,
          evidence: [evidence(range)]))
    }
  }

  mutating func addKnown(
    _ known: Vocabulary.KnownFeature, section: Section?, at place: SourceRange? = nil
  ) {
    let range = place ?? section?.heading?.range ?? firstLine
    var feature = Feature(
      id: known.id, name: known.name, aliases: known.aliases, isStandard: known.isStandard,
      isDeprecated: known.isDeprecated, supersededBy: known.supersededBy,
      evidence: [evidence(range)])
    if let section, section.kind == .explanation { explain(&feature, with: section.blocks) }
    remarks.append(Remark(range: range, text: "feature: \(known.name) (\(known.id))"))
    features.append(feature)
  }

  func explain(_ feature: inout Feature, with blocks: [Block]) {
    for case .paragraph(let paragraph) in blocks {
      if let severity = callouts[paragraph.range] {
        feature.callouts.append(
          Callout(severity: severity, paragraph: paragraph, evidence: evidence(paragraph.range)))
        continue
      }
      let text = FoldedText(paragraph.content, in: file)
      for sentence in Sentences.split(text, atLines: document.endsSentencesWithLines) {
        let range = text.sourceRange(sentence)
        let excerpt = Excerpt(file.text(range), evidence: evidence(range))
        let words = FoldedText(range, in: file)
        if feature.prerequisite == nil, lexicon.has(lexicon.prerequisite, in: words) {
          feature.prerequisite = excerpt
        } else if feature.explanation == nil {
          feature.explanation = excerpt
        }
      }
    }
  }

  // MARK: - Clients

  mutating func readClientLists() {
    forgetListsOfOtherThings()
    var reader = ClientListReader(sections, in: file, lexicon: lexicon)
    for index in sections.indices where !sections[index].directives.contains(.ignore) {
      switch sections[index].kind {
      case .clientList: reader.read(index, feature: listedFeature(of: index))
      case .explanation, nil:
        reader.readTables(of: index) { self.listedFeature(of: index) }
      case .setup, .operation, .troubleshooting, .references: break
      }
    }
    remarks += reader.remarks
    defer { readLevelsOfOneClient() }
    // The page's own subject, before those that only some of its clients are listed for.
    if features.isEmpty, reader.entries.contains(where: { $0.feature == nil && !$0.isNamedOnly }) {
      features.append(unnamedFeature)
    }
    for entry in reader.entries { add(entry) }
  }

  /// What a section lists its clients for: as its author, its heading or the nearest one above says.
  /// Nil where none does: then it is what the page is about.
  func listedFeature(of index: Int) -> Vocabulary.KnownFeature? {
    var current: Int? = index
    while let section = current.map({ sections[$0] }) {
      for case .feature(let name) in section.directives { return known(named: name) }
      if let heading = section.heading, let known = section.words.flatMap(lexicon.feature) {
        // What the author says of the whole page goes before its title.
        let isTitle = heading.range == titleHeading?.range
        for case .feature(let name) in sections[0].directives where isTitle {
          return self.known(named: name)
        }
        return known
      }
      current = section.parent
    }
    return nil
  }

  func known(named name: String) -> Vocabulary.KnownFeature {
    lexicon.feature(in: FoldedText(name))
      ?? Vocabulary.KnownFeature(
        id: Slug.ascii(name, fallback: "feature"), name: name, aliases: [], isStandard: false,
        isDeprecated: false, supersededBy: [])
  }

  /// "Compatibility" stands above many lists: one whose heading speaks neither of clients nor of a
  /// level, and in which no client that is known and no level is found, lists other things.
  private mutating func forgetListsOfOtherThings() {
    for index in sections.indices where sections[index].kind == .clientList {
      guard sections[index].kindWord != nil, !sections[index].directives.contains(.clientList),
        sections[index].level(ofOneClient: false) == nil, let heading = sections[index].heading,
        let words = sections[index].words
      else { continue }
      let parts = ([index] + sectionsBelow(index)).map { FoldedText(sections[$0].range, in: file) }
      guard !lexicon.has(lexicon.clientWords, in: words), lexicon.level(in: words) == nil,
        !parts.contains(where: { lexicon.client(in: $0) != nil || lexicon.level(in: $0) != nil })
      else { continue }
      forgetClientList(index)
      remarks.append(Remark(range: heading.range, text: "no list of clients: none is known"))
    }
  }

  /// A section that its author says lists no clients, with those below that only took it over.
  mutating func forgetClientList(_ index: Int) {
    for section in [index] + sectionsBelow(index)
    where sections[section].kind == .clientList
      && (section == index || sections[section].kindWord == nil)
    {
      sections[section].kind = nil
    }
  }

  /// Whether the page names a client already.
  mutating func hasClient(_ id: String) -> Bool {
    // So many are looked through faster than they are put in order.
    guard clients.count > 16 else { return clients.contains { $0.id == id } }
    for client in clients[countedClients...] { clientIDs.insert(client.id) }
    countedClients = clients.count
    return clientIDs.contains(id)
  }

  mutating func add(_ entry: ClientListReader.Entry) {
    clients.append(entry.client)
    guard !entry.isNamedOnly else { return }
    if let known = entry.feature, !features.contains(where: { $0.id == known.id }) {
      addKnown(known, section: nil, at: entry.client.evidence.first?.range)
    }
    statements.append(
      SupportStatement(
        clientID: entry.client.id, featureID: entry.feature?.id ?? features[0].id,
        level: entry.level, levelAsWritten: entry.levelAsWritten, basis: entry.basis,
        isTakenOver: entry.isTakenOver, versions: entry.versions, notes: entry.notes,
        verification: entry.verification ?? verificationOfPage(for: entry.level),
        evidence: entry.evidence))
  }

  /// An author who says when somebody last tried what the page says means its levels too.
  func verificationOfPage(for level: SupportLevel?) -> Verification? {
    guard let checked = stated.checked, let level, level != .untested else { return nil }
    return Verification(on: checked.day, method: .handsOn, evidence: checked.evidence)
  }

  /// What a page speaks of that names no known feature: the page's own subject.
  var unnamedFeature: Feature {
    Feature(
      id: Slug.ascii(title, fallback: "feature"), name: title, evidence: [evidence(firstLine)])
  }

  /// Sections whose author names a client and its level.
  mutating func readLevelsOfOneClient() {
    for index in sections.indices {
      let section = sections[index]
      guard let level = section.level(ofOneClient: true),
        !section.directives.contains(.ignore), let client = statedClient(of: section)
      else { continue }
      let place = evidence(section.heading?.range ?? firstLine)
      if features.isEmpty {
        features.append(unnamedFeature)
      }
      if !hasClient(client.id) {
        clients.append(
          Client(
            id: client.id, name: client.name, asWritten: [client.asWritten], kind: client.kind,
            evidence: [place]))
      }
      statements.append(
        SupportStatement(
          clientID: client.id, featureID: features[0].id, level: level,
          levelAsWritten: Excerpt(level.rawValue, evidence: place), basis: .stated,
          versions: client.versions, verification: verificationOfPage(for: level),
          evidence: [place]))
    }
  }
}
