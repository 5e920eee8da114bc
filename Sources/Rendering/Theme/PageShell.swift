import Mustache

/// Everything around a page's own content, rendered once for all pages of a kind and a depth.
///
/// The template is the only thing that knows what a page looks like. It is rendered with marks in
/// the places of the few slots that differ from page to page; a page is then made by joining bytes.
struct PageShell: Sendable {
  /// The parts of the site that its navigation names.
  enum Section: Sendable, Hashable {
    case home, clients, pages, matrix, changes, search
    /// A wiki of the site, by its id.
    case house(String)
  }

  /// A part of the site as the navigation names it.
  struct Entry: Sendable {
    let section: Section
    let label: String
    /// Seen from the site's root.
    let path: String
  }

  /// The stretches before, between and behind the slots.
  private let stretches: [[UInt8]]

  private static let slots = ["\u{F8F0}", "\u{F8F1}", "\u{F8F2}"]

  /// - Parameters:
  ///   - depth: how many folders the page lies below the site's root.
  ///   - menu: HTML that stands beside the page's own content.
  init(
    settings: RenderSettings, text: InterfaceText, entries: [Entry], section: Section, depth: Int,
    menu: [UInt8] = []
  ) {
    self.init(
      settings: settings, text: text, entries: entries, section: section, root: Self.root(depth),
      menu: menu)
  }

  /// - Parameter root: the way to the site's root.
  init(
    settings: RenderSettings, text: InterfaceText, entries: [Entry], section: Section?,
    root: String, menu: [UInt8] = []
  ) {
    let theme = settings.theme
    let sections = entries.map { entry -> [String: Any] in
      ["label": entry.label, "href": root + entry.path, "isCurrent": entry.section == section]
    }
    let values: [String: Any] = [
      "language": text.language, "root": root, "site": Self.withoutSlots(settings.title),
      "sections": sections, "menu": Self.withoutSlots(String(decoding: menu, as: UTF8.self)),
      "hasMenu": !menu.isEmpty,
      // A feed needs the site's address.
      "hasFeed": settings.baseURL != nil && entries.contains { $0.section == .changes },
      "style": theme.style.path, "script": theme.script.path, "icon": theme.icon.path,
      "logo": theme.logo.map { root + AddressText.encoded(path: $0) } ?? "",
      "hasLogo": theme.logo != nil, "footer": Self.withoutSlots(theme.footer ?? ""),
      "hasFooter": theme.footer != nil, "hasLinks": !theme.links.isEmpty,
      "links": theme.links.map { ["label": $0.title, "href": AddressText.encoded($0.address)] },
      "policy": Self.policy(settings), "words": Self.wordsOfScript(text),
      "version": settings.generatorVersion, "asOf": settings.asOf,
      "slots": ["title": Self.slots[0], "head": Self.slots[1], "body": Self.slots[2]],
      "text": [
        "skip": text.skipToContent, "navigation": text.navigation, "builtBy": text.builtBy,
        "asOf": text.asOf, "changes": text.changes, "search": text.search,
      ],
    ]
    let template = try? MustacheTemplate(string: theme.template)
    stretches = Self.split(template?.render(values) ?? Self.slots.joined(separator: "\n"))
  }

  /// - Parameters:
  ///   - title: plain text.
  ///   - head: HTML for the page's head.
  ///   - body: HTML.
  func page(title: String, head: String = "", body: [UInt8]) -> [UInt8] {
    var page: [UInt8] = []
    page.reserveCapacity(stretches.reduce(body.count + 256) { $0 + $1.count })
    page += stretches[0]
    page += HTMLText.escaped(title).utf8
    page += stretches[1]
    page += head.utf8
    page += stretches[2]
    page += body
    page += stretches[3]
    return page
  }

  /// What a page may fetch and run: its own files, and pictures of other hosts where they are shown.
  private static func policy(_ settings: RenderSettings) -> String {
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
      + "img-src 'self' data:\(settings.showsRemoteImages ? " https: http:" : ""); "
      + "base-uri 'none'; form-action 'self'"
  }

  /// The words that the script shows, as JSON. `{}` stands for what the script puts in.
  private static func wordsOfScript(_ text: InterfaceText) -> String {
    let words: [(key: String, value: JSONText.Value)] = [
      ("done", .string(text.stepDone("{}"))), ("close", .string(text.close)),
      ("nothing", .string(text.searchNothing("{}"))), ("failed", .string(text.searchFailed)),
      ("one", .string(text.searchCount(1))), ("some", .string(text.searchCount(7))),
    ]
    return String(decoding: JSONText.bytes(.object(words)), as: UTF8.self)
  }

  /// A title may hold anything, even the marks of the slots.
  private static func withoutSlots(_ text: String) -> String {
    text.filter { !slots.contains(String($0)) }
  }

  /// The way from a page back to the site's root.
  static func root(_ depth: Int) -> String { String(repeating: "../", count: depth) }

  /// What is wrong with a template; nil where it can be used.
  static func fault(ofTemplate text: String) -> String? {
    for slot in ["title", "head", "body"] where !text.contains("slots.\(slot)") {
      return "it has no place for {{slots.\(slot)}}"
    }
    do {
      _ = try MustacheTemplate(string: text)
      return nil
    } catch {
      return "\(error)".split(separator: "\n").joined(separator: " ")
    }
  }

  private static func split(_ text: String) -> [[UInt8]] {
    var rest = Substring(text)
    var stretches: [[UInt8]] = []
    for slot in slots {
      let parts = rest.split(separator: slot, maxSplits: 1, omittingEmptySubsequences: false)
      stretches.append(Array((parts.first ?? "").utf8))
      rest = parts.count > 1 ? parts[1] : ""
    }
    stretches.append(Array(rest.utf8))
    return stretches
  }
}
