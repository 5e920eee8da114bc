import SourceText
import Syntax

/// The lines of a page that explain marks or are footnotes, found only when a mark asks for them.
struct Footnotes {
  struct Note {
    let label: FootnoteLabel
    let text: String
    let range: SourceRange
    let section: Int
  }

  private struct LegendLine {
    let entries: [Legend.Entry]
    let range: SourceRange
    let section: Int
  }

  private let file: SourceFile
  private let lexicon: Lexicon
  private(set) var notes: [Note] = []
  private var legends: [LegendLine] = []
  /// Sections whose heading says that they hold footnotes.
  private var noteSections: Set<Int> = []
  private let sections: [Section]

  init(_ sections: [Section], in file: SourceFile, lexicon: Lexicon) {
    self.file = file
    self.lexicon = lexicon
    self.sections = sections
    for index in sections.indices where !sections[index].directives.contains(.ignore) {
      if let heading = sections[index].heading,
        lexicon.support.footnoteHeadings.contains(FoldedText(heading.content, in: file).bytes)
      {
        noteSections.insert(index)
      }
      for block in sections[index].blocks { gather(block, section: index) }
    }
  }

  /// The footnote that a label behind a mark leads to: the next one in its section, else one below
  /// it or below a heading over footnotes.
  func note(for label: FootnoteLabel, behind place: SourceRange, in section: Int) -> Note? {
    let exact = notes.filter { $0.label == label }
    // `(*1)` may be explained as 「※1」, where no other footnote has the number.
    let sameNumber = notes.filter { !label.digits.isEmpty && $0.label.digits == label.digits }
    let isClear = Set(sameNumber.map(\.label)).count == 1
    for candidates in isClear ? [exact, sameNumber] : [exact] {
      let own = candidates.filter { $0.section == section }
      if let note = own.first(where: { $0.range.lower >= place.lower }) ?? own.first { return note }
      if let note = candidates.first(where: { isBelow($0.section, section) }) { return note }
      if let note = candidates.first(where: { noteSections.contains($0.section) }) { return note }
    }
    return nil
  }

  /// What marks mean in a section: as its own legend says, else as the one before it on the page.
  func legend(for section: Int) -> [[UInt8]: Legend.Meaning] {
    var meanings: [[UInt8]: Legend.Meaning] = [:]
    let later = legends.filter { $0.section > section }.reversed()
    let earlier = legends.filter { $0.section < section }
    let own = legends.filter { $0.section == section }
    for line in Array(later) + earlier + own {
      for entry in line.entries { meanings[entry.mark] = entry.meaning }
    }
    return meanings
  }

  private func isBelow(_ index: Int, _ ancestor: Int) -> Bool {
    var current = sections[index].parent
    while let parent = current, parent >= ancestor {
      if parent == ancestor { return true }
      current = sections[parent].parent
    }
    return false
  }

  // MARK: - Lines

  private mutating func gather(_ block: Block, section: Int) {
    switch block {
    case .paragraph(let paragraph): gather(paragraph.content, section: section)
    case .list(let list):
      for item in list.items { for block in item.blocks { gather(block, section: section) } }
    case .definitionList(let list):
      for entry in list.entries { gather(entry, section: section) }
    case .table(let table): gather(table, section: section)
    case .preformatted(let block): gather(block.content, section: section)
    case .aligned(let aligned): for block in aligned.blocks { gather(block, section: section) }
    default: break
    }
  }

  private mutating func gather(_ content: [Inline], section: Int) {
    for line in StandingText.lines(content, in: file) {
      guard let range = line.range else { continue }
      let words = Wording(line.text)
      if let entries = Legend.read(words, lexicon: lexicon) {
        legends.append(LegendLine(entries: entries, range: range, section: section))
      } else if let (label, text) = Self.footnote(words, lexicon: lexicon.support) {
        notes.append(Note(label: label, text: text, range: range, section: section))
      }
    }
  }

  /// `※1 …`: a label with a text behind it.
  static func footnote(
    _ line: Wording, lexicon: SupportLexicon
  ) -> (label: FootnoteLabel, text: String)? {
    let whole = line.trimmed(line.whole)
    let (labels, end) = FootnoteLabel.read(
      line, from: whole.lowerBound, end: whole.upperBound, lexicon: lexicon)
    guard labels.count == 1 else { return nil }
    var rest = line.trimmed(end..<whole.upperBound)
    while !rest.isEmpty, ":.=)".utf8.contains(line.bytes[rest.lowerBound]) {
      rest = line.trimmed((rest.lowerBound + 1)..<rest.upperBound)
    }
    return rest.isEmpty ? nil : (labels[0], line.text(rest))
  }

  /// A term that is a mark or a label, with its meaning as the definition.
  private mutating func gather(_ entry: DefinitionList.Entry, section: Int) {
    guard case .paragraph(let paragraph)? = entry.definition.first else { return }
    let term = Wording(StandingText(entry.term, in: file).text)
    let text = StandingText(paragraph.content, in: file).text
    gather(term: term, text: text, range: entry.range, section: section)
  }

  private mutating func gather(
    term: Wording, text: String, range: SourceRange, section: Int
  ) {
    let words = Wording(text)
    if Legend.isMark(term, lexicon: lexicon.support) {
      let mark = Array(term.bytes[term.trimmed(term.whole)])
      let meaning = Legend.meaning(of: words, words.whole, lexicon: lexicon)
      legends.append(
        LegendLine(
          entries: [Legend.Entry(mark: mark, meaning: meaning)], range: range, section: section))
      return
    }
    let whole = term.trimmed(term.whole)
    let (labels, end) = FootnoteLabel.read(
      term, from: whole.lowerBound, end: whole.upperBound, lexicon: lexicon.support)
    if labels.count == 1, end == whole.upperBound, !text.isEmpty {
      notes.append(Note(label: labels[0], text: text, range: range, section: section))
    }
  }

  /// Rows of one cell, and tables whose first column holds marks alone.
  private mutating func gather(_ table: Table, section: Int) {
    for row in table.rows {
      if row.cells.count == 1 {
        gather(row.cells[0].content, section: section)
      } else if row.cells.count == 2, Self.isTableOfMarks(table, in: file, lexicon: lexicon) {
        let term = Wording(StandingText(row.cells[0].content, in: file).text)
        let text = StandingText(row.cells[1].content, in: file).text
        gather(term: term, text: text, range: row.range, section: section)
      }
    }
  }

  static func isTableOfMarks(_ table: Table, in file: SourceFile, lexicon: Lexicon) -> Bool {
    let rows = table.rows.filter { $0.section == .body }
    return rows.allSatisfy { row in
      row.cells.count == 2
        && Legend.isMark(
          Wording(StandingText(row.cells[0].content, in: file).text), lexicon: lexicon.support)
    }
  }
}
