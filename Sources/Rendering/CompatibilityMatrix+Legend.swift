import CommonMark
import GuideModel

/// What stands above and below the table: sums, the meaning of signs, notes, where facts come from.
extension CompatibilityMatrix {
  /// How much is known, and on which day.
  mutating func writeSummary() {
    let clients = list.clients.count
    let combinations = clients * list.features.count
    let unknown = survey.columns.reduce(0) { $0 + $1.levels[nil, default: 0] }
    let verified = survey.columns.reduce(0) { $0 + $1.verified }
    tree.open(.paragraph)
    add(
      words.summary(
        String(clients), String(list.features.count), String(combinations),
        String(combinations - unknown), String(unknown), String(verified)))
    let day = HTMLText.escaped(site.settings.asOf)
    add(" \(text.asOf): ")
    tree.add(
      inline: .init(html: ("<time datetime=\"\(day)\">\(day)</time>", ""), markdown: (day, "")))
    let jump = "<a class=\"matrix-jump\" href=\"#matrix\">\(HTMLText.escaped(words.jump))</a>"
    tree.add(inline: .init(html: (" \(jump)", "")))
    tree.close()
    guard self.clients.count < clients else { return }
    tree.open(.paragraph)
    add(words.part(String(self.clients.count), String(clients)))
    tree.close()
  }

  mutating func writeLegend() {
    tree.open(.htmlBlock(enter: "<details class=\"legend\" open>", exit: "</details>"))
    tree.open(.htmlBlock(enter: "<summary>", exit: "</summary>"))
    add(text.legend)
    tree.close()
    tree.open(.bulletList(isTight: true))
    let levels: [SupportLevel?] = SupportLevel.allCases + [nil]
    for level in levels {
      openItem()
      addLevel(level)
      tree.add(text: " " + text.levelText(level).meaning)
      closeItem()
    }
    for basis in shownBases {
      openItem()
      tree.open(.strong)
      add(words.basis[basis] ?? basis.rawValue)
      tree.close()
      add(" " + (words.basisMeanings[basis] ?? ""))
      closeItem()
    }
    tree.close()
    tree.close()
  }

  /// Only those that the list has are explained.
  private var shownBases: [SupportStatement.Basis] {
    let found = Set(list.rows.map(\.basis))
    return MatrixText.basesInOrder.filter(found.contains)
  }

  private mutating func openItem() {
    tree.open(.item)
    tree.open(.paragraph)
  }

  private mutating func closeItem() {
    tree.close()
    tree.close()
  }

  // MARK: - Sums

  /// A row for each level that says how many clients have it; in Markdown a table of its own.
  mutating func writeCounts() {
    guard !list.features.isEmpty else { return }
    openCounts()
    let levels: [SupportLevel?] = SupportLevel.allCases + [nil]
    for level in levels {
      openCountsRow()
      addLevel(level)
      closeCountsRow { $0.levels[level, default: 0] }
    }
    openCountsRow()
    add(words.withGuide)
    closeCountsRow { $0.withGuide }
    openCountsRow()
    add(words.verified)
    closeCountsRow { $0.verified }
    tree.close()
  }

  private mutating func openCounts() {
    let title = words.counts(list.clients.count)
    let heading = """
      <tfoot>
      <tr class="group"><th scope="rowgroup" colspan="\(list.features.count + 3)"><span>\
      \(HTMLText.escaped(title))</span></th></tr>

      """
    let names = ([title] + list.features.map(\.name)).map(BodyWriter.markdown)
    let head = "\n| " + names.joined(separator: " | ") + " |\n"
    tree.open(.customInline(.init(html: (heading, "</tfoot>\n"), markdown: (head, ""))))
    addRule(columns: names.count)
  }

  private mutating func openCountsRow() {
    openRow()
    openCell("th scope=\"row\"")
  }

  private mutating func closeCountsRow(_ count: (MatrixSurvey.Column) -> Int) {
    tree.close()
    for column in survey.columns {
      openCell("td")
      add(String(count(column)))
      tree.close()
    }
    tree.add(inline: .init(html: ("<td colspan=\"2\"></td>", "")))
    tree.close()
  }

  // MARK: - Below the table

  mutating func writeNotes() {
    guard !notes.isEmpty else { return }
    tree.open(.htmlBlock(enter: "<div class=\"footnotes\">", exit: "</div>"))
    for (index, note) in notes.enumerated() {
      let number = index + 1
      tree.open(.paragraph)
      let label = HTMLText.escaped(words.note(number))
      tree.add(
        inline: .init(
          html: ("<span id=\"note-\(number)\">\(label):</span> ", ""),
          markdown: (NoteMark.markdown(number, before: note), "")))
      add(note)
      tree.close()
    }
    tree.close()
  }

  /// What no page says is marked as what it is.
  mutating func writeOrigins() {
    tree.open(.htmlBlock(enter: "<div class=\"matrix-origins\">", exit: "</div>"))
    tree.open(.paragraph)
    add(text.sentences(words.countsNote, text.profileSource))
    tree.close()
    tree.close()
  }
}
