import CommonMark
import GuideModel
import SourceText
import Syntax

/// What a page shows of other pages: their text, their names, the way to them.
extension BodyWriter {
  /// Pages that include pages that include pages end at some time.
  static let mostInclusions = 32
  static let deepestInclusion = 4

  /// Shows another page's text in this place, below its title.
  mutating func write(_ inclusion: Inclusion) {
    guard let entry = links.directory.entry(named: file.text(inclusion.page), from: page),
      let included = links.library.page(at: entry.path), entry.path != page.path,
      !including.contains(entry.path), including.count < Self.deepestInclusion,
      inclusionCount < Self.mostInclusions
    else { return }
    inclusionCount += 1
    if inclusion.showsTitle {
      openHeading(level: 2)
      link(included.title, to: links.page(slug: entry.slug))
      tree.close()
    }
    let outer = (page, isShownElsewhere, headingIDs, references, screenshotNames)
    including.append(page.path)
    (page, isShownElsewhere, headingIDs, references, screenshotNames) = (
      included, true, [:], [], [:]
    )
    write(included.document.blocks)
    including.removeLast()
    (page, isShownElsewhere, headingIDs, references, screenshotNames) = outer
  }

  /// The pages below a page, as links.
  mutating func write(_ list: PageList) {
    let parent = list.parent.map { file.text($0) } ?? page.name
    writePages(below: parent.hasSuffix("/") ? String(parent.dropLast()) : parent)
  }

  private mutating func writePages(below parent: String) {
    guard listedCount < Self.mostListed else { return }
    let entries = links.directory.names(below: parent, house: page.house)
      .compactMap { links.directory[$0, house: page.house] }
    guard !entries.isEmpty else { return }
    listedCount += entries.count
    tree.open(.bulletList(isTight: true))
    for entry in entries {
      tree.open(.item)
      tree.open(.paragraph)
      link(entry.title, to: links.page(slug: entry.slug))
      tree.close()
      tree.close()
    }
    tree.close()
  }

  /// The page before, the page above and the page behind this one, among the pages below a home.
  mutating func write(_ navigation: Navigation) {
    let written = navigation.home.map { file.text($0) } ?? page.name
    let home = PageDirectory.absoluteName(written, on: page.name)
    let names = links.directory.names(below: home, house: page.house)
    guard let index = names.firstIndex(of: page.name) else {
      // On the home itself: all that lies below it.
      if home == page.name { writePages(below: home) }
      return
    }
    let before = index > 0 ? names[index - 1] : nil
    let behind = index + 1 < names.count ? names[index + 1] : nil
    openHTML(
      "<nav class=\"page-steps\" aria-label=\"\(HTMLText.escaped(text.navigation))\">", "</nav>")
    tree.open(.paragraph)
    var isFirst = true
    for (label, name) in [("← ", before), ("↑ ", home), ("→ ", behind)] {
      guard let name, let entry = links.directory[name, house: page.house] else { continue }
      if !isFirst { tree.add(text: " ") }
      isFirst = false
      link(label + entry.title, to: links.page(slug: entry.slug))
    }
    tree.close()
    tree.close()
  }

  mutating func link(_ words: String, to address: String) {
    tree.open(.link(url: address))
    add(words)
    tree.close()
  }
}
