/// The reference of a file as a page and as text for a terminal.
extension ConfigurationReference {
  package var markdown: String {
    let tables = tables.map { table in
      (table.name == root.name ? "" : "\n## \(table.name)\n\n") + Self.rows(table)
    }
    return "# \(rawValue)\n\n\(summary)\n\n\(tables.joined())\n## All keys in one example\n\n"
      + "```yaml\n\(example)```\n"
  }

  private static func rows(_ table: KeyTable) -> String {
    "| Key | Takes | Left out | Meaning |\n|---|---|---|---|\n"
      + table.rows.map { key, meaning in
        "| `\(key)` | \(meaning.form.words) | \(meaning.standard.words) | \(meaning.sentence) |\n"
      }.joined()
  }

  package var text: String {
    "\(rawValue)\n\n\(Self.plain(summary))\n"
      + tables.map { table in
        "\n\(table.name)\n"
          + table.rows.map { key, meaning in
            """
              \(key): \(Self.plain(meaning.form.words))
                \(Self.plain(meaning.sentence))
                Left out: \(Self.plain(meaning.standard.words)).

            """
          }.joined()
      }.joined()
  }

  private static func plain(_ text: String) -> String {
    text.replacing("`", with: "")
  }
}

extension KeyMeaning.Standard {
  var words: String {
    switch self {
    case .required: "must be there"
    case .value("[]"), .value("{}"): "none"
    case .value(let value): "`\(value)`"
    case .words(let words): words
    }
  }
}
