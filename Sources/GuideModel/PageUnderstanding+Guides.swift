import SourceText
import Syntax

/// Finds the guides of a page: which sections hold steps, for which client, and which belong together.
extension PageUnderstanding {
  struct Draft {
    /// Where its title stands: the section above where parts of it have sections of their own.
    var section: Int
    /// The section that its last steps come from.
    var lastSection: Int
    let client: ClientName?
    var procedures: [Procedure]
  }

  mutating func readGuides() {
    var drafts: [Draft] = []
    // Nothing that they depend on changes before the guides are added.
    nameSectionClients()
    let headings = StepHeadingReader(file: file, lexicon: lexicon)
    let runs = headings.runs(in: sections) { self.areSteps($0) }
    let taken = Set(runs.flatMap { $0.flatMap { [$0] + sectionsBelow($0) } })
    var nextRun = runs[...]
    for index in sections.indices {
      let section = sections[index]
      let run = nextRun.first?[0] == index ? nextRun.popFirst() : nil
      guard !section.directives.contains(.ignore) else { continue }
      if let run {
        let draft = draft(of: run, headings)
        if draft.client != nil || areForReaders(draft.procedures[0].steps) { drafts.append(draft) }
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
        guard isSetup || client.name != nil || !drafts.isEmpty else { continue }
        let found = procedures(of: section, kind: .setup)
        if !client.isOwn, let first = found.first?.steps.first {
          let branches = branches(in: drafts, before: index, endingBefore: first)
          for branch in branches { drafts[branch].procedures += found }
          guard branches.isEmpty else { continue }
        }
        guard isSetup || client.name != nil else { continue }
        guard found.contains(where: { $0.kind == .setup && !$0.steps.isEmpty }),
          isProcedure || isGuide(found, of: section, client)
        else { continue }
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

  private static let mostBranches = 64

  /// The guides right before a section that names no client, beside it and each for a client of its
  /// own, whose numbers a step of that section counts on from: they begin differently and share the
  /// rest.
  func branches(in drafts: [Draft], before index: Int, endingBefore step: Step) -> [Int] {
    guard step.label != nil, let number = Int(step.name), number > 1 else { return [] }
    // More would be copied without end where one section after another goes on from all of them.
    let branches = drafts.indices.suffix(Self.mostBranches).reversed().prefix { branch in
      let draft = drafts[branch]
      return client(of: draft.section).isOwn && draft.section == draft.lastSection
        && sections[draft.section].parent == sections[index].parent
        && draft.procedures.last?.steps.last.flatMap { Int($0.name) } == number - 1
    }
    return branches.reversed()
  }

  /// Whether what looks like steps is a guide for readers of mail.
  ///
  /// A heading that speaks of setting up says that steps follow. Elsewhere, below a client's name,
  /// they must say what to do: what a program does by itself may be numbered too. What an
  /// administrator types is a guide for nobody's client.
  mutating func isGuide(
    _ procedures: [Procedure], of section: Section, _ client: (name: ClientName?, isOwn: Bool)
  ) -> Bool {
    let steps = procedures.filter { $0.kind == .setup }.flatMap(\.steps)
    let place = section.heading?.range ?? steps[0].range
    if client.name == nil {
      if let reason = reasonAgainst(steps, of: section.blocks) {
        remarks.append(Remark(range: place, text: "no guide: \(reason)"))
        return false
      }
      return true
    }
    guard section.kind != .setup || section.kindWord == nil && client.isOwn else { return true }
    let isActing =
      (client.isOwn || steps.count > 1)
      && Enumeration(file: file, lexicon: lexicon).areActions(steps)
    if !isActing {
      remarks.append(Remark(range: place, text: "no guide: what is numbered says nothing to do"))
    }
    return isActing
  }

  /// Why steps for no client that is known are no guide for readers of mail; nil where they may be.
  ///
  /// Labels that an author typed into the text, such as `(1)`, are for steps. Lists that number
  /// themselves stand on pages of every kind: only those on pages that speak of mail programs count.
  mutating func reasonAgainst(_ steps: [Step], of blocks: [Block]) -> String? {
    let commands = steps.count { step in
      step.details.contains { if case .preformatted = $0 { true } else { false } }
    }
    guard commands * 2 < steps.count else { return "its steps are commands to type" }
    guard blocks.contains(where: \.isOrderedList) else { return nil }
    let speaksOfPrograms = speaksOfPrograms ?? speaksOfMailPrograms
    self.speaksOfPrograms = speaksOfPrograms
    guard !speaksOfPrograms else { return nil }
    return "nothing on this page speaks of mail programs"
  }

  /// Whether headings that are steps for no client that is known are not for administrators.
  private mutating func areForReaders(_ steps: [Step]) -> Bool {
    guard let reason = reasonAgainst(steps, of: []) else { return true }
    remarks.append(Remark(range: steps[0].range, text: "no guide: \(reason)"))
    return false
  }

  /// By the page's name and title, by a heading that names one, or by any word for them.
  private var speaksOfMailPrograms: Bool {
    let names = FoldedText(name + "\n" + title)
    return lexicon.has(lexicon.clientWords, in: names) || lexicon.has(lexicon.mailWords, in: names)
      || sectionClients.contains { $0.name != nil }
      || lexicon.has(
        lexicon.mailPrograms,
        in: FoldedText(SourceRange(file.textStart, file.bytes.count), in: file))
  }

  /// A guide whose steps are headings: what stands above the first of them introduces it.
  func draft(of run: [Int], _ headings: StepHeadingReader) -> Draft {
    let whole = sections[run[0]].parent ?? 0
    let title = sections[whole].title
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

  /// Whether headings with numbers are steps: most of them say what to do, where a client is set up,
  /// and none has numbered steps of its own.
  func areSteps(_ run: [Int]) -> Bool {
    let words = Enumeration(file: file, lexicon: lexicon)
    let acting = run.count { index in
      sections[index].heading.map { words.acts($0.content) } ?? false
    }
    guard acting * 2 >= run.count, sections[run[0]].kind == .setup || client(of: run[0]).name != nil
    else { return false }
    return !run.flatMap { [$0] + sectionsBelow($0) }.flatMap { sections[$0].blocks }.contains {
      block in
      if case .list(let list) = block { list.isOrdered && list.items.count > 1 } else { false }
    }
  }

  /// All sections inside one, however deep.
  func sectionsBelow(_ index: Int) -> [Int] {
    let rest = sections.indices.dropFirst(index + 1)
    return Array(rest.prefix { sections[$0].level > sections[index].level })
  }

  /// The section of which a guide and the next section are both parts: sections below one heading
  /// over setup steps, with no client of their own, are one guide in several procedures.
  func whole(of draft: Draft, and next: Int) -> Int? {
    let parent = sections[next].parent
    if parent == draft.section { return parent }
    guard let parent, parent == sections[draft.lastSection].parent,
      client(of: draft.lastSection).isOwn == false
    else { return nil }
    return sections[parent].kind == .setup || draft.client != nil ? parent : nil
  }

  mutating func procedures(of section: Section, kind: Procedure.Kind) -> [Procedure] {
    let title = section.title
    var reader = ProcedureReader(
      kind: kind, title: title, range: section.heading?.range ?? section.range, file: file,
      lexicon: lexicon)
    reader.read(section.blocks, takesOrdered: true)
    let procedures = reader.finish()
    remarks += reader.remarks
    return procedures
  }

  mutating func addGuide(_ draft: Draft) {
    let section = sections[draft.section]
    let range = section.heading?.range ?? draft.procedures[0].range
    let client = draft.client
    if let client {
      remarks.append(
        Remark(range: range, text: "guide for \(client.name), read from '\(client.asWritten)'"))
      if !hasClient(client.id) {
        clients.append(
          Client(
            id: client.id, name: client.name, asWritten: [client.asWritten], kind: client.kind,
            evidence: [evidence(range)]))
      }
    }
    let version = client?.versions.first.map { "-" + Slug.ascii($0, fallback: "v") } ?? ""
    let title = section.title ?? self.title
    let openings = openings(above: draft.lastSection)
    guides.append(
      Guide(
        id: client.map { $0.id + version } ?? Slug.ascii(name, fallback: "guide"),
        clientID: client?.id, versions: client?.versions ?? .unspecified,
        featureID: features.first?.id, title: title, path: file.path, range: range,
        procedures: draft.procedures,
        entryPoints: EntryPointReader(
          file: file, lexicon: lexicon, endsSentencesWithLines: document.endsSentencesWithLines
        ).entryPoints(
          in: draft.procedures.first?.introduction ?? [], above: openings,
          procedures: draft.procedures),
        requirements: requirements(draft.procedures)))
  }

  /// The sentences in the sections around one that may say where to begin, but for lists of clients
  /// and explanations.
  private mutating func openings(above index: Int) -> [EntryPointReader.Opening] {
    var openings: [EntryPointReader.Opening] = []
    var current = sections[index].parent
    while let parent = current {
      switch sections[parent].kind {
      case .setup, .operation, nil: openings = self.openings(in: parent) + openings
      case .clientList, .explanation, .troubleshooting, .references: break
      }
      current = sections[parent].parent
    }
    return openings
  }

  private mutating func openings(in section: Int) -> [EntryPointReader.Opening] {
    if let known = openings[section] { return known }
    let found = EntryPointReader(
      file: file, lexicon: lexicon, endsSentencesWithLines: document.endsSentencesWithLines
    ).openings(in: sections[section].blocks)
    openings[section] = found
    return found
  }

  private static let bracket = Phrase("「")

  /// Settings that a step says must be made, and what the feature asks of the user.
  func requirements(_ procedures: [Procedure]) -> [Requirement] {
    var requirements: [Requirement] = []
    let steps = procedures.filter { $0.kind == .setup }.flatMap(\.steps)
    for step in steps where step.saysRequirement {
      let text = FoldedText(step.content, in: file)
      let sentences = Sentences.split(text, atLines: document.endsSentencesWithLines)
      let must = sentences.firstIndex { sentence in
        lexicon.has(lexicon.requirement, in: FoldedText(text.sourceRange(sentence), in: file))
      }
      guard let must else { continue }
      // The setting is named in brackets, perhaps a sentence earlier.
      let named = sentences[...must].lastIndex { sentence in
        FoldedText(text.sourceRange(sentence), in: file).find(Self.bracket) != nil
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
