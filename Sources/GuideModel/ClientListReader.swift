import SourceText
import Syntax

/// Reads a section that lists clients: categories that give the level, items and table rows that
/// name clients, and the links that belong to them.
struct ClientListReader {
  /// One client as one place of the page names it.
  struct Entry {
    var client: Client
    var versions: Versions
    var level: SupportLevel?
    var levelAsWritten: Excerpt
    var basis: SupportStatement.Basis
    var isTakenOver = false
    var notes: [Excerpt] = []
    var verification: Verification?
    var evidence: [Evidence]
    /// Nil where the page as a whole speaks of one feature.
    var feature: Vocabulary.KnownFeature?
    /// Whether the client is named and nothing is said of its level.
    var isNamedOnly = false
  }

  struct Category {
    let level: SupportLevel?
    let excerpt: Excerpt
    /// 0 for a heading, else the level of the list item.
    let listLevel: Int
    /// What the category's own words say that its clients are listed for.
    var feature: Vocabulary.KnownFeature?
  }

  let file: SourceFile
  let lexicon: Lexicon
  let sections: [Section]
  var category: Category?
  /// What the headings above, or their author, say that the section's clients are listed for.
  var feature: Vocabulary.KnownFeature?
  var section = 0
  var entries: [Entry] = []
  var remarks: [Remark] = []
  private var knownFootnotes: Footnotes?
  /// Whether the page has a word by which legends are known; nil until somebody asks.
  private var mayHaveLegend: Bool?
  private var legend: (section: Int, meanings: [[UInt8]: Legend.Meaning])?

  init(_ sections: [Section], in file: SourceFile, lexicon: Lexicon) {
    self.file = file
    self.lexicon = lexicon
    self.sections = sections
  }

  mutating func read(_ index: Int, feature: Vocabulary.KnownFeature?) {
    let section = sections[index]
    self.section = index
    self.feature = feature
    category = nil
    if let heading = section.heading {
      // A heading over categories names a level only by the way: 「対応できるメールソフト」.
      let isListHeading = section.kindWord != nil
      let level = lexicon.level(in: FoldedText(heading.content, in: file))
      if !isListHeading || level == .manual || level == .unsupported || level == .untested {
        if let level { setCategory(level, heading.content, heading.range, listLevel: 0) }
      }
    }
    for case .level(let level) in section.directives {
      let range = section.heading?.range ?? section.range
      category = Category(
        level: level, excerpt: excerpt(range), listLevel: 0)
    }
    for block in section.blocks {
      switch block {
      case .list(let list): read(list)
      case .table(let table): read(table)
      default: break
      }
    }
  }

  private mutating func setCategory(
    _ level: SupportLevel?, _ content: [Inline], _ range: SourceRange, listLevel: Int
  ) {
    let excerpt = Excerpt(visibleText(content), evidence: evidence(range))
    category = Category(level: level, excerpt: excerpt, listLevel: listLevel)
    if listLevel > 0 { category?.feature = lexicon.feature(in: FoldedText(content, in: file)) }
    let word = level.map(\.rawValue) ?? "an unknown level"
    let feature = category?.feature.map { " for \($0.name)" } ?? ""
    remarks.append(
      Remark(range: range, text: "category: clients that follow have \(word) support" + feature))
  }

  // MARK: - Marks and footnotes

  /// Answers as the page's legends define its marks; pages without marks are not searched for any.
  mutating func answers(in range: SourceRange) -> AnswerReader {
    guard lexicon.support.signs.finds(in: file.bytes, range.lower..<range.upper) else {
      return AnswerReader(lexicon: lexicon)
    }
    return answersOfSection()
  }

  /// The same for a table, where a legend may explain letters too.
  mutating func answers(inTable range: SourceRange) -> AnswerReader {
    let hasLegendWord =
      mayHaveLegend ?? lexicon.support.legendScan.finds(in: file.bytes, 0..<file.bytes.count)
    mayHaveLegend = hasLegendWord
    return hasLegendWord ? answersOfSection() : answers(in: range)
  }

  private mutating func answersOfSection() -> AnswerReader {
    if legend?.section != section {
      legend = (section, footnotes().legend(for: section))
    }
    return AnswerReader(lexicon: lexicon, legend: legend?.meanings ?? [:])
  }

  private mutating func footnotes() -> Footnotes {
    if let knownFootnotes { return knownFootnotes }
    let found = Footnotes(sections, in: file, lexicon: lexicon)
    knownFootnotes = found
    return found
  }

  /// The footnotes that labels lead to; a label that leads nowhere stays silent.
  mutating func notes(for labels: [FootnoteLabel], at range: SourceRange) -> [Excerpt] {
    labels.compactMap { label in
      guard let note = footnotes().note(for: label, behind: range, in: section) else {
        remarks.append(
          Remark(range: range, text: "there is no footnote for '\(label.asWritten)'"))
        return nil
      }
      return Excerpt(note.text, evidence: evidence(note.range))
    }
  }

  func excerpts(_ footnotes: [(content: [Inline], range: SourceRange)]) -> [Excerpt] {
    footnotes.map { Excerpt(visibleText($0.content), evidence: evidence($0.range)) }
  }

  // MARK: - Lists

  private mutating func read(_ list: List) {
    // What is numbered are steps, not clients.
    guard !list.isOrdered else { return }
    for item in list.items
    where StepLabel.read(item, in: file) == nil {
      let (content, url) = nameAndLink(item)
      let text = FoldedText(content, in: file)
      if isCategory(text, content: content, item: item) {
        setCategory(
          lexicon.level(in: text), content, line(item), listLevel: list.level)
        readInner(item, of: nil)
      } else {
        let client = addClient(content, url: url, item: item, listLevel: list.level)
        readInner(item, of: client)
      }
    }
  }

  /// Items below a client may be versions of it, or say more about it.
  private mutating func readInner(_ item: ListItem, of client: String?) {
    for case .list(var inner) in item.blocks {
      if let client, !inner.isOrdered {
        inner.items.removeAll { readDetail($0, of: client, listLevel: inner.level) }
      }
      if !inner.items.isEmpty { read(inner) }
    }
  }

  /// Whether an item below a client's was read as one of its versions, or as a note.
  private mutating func readDetail(_ item: ListItem, of client: String, listLevel: Int) -> Bool {
    let content = nameAndLink(item).content
    let words = visibleText(content)
    let text = FoldedText(words)
    guard lexicon.client(in: text) == nil else { return false }
    let range = line(item)
    if let version = version(item, of: client) {
      add(version, at: range, link: nil, isTakenOver: false, footnotes: [])
      return true
    }
    guard StepLabel.read(item, in: file) == nil else { return false }
    guard lexicon.support.isSentence(text.bytes), let last = entries.indices.last else {
      return false
    }
    entries[last].notes.append(Excerpt(words, evidence: evidence(range)))
    return true
  }

  /// An item is a category if it speaks of programs with a level word and names none of them, or
  /// has items below it and no client's name.
  private func isCategory(_ text: FoldedText, content: [Inline], item: ListItem) -> Bool {
    let namesClient = lexicon.client(in: text) != nil
    if namesClient { return false }
    let hasLevel = lexicon.level(in: text) != nil
    let hasItems = item.blocks.contains { if case .list = $0 { true } else { false } }
    guard hasItems || hasLevel && lexicon.has(lexicon.categoryNouns, in: text) else { return false }
    return hasItems || Legend.read(Wording(visibleText(content)), lexicon: lexicon) == nil
  }

  /// The name of the client that the item is about, if it is a known one.
  private mutating func addClient(
    _ content: [Inline], url: Link?, item: ListItem, listLevel: Int
  ) -> String? {
    let range = line(item)
    let standing = StandingText(content, in: file)
    let words = Wording(CompatibleKana.widened(standing.text))
    guard !words.trimmed(words.whole).isEmpty else { return nil }
    if let reason = reasonAgainst(words) {
      remarks.append(Remark(range: range, text: "'\(standing.text)' is \(reason)"))
      return nil
    }
    var found = ClientItem.read(words, answers: answers(in: range))
    found.setSpelling(standing.text)
    let isTakenOver = category.map { $0.listLevel > 0 && $0.listLevel >= listLevel } ?? false
    // What is listed below are its versions, and each has its level there.
    let known = lexicon.client(in: words.folded)?.client.name
    if let known, found.answer == nil, hasOnlyVersions(item, of: known) { return known }
    add(
      found, at: range, link: url, isTakenOver: isTakenOver,
      footnotes: standing.footnotes)
    return known
  }

  private mutating func hasOnlyVersions(_ item: ListItem, of client: String) -> Bool {
    let inner = item.blocks.flatMap { block -> [ListItem] in
      if case .list(let list) = block { list.items } else { [] }
    }
    return !inner.isEmpty && inner.allSatisfy { version($0, of: client) != nil }
  }

  /// An item below a client's that begins with a version and says its level.
  private mutating func version(_ item: ListItem, of client: String) -> ClientItem? {
    let words = visibleText(nameAndLink(item).content)
    guard lexicon.support.versions.read(FoldedText(words).bytes, from: 0) != nil else { return nil }
    let found = ClientItem.read(
      Wording("\(client) \(words)"), answers: answers(in: line(item)))
    return found.answer == nil ? nil : found
  }

  /// Why an item among the clients is none: a legend, a footnote, a sentence.
  private func reasonAgainst(_ words: Wording) -> String? {
    if Legend.read(words, lexicon: lexicon) != nil { return "a legend and no client" }
    if Footnotes.footnote(words, lexicon: lexicon.support) != nil {
      return "a footnote and no client"
    }
    let text = words.text(words.whole)
    let isSentence =
      text.hasSuffix("。") || text.hasSuffix(".") && lexicon.support.isSentence(words.bytes)
    let isAddress = text.hasSuffix("まで") && lexicon.client(in: words.folded) == nil
    return lexicon.isLevelWord(words.folded) || isSentence || isAddress ? "no client" : nil
  }

  mutating func add(
    _ item: ClientItem, at range: SourceRange, link: Link?, isTakenOver: Bool,
    footnotes: [(content: [Inline], range: SourceRange)]
  ) {
    var notes = item.notes.map { Excerpt($0, evidence: evidence(range)) } + excerpts(footnotes)
    notes += self.notes(for: item.labels, at: range)
    for name in item.names {
      let client = client(name, item: item, at: range, link: link)
      if item.featureAnswers.isEmpty {
        var entry = entry(client, name, at: range, isTakenOver: isTakenOver)
        entry.notes = notes
        if let answer = item.answer { say(answer, at: range, in: &entry) }
        setTested(item.testedOn, at: range, of: &entry)
        entries.append(entry)
        if entry.isTakenOver { remarkTakenOver(name.name, at: range) }
      }
      for (feature, answer) in item.featureAnswers {
        var entry = entry(client, name, at: range, isTakenOver: false)
        entry.feature = feature
        entry.notes = notes
        say(answer, at: range, in: &entry)
        setTested(item.testedOn, at: range, of: &entry)
        entries.append(entry)
      }
    }
  }

  /// A client with the level of the category under which it stands.
  private func entry(
    _ client: Client, _ name: ClientName, at range: SourceRange, isTakenOver: Bool
  ) -> Entry {
    let own = evidence(range)
    return Entry(
      client: client, versions: name.versions, level: category?.level,
      levelAsWritten: category?.excerpt ?? Excerpt("", evidence: own), basis: .heading,
      isTakenOver: isTakenOver, evidence: [own] + (category.map { [$0.excerpt.evidence] } ?? []),
      feature: category?.feature ?? feature)
  }

  /// Puts a level that the place itself states in the place of the category's.
  mutating func say(_ answer: Answer, at range: SourceRange, in entry: inout Entry) {
    entry.level = answer.level
    entry.levelAsWritten = Excerpt(answer.asWritten, evidence: evidence(range))
    entry.basis = .stated
    entry.isTakenOver = false
    entry.evidence = [entry.evidence[0]]
    entry.notes += answer.notes.map { Excerpt($0, evidence: evidence(range)) }
    entry.notes += notes(for: answer.labels, at: range)
    if let scope = answer.scopes.first {
      entry.versions = Versions(scope, asWritten: answer.scopesAsWritten)
    }
    setTested(answer.testedOn, at: range, of: &entry)
  }

  /// That somebody tried it makes a level one that was tested, where there is one.
  mutating func setTested(_ day: CalendarDay?, at range: SourceRange, of entry: inout Entry) {
    guard let day else { return }
    guard let level = entry.level, level != .untested else {
      remarks.append(Remark(range: range, text: "a day without a level that was tried on it"))
      return
    }
    entry.verification = Verification(on: day, method: .handsOn, evidence: evidence(range))
    entry.basis = .tested
  }

  func client(
    _ name: ClientName, item: ClientItem, at range: SourceRange, link: Link?
  ) -> Client {
    let evidence = evidence(range)
    var client = Client(
      id: name.id, name: name.name, asWritten: [name.asWritten], aliases: name.aliases,
      kind: name.kind, evidence: [evidence])
    if let distribution = item.distribution {
      client.distribution = Distribution(
        model: distribution.model, asWritten: distribution.asWritten, evidence: [evidence])
    }
    if let link, case .url(let url) = link.target {
      let text = FoldedText(url, in: file)
      let isDownload = lexicon.has(lexicon.downloadWords, in: text)
      client.links = [
        ClientLink(
          relation: isDownload ? .download : .homepage, url: file.text(url),
          evidence: self.evidence(link.range))
      ]
    }
    return client
  }

  private mutating func remarkTakenOver(_ name: String, at range: SourceRange) {
    remarks.append(
      Remark(
        range: range,
        text: "'\(name)' stands beside its category, not under it: level taken over from "
          + "the category before it"))
  }

  /// The text that names the client, and the address that belongs to it.
  private func nameAndLink(_ item: ListItem) -> (content: [Inline], link: Link?) {
    guard case .paragraph(let paragraph)? = item.blocks.first else { return ([], nil) }
    var name: [Inline] = []
    var link: Link?
    var isFirstLine = true
    for inline in paragraph.content {
      switch inline {
      case .softBreak, .lineBreak: isFirstLine = false
      case .link(let found):
        if link == nil, case .url = found.target { link = found }
        let isBare = found.label.count == 1 && found.label[0].range == found.targetRange
        // A page's name is the client's, too, unless another name stands before it.
        let isName = !found.isAddress && name.allSatisfy { $0.isBlank(in: file) }
        if isFirstLine, !isBare || isName { name.append(contentsOf: found.label) }
      case .image, .anchor, .plugin: break
      default: if isFirstLine { name.append(inline) }
      }
    }
    return (name, link)
  }

  /// The item's first line: what a reader is shown as evidence.
  private func line(_ item: ListItem) -> SourceRange {
    file.line(around: item.range.lower)
  }

  func evidence(_ range: SourceRange) -> Evidence {
    Evidence(path: file.path, range: range)
  }

  func excerpt(_ range: SourceRange) -> Excerpt {
    Excerpt(file.text(range), evidence: evidence(range))
  }

  func visibleText(_ content: [Inline]) -> String { VisibleText.of(content, in: file) }
}

extension Link {
  /// Whether the target is written as programs write it, and names nothing to readers.
  fileprivate var isAddress: Bool {
    switch target {
    case .url, .mail, .attachment, .file, .anchor: true
    case .page, .interWiki: false
    }
  }
}
