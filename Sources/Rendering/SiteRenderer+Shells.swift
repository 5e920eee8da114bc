import GuideModel
import Mustache
import Synchronization

/// What stands around pages: made once for all pages that are alike in it.
extension SiteRenderer {
  /// - Parameter isPersonal: whether readers type on the page what nobody else is to know.
  func shell(
    _ section: PageShell.Section, depth: Int, _ edition: Edition, isPersonal: Bool = false
  ) -> PageShell {
    shell(
      ShellKey(
        section: section, depth: depth, language: edition.language, house: nil,
        isPersonal: isPersonal))
  }

  /// The shell of a wiki page, with its house's menu.
  func shell(of page: PageReading, depth: Int, _ edition: Edition) -> PageShell {
    let section: PageShell.Section = page.house.isEmpty ? .pages : .house(page.house)
    return shell(
      ShellKey(section: section, depth: depth, language: edition.language, house: page.house))
  }

  func shell(_ key: ShellKey) -> PageShell {
    shells.shell(key) {
      let edition = edition(key.language)
      let house = key.house.flatMap { library.houses[$0] }
      let menu = house.flatMap {
        HousePages(site: self, house: $0, edition: edition).menu(depth: key.depth)
      }
      return PageShell(
        template: shells.template(settings.theme), settings: settings, text: edition.text,
        entries: entries(edition), section: key.section,
        root: PageShell.root(key.depth), home: edition.prefix, menu: menu ?? [],
        isPersonal: key.isPersonal)
    }
  }

  /// The shell of a page that may be shown at any address.
  func shellFromRoot(_ root: String) -> PageShell {
    PageShell(
      template: shells.template(settings.theme), settings: settings, text: main.text,
      entries: entries(main), section: nil, root: root,
      home: "")
  }

  /// What the navigation of every page names.
  private func entries(_ edition: Edition) -> [PageShell.Entry] {
    let text = edition.text
    let own: [(PageShell.Section, String, String)] = [
      (.home, text.home, "index.html"), (.clients, text.clients, "clients/index.html"),
      (.matrix, text.matrix, "compatibility/index.html"), (.pages, text.pages, "pages/index.html"),
      (.search, text.search, "search/index.html"),
    ]
    // A site that speaks of no client has nothing to choose from.
    let absent: [PageShell.Section] = subjects.isEmpty ? [.clients, .matrix] : []
    var entries = own.filter { !absent.contains($0.0) }.map { section, label, path in
      PageShell.Entry(section: section, label: label, path: edition.prefix + path)
    }
    if settings.provider != nil {
      entries.append(
        PageShell.Entry(
          section: .settings, label: text.settings.title, path: edition.prefix + SettingsPage.path))
    }
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
    private let template = Mutex<MustacheTemplate??>(nil)

    /// The theme's template, read once; nil where it cannot be used.
    func template(_ theme: Theme) -> MustacheTemplate? {
      template.withLock { known in
        if let known { return known }
        _ = MarkedText.registerOnce
        let template = try? MustacheTemplate(string: MarkedText.pragma + theme.template)
        known = .some(template)
        return template
      }
    }

    func shell(_ key: ShellKey, make: () -> PageShell) -> PageShell {
      if let known = shells.withLock({ $0[key] }) { return known }
      let shell = make()
      shells.withLock { $0[key] = shell }
      return shell
    }
  }
}
