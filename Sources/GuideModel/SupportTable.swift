import SourceText
import Syntax

/// A table of clients with the meaning of its columns; of its rows, where clients are columns.
///
/// Clients stand in lines, and what is said of them in fields: in a table as most pages have it, a
/// line is a row and a field a column.
struct SupportTable {
  enum Meaning {
    /// Nil where the section says what the level is for.
    case level(Vocabulary.KnownFeature?)
    case version
    /// What a field of notes or days is about; nil where it is about the whole line.
    case note(Vocabulary.KnownFeature?)
    case tested(Vocabulary.KnownFeature?)
    case other
  }

  struct Field {
    let index: Int
    let meaning: Meaning
    let head: String
  }

  let grid: TableGrid
  let isTransposed: Bool
  /// Rows or columns that are about clients each.
  let lines: [Int]
  let clientField: Int
  private(set) var fields: [Field] = []

  /// Nil where no clients are found in the table.
  init?(_ table: Table, in file: SourceFile, lexicon: Lexicon) {
    guard let grid = TableGrid(table), let head = grid.heads.first else { return nil }
    self.grid = grid
    func text(_ row: Int, _ column: Int) -> FoldedText {
      FoldedText(grid.place(row, column)?.cell.content ?? [], in: file)
    }
    func names(_ places: [(Int, Int)]) -> Int {
      var last: SourceRange?
      return places.count { row, column in
        let range = grid.place(row, column)?.cell.range
        defer { last = range }
        return range != last && lexicon.client(in: text(row, column)) != nil
      }
    }
    let columns = Array(0..<grid.width)
    let across = names(columns.dropFirst().map { (head, $0) })
    let isAcross =
      across > 0 && across * 2 >= grid.width - 1 && across > names(grid.body.map { ($0, 0) })
      && grid.body.contains { lexicon.feature(in: text($0, 0)) != nil }
    if isAcross {
      isTransposed = true
      clientField = head
      lines = Array(columns.dropFirst())
      let rows = grid.heads.dropFirst() + grid.body
      fields = Self.fields(
        rows.map { ($0, [grid.place($0, 0)?.cell].compactMap(\.self)) }, in: file, lexicon: lexicon)
      takeVersionsInHeads(in: file, lexicon: lexicon)
      return
    }
    isTransposed = false
    lines = grid.body
    let heads = columns.map { ($0, grid.headCells($0)) }
    let named = Self.best(lexicon.clientColumn, in: heads, file: file, lexicon: lexicon)
    let counted = columns.map { column in (column, names(grid.body.map { ($0, column) })) }
    let guessed = counted.filter { $0.1 > 0 }.max { $0.1 != $1.1 ? $0.1 < $1.1 : $0.0 > $1.0 }
    guard let column = named ?? guessed?.0 else { return nil }
    clientField = column
    fields = Self.fields(heads.filter { $0.0 != column }, in: file, lexicon: lexicon)
    // Without a word over the clients, the other heads must say what the table is about.
    if named == nil,
      !fields.contains(where: { if case .level = $0.meaning { true } else { false } })
    {
      return nil
    }
  }

  /// Below the names of clients may stand their versions, with no word that says so.
  private mutating func takeVersionsInHeads(in file: SourceFile, lexicon: Lexicon) {
    for row in grid.heads.dropFirst() {
      guard let position = fields.firstIndex(where: { $0.index == row }) else { continue }
      let texts = lines.compactMap { place($0, row)?.cell.content }
        .map { Wording(VisibleText.of($0, in: file)) }.filter { !$0.bytes.isEmpty }
      let areVersions = texts.allSatisfy {
        lexicon.support.versions.whole($0.bytes, $0.whole) != nil
      }
      guard areVersions, !texts.isEmpty else { continue }
      fields[position] = Field(index: row, meaning: .version, head: fields[position].head)
    }
  }

  var levels: [(field: Int, feature: Vocabulary.KnownFeature?)] {
    fields.compactMap { field in
      if case .level(let feature) = field.meaning { (field.index, feature) } else { nil }
    }
  }

  func place(_ line: Int, _ field: Int) -> TableGrid.Place? {
    isTransposed ? grid.place(field, line) : grid.place(line, field)
  }

  // MARK: - Fields

  private static func fields(
    _ heads: [(Int, [Table.Cell])], in file: SourceFile, lexicon: Lexicon
  ) -> [Field] {
    var fields = heads.map { index, cells -> Field in
      let content = joined(cells)
      let text = FoldedText(content, in: file)
      return Field(
        index: index, meaning: meaning(of: text, lexicon: lexicon),
        head: VisibleText.of(content, in: file))
    }
    // Of several heads with a word for levels one fits best: 対応状況 before 対応OS.
    let open = heads.filter { index, _ in
      fields.contains { field in
        guard field.index == index, case .other = field.meaning else { return false }
        return true
      }
    }
    let level = best(lexicon.levelColumn, in: open, file: file, lexicon: lexicon)
    if let position = fields.firstIndex(where: { $0.index == level }) {
      fields[position] = Field(
        index: fields[position].index, meaning: .level(nil), head: fields[position].head)
    }
    return fields
  }

  private static func meaning(of text: FoldedText, lexicon: Lexicon) -> Meaning {
    let support = lexicon.support
    let feature = lexicon.feature(in: text)
    if lexicon.has(support.otherColumn, in: text) { return .other }
    if lexicon.has(support.testedColumn, in: text) { return .tested(feature) }
    if lexicon.has(lexicon.versionColumn, in: text) { return .version }
    if lexicon.has(support.noteColumn, in: text) { return .note(feature) }
    return feature.map { .level($0) } ?? .other
  }

  private static func joined(_ cells: [Table.Cell]) -> [Inline] {
    cells.enumerated().flatMap { number, cell -> [Inline] in
      number == 0 ? cell.content : [.character(" ", cell.range)] + cell.content
    }
  }

  private static func best(
    _ phrases: [Phrase], in heads: [(Int, [Table.Cell])], file: SourceFile, lexicon: Lexicon
  ) -> Int? {
    var best: (column: Int, length: Int)?
    for (column, cells) in heads {
      let text = FoldedText(joined(cells), in: file)
      guard !lexicon.has(lexicon.support.otherColumn, in: text),
        let word = lexicon.first(phrases, in: text)
      else { continue }
      let length = word.count == text.bytes.count ? Int.max : word.count
      if length > best?.length ?? 0 { best = (column, length) }
    }
    return best?.column
  }
}
