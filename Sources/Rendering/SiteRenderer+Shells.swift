import GuideModel
import Synchronization

/// What stands around pages: made once for all pages that are alike in it.
extension SiteRenderer {
  func shell(_ section: PageShell.Section, depth: Int, language: String) -> PageShell {
    shell(ShellKey(section: section, depth: depth, language: language, house: nil))
  }

  /// The shell of a wiki page, with its house's menu.
  func shell(of page: PageReading, depth: Int, language: String) -> PageShell {
    let section: PageShell.Section = page.house.isEmpty ? .pages : .house(page.house)
    return shell(
      ShellKey(section: section, depth: depth, language: language, house: page.house))
  }

  func shell(_ key: ShellKey) -> PageShell {
    shells.shell(key) {
      let text = InterfaceText.of(key.language)
      let house = key.house.flatMap { library.houses[$0] }
      let menu = house.flatMap {
        HousePages(site: self, house: $0, text: text).menu(depth: key.depth)
      }
      return PageShell(
        settings: settings, text: text, entries: entries(text), section: key.section,
        depth: key.depth, menu: menu ?? [])
    }
  }

  /// The shell of a page that may be shown at any address.
  func shellFromRoot(_ root: String) -> PageShell {
    let text = InterfaceText.of(settings.language)
    return PageShell(
      settings: settings, text: text, entries: entries(text), section: nil, root: root)
  }

  /// What the navigation of every page names.
  private func entries(_ text: InterfaceText) -> [PageShell.Entry] {
    var entries = [
      PageShell.Entry(section: .home, label: text.home, path: "index.html"),
      PageShell.Entry(section: .clients, label: text.clients, path: "clients/index.html"),
      PageShell.Entry(section: .matrix, label: text.matrix, path: "compatibility/index.html"),
      PageShell.Entry(section: .pages, label: text.pages, path: "pages/index.html"),
      PageShell.Entry(section: .search, label: text.search, path: "search/index.html"),
    ]
    for house in namedHouses {
      entries.append(
        PageShell.Entry(
          section: .house(house.id), label: house.title,
          path: AddressText.encoded("pages/\(house.id)/index.html")))
    }
    if !RecentChangesPage(site: self).isEmpty {
      entries.append(
        PageShell.Entry(section: .changes, label: text.changes, path: "changes/index.html"))
    }
    return entries
  }

  /// The shells that were made, for all pages that are alike around their content. Pages are printed
  /// in parallel; a shell is the same whoever makes it.
  final class ShellCache: Sendable {
    private let shells = Mutex<[ShellKey: PageShell]>([:])

    func shell(_ key: ShellKey, make: () -> PageShell) -> PageShell {
      if let known = shells.withLock({ $0[key] }) { return known }
      let shell = make()
      shells.withLock { $0[key] = shell }
      return shell
    }
  }
}
