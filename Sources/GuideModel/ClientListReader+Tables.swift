import SourceText
import Syntax

extension ClientListReader {
  /// One line or column names clients; others give their levels, versions, notes and days.
  mutating func read(_ table: Table) {
    guard let table = understood(table) else { return }
    let answers = answers(inTable: table.grid.range)
    var levels = table.levels
    // One feature beside a column for levels in general counts only if it holds levels.
    if levels.count == 2, levels.contains(where: { $0.feature == nil }) {
      levels.removeAll { level in
        level.feature != nil && !holdsLevels(table, field: level.field, answers)
      }
    }
    remark(table, levels: levels)
    var read = TableLines(table: table, levels: levels, answers: answers)
    for line in table.lines { self.read(line, of: &read) }
  }

  /// Reads those tables of a section that lists no clients which are surely about clients.
  mutating func readTables(of index: Int, feature: () -> Vocabulary.KnownFeature?) {
    for case .table(let table) in sections[index].blocks where isTableOfClients(table) {
      section = index
      category = nil
      self.feature = feature()
      read(table)
    }
  }

  /// Whether a table outside of lists of clients is one of levels beyond doubt: its heads say so, it
  /// names a known client, and all levels are understood.
  func isTableOfClients(_ table: Table) -> Bool {
    guard let known = SupportTable(table, in: file, lexicon: lexicon), !known.levels.isEmpty else {
      return false
    }
    let reader = AnswerReader(lexicon: lexicon)
    let namesClient = known.lines.contains { line in
      known.place(line, known.clientField).map {
        lexicon.client(in: FoldedText($0.cell.content, in: file)) != nil
      } ?? false
    }
    return namesClient && known.levels.allSatisfy { holdsLevels(known, field: $0.field, reader) }
  }

  private mutating func understood(_ table: Table) -> SupportTable? {
    if let known = SupportTable(table, in: file, lexicon: lexicon),
      !known.levels.isEmpty || category?.level != nil
    {
      return known
    }
    let isLegend = Footnotes.isTableOfMarks(table, in: file, lexicon: lexicon)
    remarks.append(
      Remark(
        range: table.range,
        text: isLegend
          ? "table: a legend" : "table: no columns for client and level were recognised"))
    return nil
  }

  private func holdsLevels(_ table: SupportTable, field: Int, _ answers: AnswerReader) -> Bool {
    var hasLevel = false
    for line in table.lines {
      guard let place = table.place(line, field) else { continue }
      let answer = answers.read(Wording(StandingText(place.cell.content, in: file).text))
      if answer.level == nil, !answer.isSilent { return false }
      hasLevel = hasLevel || answer.level != nil
    }
    return hasLevel
  }

  private mutating func remark(
    _ table: SupportTable, levels: [(field: Int, feature: Vocabulary.KnownFeature?)]
  ) {
    let others = table.fields.filter { field in
      guard case .other = field.meaning else {
        if case .level = field.meaning { return !levels.contains { $0.field == field.index } }
        return false
      }
      return true
    }
    let names = others.map { "'\($0.head)'" }.joined(separator: ", ")
    let shape =
      table.isTransposed
      ? "a client a column, levels in its rows" : "a client a row, levels in its columns"
    remarks.append(
      Remark(
        range: table.grid.range(ofRow: table.grid.heads.first ?? 0),
        text: "table: " + shape + (others.isEmpty ? "" : "; levels are not read from \(names)")))
  }

  // MARK: - Lines

  /// A table while its lines are read.
  private struct TableLines {
    let table: SupportTable
    let levels: [(field: Int, feature: Vocabulary.KnownFeature?)]
    let answers: AnswerReader
    /// What joined name cells said, which are the same for several lines.
    var lastItem: (range: SourceRange, item: ClientItem, footnotes: [Excerpt])?
  }

  private mutating func read(_ line: Int, of lines: inout TableLines) {
    let table = lines.table
    guard let name = table.place(line, table.clientField), !isRowOfOneCell(name, line, table) else {
      return
    }
    let row = table.grid.range(ofRow: table.isTransposed ? name.row : line)
    if lines.lastItem?.range != name.cell.range {
      let standing = StandingText(name.cell.content, in: file)
      let words = Wording(CompatibleKana.widened(standing.text))
      var item = ClientItem.read(words, answers: lines.answers)
      item.setSpelling(standing.text)
      lines.lastItem = (name.cell.range, item, excerpts(standing.footnotes))
    }
    guard var item = lines.lastItem?.item, !item.names.isEmpty else { return }
    if item.distribution == nil { item.distribution = price(in: line, of: table) }
    let fields = fields(line, of: table)
    let ofName =
      (lines.lastItem?.footnotes ?? []) + notes(for: item.labels, at: row)
      + item.notes.map { Excerpt($0, evidence: evidence(row)) }
    var isSaid = false
    let ids = lines.levels.compactMap(\.feature?.id)
    let unclear = Set(ids).count < ids.count ? unclearFeatures(line, of: lines) : []
    for level in lines.levels {
      guard level.feature.map({ !unclear.contains($0.id) }) ?? true else { continue }
      guard let place = table.place(line, level.field), place.cell.range != name.cell.range else {
        continue
      }
      isSaid = true
      add(item, level.feature, place, row: row, ofName: ofName, fields, lines.answers)
    }
    if !isSaid, lines.levels.isEmpty {
      for name in item.names {
        var entry = emptyEntry(name, item: item, at: row)
        entry.level = category?.level
        entry.levelAsWritten = category?.excerpt ?? entry.levelAsWritten
        entry.evidence += category.map { [$0.excerpt.evidence] } ?? []
        entry.feature = feature
        finish(entry, ofName: ofName, fields, feature: nil)
      }
    }
  }

  /// Features with several columns, such as one a system, that do not say the same of a line.
  private mutating func unclearFeatures(_ line: Int, of lines: TableLines) -> Set<String> {
    var levels: [String: SupportLevel?] = [:]
    var unclear: Set<String> = []
    for level in lines.levels {
      guard let id = level.feature?.id, let place = lines.table.place(line, level.field) else {
        continue
      }
      let answer = lines.answers.read(Wording(StandingText(place.cell.content, in: file).text))
      guard !answer.isSilent else { continue }
      guard let other = levels.updateValue(answer.level, forKey: id), other != answer.level,
        unclear.insert(id).inserted
      else { continue }
      remarks.append(
        Remark(
          range: place.cell.range,
          text: "columns of one feature differ: nothing is claimed for \(level.feature?.name ?? id)"
        ))
    }
    return unclear
  }

  /// A cell across the whole row groups the rows below it, or is a footnote.
  private func isRowOfOneCell(_ name: TableGrid.Place, _ line: Int, _ table: SupportTable) -> Bool {
    !table.isTransposed
      && table.levels.contains { table.place(line, $0.field)?.cell.range == name.cell.range }
  }

  private mutating func add(
    _ item: ClientItem, _ feature: Vocabulary.KnownFeature?, _ place: TableGrid.Place,
    row: SourceRange, ofName: [Excerpt], _ fields: LineFields, _ answers: AnswerReader
  ) {
    let standing = StandingText(place.cell.content, in: file)
    let answer = answers.read(Wording(standing.text))
    let markRow = fields.grid.range(ofRow: place.row)
    // An empty cell of one feature says nothing; without features, it is a level left out.
    guard !answer.isSilent || feature == nil else { return }
    for name in item.names {
      var entry = emptyEntry(name, item: item, at: row)
      entry.feature = feature ?? self.feature
      if answer.isSilent, !answer.asWritten.isEmpty {
        // A client is known by its line, even where nothing is said of its level.
        entry.isNamedOnly = true
        entries.append(entry)
        continue
      }
      entry.levelAsWritten = Excerpt("", evidence: evidence(markRow))
      entry.notes = excerpts(standing.footnotes)
      say(answer, at: markRow, in: &entry)
      if markRow != row { entry.evidence.append(evidence(markRow)) }
      let hasOwnVersions = !answer.scopes.isEmpty
      finish(
        entry, ofName: ofName, fields, feature: feature, keepsVersions: hasOwnVersions,
        testedOn: item.testedOn)
    }
  }

  private func emptyEntry(
    _ name: ClientName, item: ClientItem, at row: SourceRange
  ) -> Entry {
    Entry(
      client: client(name, item: item, at: row, link: nil), versions: name.versions, level: nil,
      levelAsWritten: Excerpt("", evidence: evidence(row)), basis: .heading,
      evidence: [evidence(row)])
  }

  /// Adds what the other fields of the line say; an entry a scope of versions.
  private mutating func finish(
    _ entry: Entry, ofName: [Excerpt], _ fields: LineFields, feature: Vocabulary.KnownFeature?,
    keepsVersions: Bool = false, testedOn: CalendarDay? = nil
  ) {
    var entry = entry
    for note in ofName + fields.notes(for: feature) where !entry.notes.contains(note) {
      entry.notes.append(note)
    }
    if let testedOn { setTested(testedOn, at: entry.evidence[0].range, of: &entry) }
    if let (day, range) = fields.day(for: feature) { setTested(day, at: range, of: &entry) }
    guard !keepsVersions, !fields.versions.isEmpty else {
      entries.append(entry)
      return
    }
    for versions in fields.versions {
      entry.versions = versions
      entries.append(entry)
    }
  }

  // MARK: - Fields

  /// What a line says beside its levels.
  private struct LineFields {
    let grid: TableGrid
    var versions: [Versions] = []
    var noted: [(note: Excerpt, feature: Vocabulary.KnownFeature?, features: [String])] = []
    var days: [(day: CalendarDay, range: SourceRange, feature: Vocabulary.KnownFeature?)] = []

    /// A note that names features is about those alone.
    func notes(for feature: Vocabulary.KnownFeature?) -> [Excerpt] {
      noted.filter { note in
        guard let feature else { return note.feature == nil }
        if let own = note.feature { return own.id == feature.id }
        return note.features.isEmpty || note.features.contains(feature.id)
      }.map(\.note)
    }

    func day(for feature: Vocabulary.KnownFeature?) -> (CalendarDay, SourceRange)? {
      let own = days.first { $0.feature != nil && $0.feature?.id == feature?.id }
      return (own ?? days.first { $0.feature == nil }).map { ($0.day, $0.range) }
    }
  }

  private mutating func fields(_ line: Int, of table: SupportTable) -> LineFields {
    var found = LineFields(grid: table.grid)
    let features = table.levels.compactMap(\.feature)
    for field in table.fields {
      guard let place = table.place(line, field.index) else { continue }
      let standing = StandingText(place.cell.content, in: file)
      let words = Wording(standing.text)
      let range = words.trimmed(words.whole)
      let row = table.grid.range(ofRow: place.row)
      guard !range.isEmpty, !lexicon.support.silence.contains(Array(words.bytes[range])) else {
        continue
      }
      switch field.meaning {
      case .version: found.versions = versions(words, range)
      case .note(let feature):
        let named = features.filter { named in
          lexicon.features.contains {
            $0.feature.id == named.id && words.folded.find($0.phrase) != nil
          }
        }
        let labelled = FootnoteLabel.trailing(words, range, lexicon: lexicon.support)
        let end = labelled?.end ?? range.upperBound
        let note = Excerpt(words.text(range.lowerBound..<end), evidence: evidence(row))
        found.noted.append((note, feature, named.map(\.id)))
        for more in notes(for: labelled?.labels ?? [], at: row) + excerpts(standing.footnotes) {
          found.noted.append((more, feature, []))
        }
      case .tested(let feature):
        if let day = CalendarDay(String(decoding: words.bytes[range], as: UTF8.self)) {
          found.days.append((day, row, feature))
        } else {
          remarks.append(
            Remark(range: row, text: "'\(words.text(range))' is no day: no verification is claimed")
          )
        }
      case .level, .other: break
      }
    }
    return found
  }

  private func versions(_ words: Wording, _ range: Range<Int>) -> [Versions] {
    let written = words.text(range)
    guard let scopes = lexicon.support.versions.whole(words.bytes, range) else {
      let isAll = ["全て", "すべて", "all", "any"].contains(FoldedText(written).text)
      return [
        isAll ? Versions(.all, asWritten: written) : Versions(listed: [written], asWritten: written)
      ]
    }
    return scopes.map { Versions($0, asWritten: written) }
  }

  private func price(
    in line: Int, of table: SupportTable
  ) -> (model: Distribution.Model, asWritten: String)? {
    for field in table.fields {
      if case .level = field.meaning { continue }
      guard let content = table.place(line, field.index)?.cell.content,
        let model = lexicon.distribution(in: FoldedText(content, in: file))
      else { continue }
      return (model, visibleText(content))
    }
    return nil
  }
}
