import Rendering
import SourceText
import Validation

/// The forms in which a worklist is given out.
package enum WorklistForm: String, Sendable, CaseIterable {
  case markdown, csv, json

  /// - Parameter sources: the files that the places are in, for the numbers of lines.
  func bytes(_ list: Worklist, sources: [String: SourceFile]) -> [UInt8] {
    var indexes: [String: LineIndex] = [:]
    let rows = zip(list.rows, list.places).map { row, place -> Worklist.Row in
      guard let column = list.columns.firstIndex(of: "line") else { return row }
      var row = row
      row[column] = Self.line(of: place, sources, &indexes).map(String.init)
      return row
    }
    switch self {
    case .markdown: return Array(Self.markdown(list, rows).utf8)
    case .csv: return Array(CSVText.text([list.columns] + rows.map { $0.map { $0 ?? "" } }).utf8)
    case .json: return Self.json(list, rows)
    }
  }

  private static func line(
    of place: SourcePlace, _ sources: [String: SourceFile], _ indexes: inout [String: LineIndex]
  ) -> Int? {
    guard let range = place.range, let file = sources[place.path] else { return nil }
    let index = indexes[place.path] ?? LineIndex(file)
    indexes[place.path] = index
    return index.line(at: range.lower)
  }

  private static func json(_ list: Worklist, _ rows: [Worklist.Row]) -> [UInt8] {
    let objects = rows.map { row -> JSONText.Value in
      let members = zip(list.columns, row).compactMap {
        column, cell -> (key: String, value: JSONText.Value)? in
        guard let cell, !cell.isEmpty else { return nil }
        if column == "line", let number = Int(cell) { return (column, .integer(number)) }
        return (column, .string(cell))
      }
      return .object(members)
    }
    return JSONText.bytes(
      .object([
        ("version", .integer(1)), ("worklist", .string(list.kind.rawValue)),
        ("tasks", .array(objects)),
      ]))
  }

  /// A heading a client, then its tasks with a box to tick each.
  private static func markdown(_ list: Worklist, _ rows: [Worklist.Row]) -> String {
    var text = "# \(title(list.kind))\n"
    guard !rows.isEmpty else { return text + "\nNothing to do.\n" }
    var last: String?
    for row in rows {
      let client = row[0].flatMap { $0.isEmpty ? nil : $0 } ?? "Other pages"
      if client != last { text += "\n## \(escaped(client))\n\n" }
      last = client
      text += "- [ ] \(task(list, row))\n"
    }
    return text
  }

  private static func title(_ kind: Worklist.Kind) -> String {
    switch kind {
    case .screenshots: "Screenshots"
    case .guides: "Guides"
    case .links: "Links"
    }
  }

  /// The problem first, then what it is about, then where.
  private static func task(_ list: Worklist, _ row: Worklist.Row) -> String {
    let cells = Dictionary(
      zip(list.columns, row).compactMap { column, cell in
        cell.flatMap { $0.isEmpty ? nil : (column, $0) }
      }, uniquingKeysWith: { first, _ in first })
    var parts: [String] = []
    if let step = cells["step"] { parts.append("step \(escaped(step))") }
    if let version = cells["version"] { parts.append("version \(escaped(version))") }
    if let level = cells["level"] { parts.append(escaped(level)) }
    if let problem = cells["problem"] { parts.append("**\(escaped(problem))**") }
    if let since = cells["since"] { parts.append("since \(since)") }
    for name in ["picture", "address"] {
      if let value = cells[name] { parts.append(code(value)) }
    }
    if let target = cells["instead"] { parts.append("now \(code(target))") }
    if let caption = cells["caption"] { parts.append(escaped(caption)) }
    let line = cells["line"].map { ":" + $0 } ?? ""
    return parts.joined(separator: " · ") + cells["page"].map { " (\(code($0 + line)))" }.orEmpty
  }

  /// Text of a wiki, in which nothing is markup and no line ends. By scalars: a mark behind a sign
  /// makes one `Character` of both, and to Markdown it is the sign still.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if "\\`*_[]<>&#|~".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar.steersTerminal ? " " : scalar)
    }
    return result
  }

  private static func code(_ text: String) -> String {
    let longest =
      text.utf8.split(whereSeparator: { $0 != UInt8(ascii: "`") }).map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: longest + 1)
    let pad = longest > 0 ? " " : ""
    return fence + pad + text.escapingControls + pad + fence
  }
}

extension String? {
  fileprivate var orEmpty: String { self ?? "" }
}
