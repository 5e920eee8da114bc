import SourceText
import Syntax

/// Understands one page: its feature, its clients and their levels, its guides with their steps.
///
/// Goes in: a document tree. Comes out: a ``PageReading`` with the evidence of every fact and a
/// remark for every choice. Never fails; what is not understood is simply not claimed.
package struct GuideReader: Sendable {
  private let lexicon: Lexicon

  package init(vocabulary: Vocabulary) { lexicon = Lexicon(vocabulary) }

  /// - Parameter name: the page's name in the wiki.
  package func read(_ document: Document, name: String) -> PageReading {
    let facts = PageFacts(document)
    var page = PageUnderstanding(
      document: document, name: name, facts: facts, lexicon: lexicon)
    page.understand()
    return PageReading(
      name: name, title: page.title, document: document, facts: facts, features: page.features,
      clients: page.clients, statements: page.statements, guides: page.guides,
      callouts: page.callouts, diagnostics: page.diagnostics,
      remarks: page.remarks.sorted { $0.range < $1.range })
  }
}

/// The work on one page, in the order in which later parts need earlier ones.
private struct PageUnderstanding {
  let document: Document
  let name: String
  let facts: PageFacts
  let lexicon: Lexicon
  let callouts: [SourceRange: CalloutSeverity]
  var sections: [Section] = []
  var title = ""
  var features: [Feature] = []
  var clients: [Client] = []
  var statements: [SupportStatement] = []
  var guides: [Guide] = []
  var diagnostics: [Diagnostic] = []
  var remarks: [Remark] = []

  private var file: SourceFile { document.file }

  init(document: Document, name: String, facts: PageFacts, lexicon: Lexicon) {
    self.document = document
    self.name = name
    self.facts = facts
    self.lexicon = lexicon
    callouts = CalloutReader.callouts(in: document, lexicon: lexicon)
  }

  mutating func understand() {
    sections = Outline.sections(of: document, lexicon: lexicon)
    readDirectives()
    readTitle()
    readFeature()
    readClientLists()
    readGuides()
  }

  /// The first line on which something stands: the place of what the page as a whole says.
  private var firstLine: SourceRange {
    let first = file.bytes[file.textStart...].firstIndex { $0 > UInt8(ascii: " ") }
    return file.line(around: first ?? file.textStart)
  }

  private func evidence(_ range: SourceRange) -> Evidence {
    Evidence(path: file.path, range: range)
  }

  // MARK: - Directives and title

  private mutating func readDirectives() {
    for comment in document.comments {
      guard let (directive, finding) = Directive.read(comment, in: file) else { continue }
      if let finding { diagnostics.append(finding) }
      guard let directive else { continue }
      let index =
        sections.lastIndex { $0.heading.map { $0.range.lower < comment.range.lower } ?? true } ?? 0
      sections[index].directives.append(directive)
      remarks.append(Remark(range: comment.range, text: "the author says so in a comment"))
      switch directive {
      case .procedure: sections[index].kind = .setup
      case .notProcedure, .ignore: sections[index].kind = nil
      case .level:
        let isOfOneClient = sections[index].directives.contains {
          if case .client = $0 { true } else { false }
        }
        if !isOfOneClient { sections[index].kind = .clientList }
      case .client, .feature: break
      }
    }
    if sections[0].directives.contains(.ignore) {
      for index in sections.indices { sections[index].directives.append(.ignore) }
    }
  }

  /// The subject line before any heading, else the heading above all others, else the page's name.
  private mutating func readTitle() {
    if let range = document.title, !range.isEmpty {
      title = file.text(range)
      remarks.append(Remark(range: range, text: "title of the page: its author says so"))
    } else if case .paragraph(let paragraph)? = sections[0].blocks.first,
      !paragraph.content.contains(where: { if case .softBreak = $0 { true } else { false } })
    {
      title = VisibleText.of(paragraph.content, in: file)
      remarks.append(
        Remark(range: paragraph.range, text: "subject of the page: one line before any heading"))
    } else if let heading = titleHeading {
      title = VisibleText.of(heading.content, in: file)
      remarks.append(Remark(range: heading.range, text: "title of the page"))
    }
    if title.isEmpty { title = name }
  }

  /// The first heading, where no other one stands as high.
  private var titleHeading: Heading? {
    guard let first = facts.headings.first,
      facts.headings.dropFirst().allSatisfy({ $0.level > first.level })
    else { return nil }
    return first
  }

  // MARK: - Feature

  private mutating func readFeature() {
    for section in sections where !section.directives.contains(.ignore) {
      for case .feature(let name) in section.directives {
        addFeature(named: FoldedText(name), asWritten: name, section: section)
      }
    }
    if features.isEmpty {
      for section in sections where section.kind == .explanation {
        guard let heading = section.heading else { continue }
        let text = FoldedText(heading.content, in: file)
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
        guard let heading = section.heading,
          let known = lexicon.feature(in: FoldedText(heading.content, in: file))
        else { continue }
        addKnown(known, section: section)
        break
      }
    }
    if features.isEmpty { readFeatureFromText() }
  }

  private mutating func readFeatureFromText() {
    for section in sections {
      for case .paragraph(let paragraph) in section.blocks {
        if let known = lexicon.feature(in: FoldedText(paragraph.content, in: file)) {
          addKnown(known, section: nil, at: paragraph.range)
          return
        }
      }
    }
  }

  private mutating func addFeature(named text: FoldedText, asWritten: String?, section: Section) {
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

  private mutating func addKnown(
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

  private func explain(_ feature: inout Feature, with blocks: [Block]) {
    for case .paragraph(let paragraph) in blocks {
      if let severity = callouts[paragraph.range] {
        feature.callouts.append(
          Callout(severity: severity, paragraph: paragraph, evidence: evidence(paragraph.range)))
        continue
      }
      let text = FoldedText(paragraph.content, in: file)
      for sentence in Sentences.split(text) {
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

  private mutating func readClientLists() {
    var reader = ClientListReader(file: file, lexicon: lexicon)
    for section in sections
    where section.kind == .clientList && !section.directives.contains(.ignore) {
      reader.read(section)
    }
    remarks += reader.remarks
    defer { readLevelsOfOneClient() }
    guard !reader.entries.isEmpty else { return }
    if features.isEmpty, reader.entries.contains(where: { $0.feature == nil }) {
      features.append(
        unnamedFeature)
    }
    for entry in reader.entries {
      clients.append(entry.client)
      if let known = entry.feature, !features.contains(where: { $0.id == known.id }) {
        addKnown(known, section: nil, at: entry.client.evidence.first?.range)
      }
      statements.append(
        SupportStatement(
          clientID: entry.client.id, featureID: entry.feature?.id ?? features[0].id,
          level: entry.level,
          levelAsWritten: entry.levelAsWritten, basis: entry.basis,
          isTakenOver: entry.isTakenOver, versions: entry.versions, evidence: entry.evidence))
    }
  }

  /// What a page speaks of that names no known feature: the page's own subject.
  private var unnamedFeature: Feature {
    Feature(
      id: Slug.ascii(title, fallback: "feature"), name: title, evidence: [evidence(firstLine)])
  }

  /// Sections whose author names a client and its level.
  private mutating func readLevelsOfOneClient() {
    for index in sections.indices {
      let section = sections[index]
      let level = section.directives.compactMap { directive -> SupportLevel? in
        if case .level(let level) = directive { level } else { nil }
      }.first
      guard let level, section.kind != .clientList, !section.directives.contains(.ignore),
        let client = client(of: index).name
      else { continue }
      let place = evidence(section.heading?.range ?? firstLine)
      if features.isEmpty {
        features.append(unnamedFeature)
      }
      if !clients.contains(where: { $0.id == client.id }) {
        clients.append(
          Client(
            id: client.id, name: client.name, asWritten: [client.asWritten], kind: client.kind,
            evidence: [place]))
      }
      statements.append(
        SupportStatement(
          clientID: client.id, featureID: features[0].id, level: level,
          levelAsWritten: Excerpt(level.rawValue, evidence: place), basis: .stated,
          versions: client.versions, evidence: [place]))
    }
  }

  // MARK: - Guides

  private struct Draft {
    /// Where its title stands: the section above where parts of it have sections of their own.
    var section: Int
    /// The section that its last steps come from.
    var lastSection: Int
    let client: ClientName?
    var procedures: [Procedure]
  }

  private mutating func readGuides() {
    var drafts: [Draft] = []
    let headings = StepHeadingReader(file: file, lexicon: lexicon)
    let runs = headings.runs(in: sections)
    let taken = Set(runs.flatMap { $0.flatMap { [$0] + sectionsBelow($0) } })
    for index in sections.indices {
      let section = sections[index]
      guard !section.directives.contains(.ignore) else { continue }
      if let run = runs.first(where: { $0[0] == index }) {
        drafts.append(draft(of: run, headings))
      }
      guard !taken.contains(index) else { continue }
      let isProcedure = section.directives.contains(.procedure)
      guard !section.directives.contains(.notProcedure) else { continue }
      switch section.kind {
      // A client's own section in a list of clients may hold its steps.
      case .clientList where !isProcedure && !client(of: index).isOwn,
        .explanation where !isProcedure,
        .references where !isProcedure:
        continue
      case .operation, .troubleshooting:
        guard let last = drafts.last else { continue }
        // What speaks of another client is no part of this guide.
        let client = client(of: index)
        guard !client.isOwn || client.name?.id == last.client?.id else { continue }
        let kind: Procedure.Kind = section.kind == .operation ? .operation : .troubleshooting
        drafts[drafts.count - 1].procedures += procedures(of: section, kind: kind)
      case .setup, .clientList, .explanation, .references, nil:
        let isSetup = section.kind == .setup || isProcedure
        let client = client(of: index)
        guard isSetup || client.isOwn else { continue }
        let found = procedures(of: section, kind: .setup)
        guard found.contains(where: { $0.kind == .setup && !$0.steps.isEmpty }) else { continue }
        if !client.isOwn, let last = drafts.last, let whole = whole(of: last, and: index) {
          drafts[drafts.count - 1].section = whole
          drafts[drafts.count - 1].lastSection = index
          drafts[drafts.count - 1].procedures += found
        } else {
          drafts.append(
            Draft(section: index, lastSection: index, client: client.name, procedures: found))
        }
      }
    }
    for draft in drafts { addGuide(draft) }
  }

  /// A guide whose steps are headings: what stands above the first of them introduces it.
  private func draft(of run: [Int], _ headings: StepHeadingReader) -> Draft {
    let whole = sections[run[0]].parent ?? 0
    let title = sections[whole].heading.map { VisibleText.of($0.content, in: file) }
    let blocks = run.map { index in
      sections[index].blocks + sectionsBelow(index).flatMap { sections[$0].blocks }
    }
    let procedure = headings.procedure(
      run.map { sections[$0] }, blocks: blocks,
      introduction: whole == 0 ? [] : sections[whole].blocks, title: title ?? self.title)
    return Draft(
      section: whole, lastSection: run[run.count - 1], client: client(of: run[0]).name,
      procedures: [procedure])
  }

  /// All sections inside one, however deep.
  private func sectionsBelow(_ index: Int) -> [Int] {
    let rest = sections.indices.dropFirst(index + 1)
    return Array(rest.prefix { sections[$0].level > sections[index].level })
  }

  /// The section of which a guide and the next section are both parts: sections below one heading
  /// over setup steps, with no client of their own, are one guide in several procedures.
  private func whole(of draft: Draft, and next: Int) -> Int? {
    let parent = sections[next].parent
    if parent == draft.section { return parent }
    guard let parent, parent == sections[draft.lastSection].parent, sections[parent].kind == .setup,
      client(of: draft.lastSection).isOwn == false
    else { return nil }
    return parent
  }

  private mutating func procedures(of section: Section, kind: Procedure.Kind) -> [Procedure] {
    let title = section.heading.map { VisibleText.of($0.content, in: file) }
    var reader = ProcedureReader(
      kind: kind, title: title, range: section.heading?.range ?? section.range, file: file,
      lexicon: lexicon)
    reader.read(section.blocks, takesOrdered: true)
    let procedures = reader.finish()
    remarks += reader.remarks
    return procedures
  }

  /// The client a section is about, by its heading, the headings above it, the page's title or
  /// name; `isOwn` where its own heading or its author says so.
  private func client(of index: Int) -> (name: ClientName?, isOwn: Bool) {
    var current: Int? = index
    while let section = current.map({ sections[$0] }) {
      for case .client(let name) in section.directives {
        let named = ClientName.mention(
          in: FoldedText(name), file: SourceFile(path: file.path, text: name), lexicon: lexicon)
        return (named ?? unknownClient(name), current == index)
      }
      if let heading = section.heading, let found = mention(heading.content) {
        return (found, current == index)
      }
      current = section.parent
    }
    for text in [title, name] {
      let source = SourceFile(path: file.path, text: text)
      if let found = ClientName.mention(in: FoldedText(text), file: source, lexicon: lexicon) {
        return (found, false)
      }
    }
    return (nil, false)
  }

  private func mention(_ content: [Inline]) -> ClientName? {
    let text = FoldedText(content, in: file)
    if let known = ClientName.mention(in: text, file: file, lexicon: lexicon) { return known }
    // A client that the page itself lists may be one that nobody else knows.
    guard let client = clients.first(where: { text.find(Phrase($0.name)) != nil }) else {
      return nil
    }
    return ClientName(
      id: client.id, name: client.name, aliases: [], kind: client.kind, versions: .unspecified,
      asWritten: client.name, distribution: nil, level: nil)
  }

  private func unknownClient(_ name: String) -> ClientName {
    ClientName(
      id: Slug.ascii(name, fallback: "client"), name: name, aliases: [], kind: .unknown,
      versions: .unspecified, asWritten: name, distribution: nil, level: nil)
  }

  private mutating func addGuide(_ draft: Draft) {
    let section = sections[draft.section]
    let range = section.heading?.range ?? draft.procedures[0].range
    let client = draft.client
    if let client {
      remarks.append(
        Remark(range: range, text: "guide for \(client.name), read from '\(client.asWritten)'"))
      if !clients.contains(where: { $0.id == client.id }) {
        clients.append(
          Client(
            id: client.id, name: client.name, asWritten: [client.asWritten], kind: client.kind,
            evidence: [evidence(range)]))
      }
    }
    let version = client?.versions.listed.first.map { "-" + Slug.ascii($0, fallback: "v") } ?? ""
    let title = section.heading.map { VisibleText.of($0.content, in: file) } ?? self.title
    guides.append(
      Guide(
        id: client.map { $0.id + version } ?? Slug.ascii(name, fallback: "guide"),
        clientID: client?.id, versions: client?.versions ?? .unspecified,
        featureID: features.first?.id, title: title, path: file.path, range: range,
        procedures: draft.procedures,
        entryPoints: EntryPointReader(file: file, lexicon: lexicon).entryPoints(
          in: draft.procedures.first?.introduction ?? [], above: blocks(above: draft.lastSection),
          procedures: draft.procedures),
        requirements: requirements(draft.procedures)))
  }

  /// What stands in the sections around one, but for lists of clients and explanations.
  private func blocks(above index: Int) -> [Block] {
    var blocks: [Block] = []
    var current = sections[index].parent
    while let parent = current {
      switch sections[parent].kind {
      case .setup, .operation, nil: blocks = sections[parent].blocks + blocks
      case .clientList, .explanation, .troubleshooting, .references: break
      }
      current = sections[parent].parent
    }
    return blocks
  }

  /// Settings that a step says must be made, and what the feature asks of the user.
  private func requirements(_ procedures: [Procedure]) -> [Requirement] {
    var requirements: [Requirement] = []
    for step in procedures.filter({ $0.kind == .setup }).flatMap(\.steps) {
      let text = FoldedText(step.content, in: file)
      guard lexicon.has(lexicon.requirement, in: text) else { continue }
      let sentences = Sentences.split(text)
      let must = sentences.firstIndex { sentence in
        lexicon.has(lexicon.requirement, in: FoldedText(text.sourceRange(sentence), in: file))
      }
      guard let must else { continue }
      // The setting is named in brackets, perhaps a sentence earlier.
      let named = sentences[...must].lastIndex { sentence in
        FoldedText(text.sourceRange(sentence), in: file).find(Phrase("「")) != nil
      }
      guard let named else { continue }
      let range = text.sourceRange(sentences[named].lowerBound..<sentences[must].upperBound)
      requirements.append(
        Requirement(
          kind: .clientSetting, excerpt: Excerpt(file.text(range), evidence: evidence(range)),
          step: step.name))
    }
    if let prerequisite = features.first?.prerequisite {
      requirements.append(Requirement(kind: .userAction, excerpt: prerequisite, step: nil))
    }
    return requirements
  }
}
