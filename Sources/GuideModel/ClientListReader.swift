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
    var isTakenOver: Bool
    var evidence: [Evidence]
    /// Nil where the page as a whole speaks of one feature.
    var feature: Vocabulary.KnownFeature?
  }

  private struct Category {
    let level: SupportLevel?
    let excerpt: Excerpt
    /// 0 for a heading, else the level of the list item.
    let listLevel: Int
  }

  private let file: SourceFile
  private let lexicon: Lexicon
  private var category: Category?
  /// What the heading of the section, or one above it, says that its clients are listed for.
  private var feature: Vocabulary.KnownFeature?
  private var featureLevel = 0
  private(set) var entries: [Entry] = []
  private(set) var remarks: [Remark] = []

  init(file: SourceFile, lexicon: Lexicon) {
    self.file = file
    self.lexicon = lexicon
  }

  mutating func read(_ section: Section) {
    category = nil
    if section.level <= featureLevel { feature = nil }
    if let heading = section.heading {
      let text = FoldedText(heading.content, in: file)
      if let known = lexicon.feature(in: text) {
        feature = known
        featureLevel = section.level
      }
      // A heading over categories names a level only by the way: 「対応できるメールソフト」.
      let isListHeading = section.kindWord != nil
      let level = lexicon.level(in: text)
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
    let word = level.map(\.rawValue) ?? "an unknown level"
    remarks.append(
      Remark(range: range, text: "category: clients that follow have \(word) support"))
  }

  // MARK: - Lists

  private mutating func read(_ list: List) {
    // What is numbered are steps, not clients.
    guard !list.isOrdered else { return }
    for item in list.items where StepLabel.read(ItemContent(item).inlines, in: file) == nil {
      let (content, url) = nameAndLink(item)
      let text = FoldedText(content, in: file)
      if isCategory(text, content: content, item: item) {
        setCategory(
          lexicon.level(in: text), content, line(content, item), listLevel: list.level)
      } else if !text.isEmpty {
        addClient(content, url: url, item: item, listLevel: list.level)
      }
      for case .list(let inner) in item.blocks { read(inner) }
    }
  }

  /// An item is a category if it speaks of programs with a level word and names none of them, or
  /// has items below it and no client's name.
  private func isCategory(_ text: FoldedText, content: [Inline], item: ListItem) -> Bool {
    let namesClient = lexicon.client(in: text) != nil
    if namesClient { return false }
    let hasLevel = lexicon.level(in: text) != nil
    let hasItems = item.blocks.contains { if case .list = $0 { true } else { false } }
    return hasItems || hasLevel && lexicon.has(lexicon.categoryNouns, in: text)
  }

  private mutating func addClient(
    _ content: [Inline], url: Link?, item: ListItem, listLevel: Int
  ) {
    let range = line(content, item)
    let words = visibleText(content)
    // A legend, or a sentence among the clients.
    guard !lexicon.isLevelWord(FoldedText(words)), !words.hasSuffix("。"), !words.hasSuffix("まで")
    else {
      remarks.append(Remark(range: range, text: "'\(words)' is no client"))
      return
    }
    for client in names(in: content) {
      let isTakenOver =
        category.map { $0.listLevel > 0 && $0.listLevel >= listLevel } ?? false
      add(client, at: range, link: url, isTakenOver: isTakenOver)
    }
  }

  /// Names as readers see them, without marks such as `''`.
  private func names(in content: [Inline]) -> [ClientName] {
    let visible = SourceFile(path: file.path, text: visibleText(content))
    let whole = SourceRange(0, visible.bytes.count)
    return whole.isEmpty ? [] : ClientName.read(whole, in: visible, lexicon: lexicon)
  }

  private mutating func add(
    _ name: ClientName, at range: SourceRange, link: Link?, isTakenOver: Bool
  ) {
    let evidence = evidence(range)
    var client = Client(
      id: name.id, name: name.name, asWritten: [name.asWritten], aliases: name.aliases,
      kind: name.kind, evidence: [evidence])
    if let distribution = name.distribution {
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
    let stated = name.level.map { ($0.level, Excerpt($0.asWritten, evidence: evidence)) }
    entries.append(
      Entry(
        client: client, versions: name.versions, level: stated?.0 ?? category?.level,
        levelAsWritten: stated?.1 ?? category?.excerpt ?? Excerpt("", evidence: evidence),
        basis: stated == nil ? .heading : .stated, isTakenOver: stated == nil && isTakenOver,
        evidence: [evidence] + (stated == nil ? category.map { [$0.excerpt.evidence] } ?? [] : []),
        feature: feature))
    if stated == nil, isTakenOver {
      remarks.append(
        Remark(
          range: range,
          text: "'\(name.name)' stands beside its category, not under it: level taken over from "
            + "the category before it"))
    }
  }

  /// The text that names the client, and the address that belongs to it.
  private func nameAndLink(_ item: ListItem) -> ([Inline], Link?) {
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
        if isFirstLine, !isBare { name.append(contentsOf: found.label) }
      case .footnote, .image, .anchor, .plugin: break
      default: if isFirstLine { name.append(inline) }
      }
    }
    return (name, link)
  }

  /// The item's first line: what a reader is shown as evidence.
  private func line(_ content: [Inline], _ item: ListItem) -> SourceRange {
    file.line(around: item.range.lower)
  }

  // MARK: - Tables

  /// One column names clients; either another one gives their level, or several features have a
  /// column of levels each.
  private mutating func read(_ table: Table) {
    guard let head = table.rows.first(where: { $0.section == .header }) ?? table.rows.first else {
      return
    }
    let clientColumn = column(of: lexicon.clientColumn, in: head, except: nil)
    let levels = clientColumn.map { levelColumns(in: head, except: $0) } ?? []
    guard let clientColumn, !levels.isEmpty else {
      remarks.append(
        Remark(range: table.range, text: "table: no columns for client and level were recognised"))
      return
    }
    remarkColumns(of: head, read: [clientColumn] + levels.map(\.column))
    let versionColumn = column(of: lexicon.versionColumn, in: head, except: clientColumn)
    var lastName: Table.Cell?
    for row in table.rows where row.range != head.range && row.section == .body {
      // A cell joined to the one above names the same client.
      lastName = row.cells.first { $0.column == clientColumn } ?? lastName
      guard let nameCell = lastName else { continue }
      let price = price(in: row, except: [clientColumn] + levels.map(\.column))
      for level in levels {
        guard let cell = row.cells.first(where: { $0.column == level.column }) else { continue }
        let words = visibleText(cell.content)
        // An empty cell of one feature says nothing; without features, it is a level left out.
        if level.feature != nil, Self.isSilence(words) { continue }
        category = Category(
          level: lexicon.level(in: FoldedText(cell.content, in: file)),
          excerpt: Excerpt(words, evidence: evidence(row.range)), listLevel: 0)
        for client in names(in: nameCell.content) {
          add(client, at: row.range, link: nil, isTakenOver: false)
          entries[entries.count - 1].feature = level.feature ?? feature
          setVersion(row.cells.first { $0.column == versionColumn })
          setStated(distributionCell: price, row: row)
        }
      }
    }
    category = nil
  }

  private mutating func remarkColumns(of head: Table.Row, read columns: [Int]) {
    let others = head.cells.filter { !columns.contains($0.column) }
      .map { "'\(visibleText($0.content))'" }
    let rest =
      others.isEmpty ? "" : "; levels are not read from \(others.joined(separator: ", "))"
    remarks.append(
      Remark(range: head.range, text: "table: a client a row, levels in its columns" + rest))
  }

  private func levelColumns(
    in head: Table.Row, except clientColumn: Int
  ) -> [(column: Int, feature: Vocabulary.KnownFeature?)] {
    let features = head.cells.compactMap {
      cell -> (column: Int, feature: Vocabulary.KnownFeature?)? in
      guard cell.column != clientColumn,
        let feature = lexicon.feature(in: FoldedText(cell.content, in: file))
      else { return nil }
      return (cell.column, feature)
    }
    let level = column(of: lexicon.levelColumn, in: head, except: clientColumn)
    if let level, features.count < 2 { return [(level, nil)] }
    return features
  }

  private func price(in row: Table.Row, except columns: [Int]) -> Table.Cell? {
    row.cells.first { cell in
      guard !columns.contains(cell.column) else { return false }
      return lexicon.distribution(in: FoldedText(cell.content, in: file)) != nil
    }
  }

  private static func isSilence(_ words: String) -> Bool {
    words.allSatisfy { $0.isWhitespace || "-－−–—ー?？".contains($0) }
  }

  private mutating func setVersion(_ cell: Table.Cell?) {
    guard let words = cell.map({ visibleText($0.content) }), !Self.isSilence(words) else { return }
    entries[entries.count - 1].versions = Versions(listed: [words], asWritten: words)
  }

  private mutating func setStated(distributionCell cell: Table.Cell?, row: Table.Row) {
    guard !entries.isEmpty else { return }
    let index = entries.count - 1
    entries[index].basis = .stated
    guard let cell, entries[index].client.distribution.model == .unknown else { return }
    let text = FoldedText(cell.content, in: file)
    guard let found = lexicon.distribution(in: text) else { return }
    entries[index].client.distribution = Distribution(
      model: found, asWritten: visibleText(cell.content), evidence: [evidence(row.range)])
  }

  private func column(of phrases: [Phrase], in head: Table.Row, except taken: Int?) -> Int? {
    var best: (column: Int, length: Int)?
    for cell in head.cells where cell.column != taken {
      let text = FoldedText(cell.content, in: file)
      // 対応状況 is a better head for levels than 対応OS.
      guard let word = lexicon.first(phrases, in: text) else { continue }
      let length = word.count == text.bytes.count ? Int.max : word.count
      if length > best?.length ?? 0 { best = (cell.column, length) }
    }
    return best?.column
  }

  private func evidence(_ range: SourceRange) -> Evidence {
    Evidence(path: file.path, range: range)
  }

  private func excerpt(_ range: SourceRange) -> Excerpt {
    Excerpt(file.text(range), evidence: evidence(range))
  }

  private func visibleText(_ content: [Inline]) -> String { VisibleText.of(content, in: file) }
}
