import CommonMark
import GuideModel

/// What stands in one cell: a level for each claim, with its guide, its notes and where it comes from.
extension CompatibilityMatrix {
  /// - Parameter rows: what is known of one client for one feature; empty where nothing is.
  mutating func writeClaims(_ rows: ArraySlice<CompatibilityList.Row>) {
    if rows.isEmpty { addLevel(nil) }
    for (index, row) in rows.enumerated() {
      if index > 0 { tree.add(inline: .init(html: ("", ""), markdown: ("<br>", ""))) }
      tree.open(.customInline(.init(html: ("<div class=\"claim\">", "</div>"))))
      write(row)
      tree.close()
    }
  }

  private mutating func write(_ row: CompatibilityList.Row) {
    let versions =
      row.versions.scope == .all
      ? text.clientChanges.allVersions : row.version ?? row.versionsAsWritten
    if !versions.isEmpty {
      openSpan("versions")
      add(versions + ":")
      tree.close()
      add(" ")
    }
    addLevel(row.level)
    // A mark such as △ says no more than the level itself.
    for note in row.notes where row.level == nil || note.text.contains(where: \.isLetter) {
      addNoteMark(note.text)
    }
    if let guide = row.guide { write(guide) }
    writeOrigin(of: row)
  }

  private mutating func write(_ guide: Guide) {
    add(" ")
    openSpan("guide")
    link(
      text.guide,
      to: links.root + AddressText.encoded(path: site.clientAddresses.path(of: guide, edition)))
    add(" (\(text.steps(guide.setupSteps.count)))")
    tree.close()
  }

  /// How we know, since when, and from which line.
  private mutating func writeOrigin(of row: CompatibilityList.Row) {
    add(" ")
    openSpan("source")
    add(words.basis[row.basis] ?? row.basis.rawValue)
    if let verification = row.verification { write(verification) }
    if let place = row.evidence.first {
      add(" ")
      writeSource(place)
    }
    tree.close()
  }

  private mutating func write(_ verification: Verification) {
    let day = verification.on.text
    let time = "<time datetime=\"\(day)\">\(day)</time>"
    tree.add(
      inline: .init(
        html: (", \(Phrase(HTMLText.escaped(words.verifiedOn.pattern))(time))", ""),
        markdown: (", \(words.verifiedOn(day))", "")))
  }

  /// A link to the line of the page; for a file of curated data its line, with a link to what its
  /// curator took it from where that has an address.
  private mutating func writeSource(_ place: Evidence) {
    guard let range = lines.lines(of: place) else {
      return add("\(text.source): \(place.path)")
    }
    guard let page = lines.page(place), let entry = site.library.directory[page] else {
      let words = "\(text.source): \(place.path), \(text.line(range.lowerBound))"
      guard let reference = site.library.curated.references[place],
        reference.hasPrefix("https://") || reference.hasPrefix("http://")
      else { return add(words) }
      return link(words, to: AddressText.encoded(reference))
    }
    link(
      "\(text.source): \(page.name), \(text.line(range.lowerBound))",
      to: links.source(slug: entry.slug, line: range.lowerBound))
  }

  /// On what the client runs, and that it is no longer made.
  mutating func write(_ facts: ProgramFacts) {
    let platforms = facts.platforms.map { ClientFacet.words($0, text) }
    let first = platforms.first ?? text.unknown.word
    add(platforms.dropFirst().reduce(first) { text.members($0, $1) })
    if facts.isDiscontinued == true {
      add(" ")
      openSpan("tag")
      add(text.ageFormer)
      tree.close()
    }
    if let place = facts.evidence {
      add(" ")
      openSpan("source")
      writeSource(place)
      tree.close()
    }
  }

  // MARK: - Parts

  mutating func add(_ words: String) { tree.add(text: words, isExtended: true) }

  mutating func link(_ words: String, to address: String) {
    tree.open(.link(url: address))
    add(words)
    tree.close()
  }

  mutating func openSpan(_ name: String) {
    tree.open(.customInline(.init(html: ("<span class=\"\(name)\">", "</span>"))))
  }

  mutating func addLevel(_ level: SupportLevel?) {
    tree.add(inline: LevelBadge.frame(level, text))
  }

  /// Equal notes share a number.
  private mutating func addNoteMark(_ note: String) {
    let number = noteNumbers[note] ?? notes.count + 1
    if number > notes.count {
      notes.append(note)
      noteNumbers[note] = number
    }
    let label = HTMLText.escaped(words.note(number))
    tree.add(
      inline: .init(
        html: (" <a class=\"note-mark\" href=\"#note-\(number)\">\(label)</a>", ""),
        markdown: ("[^\(number)]", "")))
  }
}
