import Mustache

/// Everything around a page's own content, rendered once for all pages of a kind and a depth.
///
/// The template is the only thing that knows what a page looks like. It is rendered with marks in
/// the places of the few slots that differ from page to page; a page is then made by joining bytes.
struct PageShell: Sendable {
  /// The parts of the site that its navigation names.
  enum Section: Sendable, Hashable {
    case home, clients, pages, matrix, changes, search, settings
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

  /// The page in pieces: what is the same on all pages, and behind each piece the slot that follows.
  private let stretches: [(bytes: [UInt8], slot: Slot?)]

  /// The places of a page that differ from page to page. Until the template is filled, a sign of
  /// private use stands in each.
  private enum Slot: String, CaseIterable {
    case title = "\u{F8F0}"
    case head = "\u{F8F1}"
    case languages = "\u{F8F2}"
    case body = "\u{F8F3}"
    case address = "\u{F8F4}"

    /// What templates call it.
    var name: String {
      switch self {
      case .title: "title"
      case .head: "head"
      case .languages: "languages"
      case .body: "body"
      case .address: "address"
      }
    }
  }

  /// - Parameters:
  ///   - template: that of the theme; nil where it cannot be used.
  ///   - root: the way to the site's root.
  ///   - home: the folder of the site's pages in this language, seen from the root.
  ///   - menu: HTML that stands beside the page's own content.
  ///   - isPersonal: whether readers type on the page what nobody else is to know.
  init(
    template: MustacheTemplate?, settings: RenderSettings, text: InterfaceText, entries: [Entry],
    section: Section?, root: String, home: String, menu: [UInt8] = [], isPersonal: Bool = false
  ) {
    let theme = settings.theme
    let sections = entries.map { entry -> [String: Any] in
      ["label": entry.label, "href": root + entry.path, "isCurrent": entry.section == section]
    }
    let values: [String: Any] = [
      "language": text.language, "root": root, "home": root + home,
      "site": Self.withoutSlots(settings.title),
      "sections": sections, "menu": Self.withoutSlots(String(decoding: menu, as: UTF8.self)),
      "hasMenu": !menu.isEmpty,
      // A feed needs the site's address.
      "hasFeed": settings.baseURL != nil && entries.contains { $0.section == .changes },
      "style": theme.style.path, "script": theme.script.path, "icon": theme.icon.path,
      "logo": theme.logo.map { root + AddressText.encoded(path: $0) } ?? "",
      "hasLogo": theme.logo != nil, "footer": Self.withoutSlots(theme.footer ?? ""),
      "hasFooter": theme.footer != nil, "hasLinks": !theme.links.isEmpty,
      "links": theme.links.map { ["label": $0.title, "href": AddressText.encoded($0.address)] },
      "policy": Self.policy(settings, isPersonal: isPersonal), "words": Self.wordsOfScript(text),
      "version": settings.generatorVersion, "asOf": settings.asOf,
      "slots": Dictionary(uniqueKeysWithValues: Slot.allCases.map { ($0.name, $0.rawValue) }),
      "text": [
        "skip": text.skipToContent, "navigation": text.navigation, "builtBy": text.builtBy,
        "asOf": text.asOf, "changes": text.changes, "search": text.search,
      ],
    ]
    stretches = Self.split(template?.render(values) ?? Slot.body.rawValue)
  }

  /// - Parameters:
  ///   - title: plain text.
  ///   - head: HTML for the page's head.
  ///   - address: where the page is published, for readers of a printed one; plain text.
  ///   - languages: HTML that leads to the page in other languages.
  ///   - body: HTML.
  ///   - above, below: HTML that stands around it.
  func page(
    title: String, head: [UInt8] = [], address: String = "", languages: String = "",
    above: [UInt8] = [], body: [UInt8], below: [UInt8] = []
  ) -> [UInt8] {
    let own = head.count + above.count + body.count + below.count
    var page = PageBytes(capacity: stretches.reduce(own + 1024) { $0 + $1.bytes.count })
    for stretch in stretches {
      page.add(stretch.bytes)
      switch stretch.slot {
      case .title?: page.add(escaped: title)
      case .head?: page.add(head)
      case .languages?: page.add(languages)
      case .body?:
        page.add(above)
        page.add(body)
        page.add(below)
      case .address?: page.add(escaped: address)
      case nil: break
      }
    }
    return page.bytes
  }

  /// What a page may fetch and run: its own files, and pictures of other hosts where they are shown.
  /// A page on which readers type what nobody else is to know asks for nothing once it is there.
  private static func policy(_ settings: RenderSettings, isPersonal: Bool) -> String {
    let connections = isPersonal ? "'none'" : "'self'"
    return "default-src 'none'; style-src 'self'; script-src 'self'; connect-src \(connections); "
      + "img-src 'self' data:\(settings.showsRemoteImages ? " https: http:" : ""); "
      + "base-uri 'none'; form-action 'self'"
  }

  /// The words that the script shows, as JSON, with the places of their values.
  private static func wordsOfScript(_ text: InterfaceText) -> String {
    let words: [(key: String, value: JSONText.Value)] = [
      ("done", .string(text.stepDone.pattern)), ("close", .string(text.close)),
      ("copy", .string(text.copy.pattern)), ("copied", .string(text.copied)),
      ("nothing", .string(text.searchNothing.pattern)), ("failed", .string(text.searchFailed)),
      ("one", .string(text.searchCount.patternOfOne)),
      ("some", .string(text.searchCount.pattern)),
      ("atLeast", .string(text.searchAtLeast.pattern)), ("more", .string(text.searchMore)),
      ("short", .string(text.searchShort)),
    ]
    return String(decoding: JSONText.compactBytes(.object(words)), as: UTF8.self)
  }

  /// A title may hold anything, even the marks of the slots.
  private static func withoutSlots(_ text: String) -> String {
    let marks = Slot.allCases.flatMap(\.rawValue.unicodeScalars)
    guard text.unicodeScalars.contains(where: marks.contains) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !marks.contains($0) }))
  }

  /// The way from a page back to the site's root.
  static func root(_ depth: Int) -> String { String(repeating: "../", count: depth) }

  /// What is wrong with a template; nil where it can be used.
  static func fault(ofTemplate text: String) -> String? {
    for slot in [Slot.title, .head, .body] where !text.contains("slots.\(slot.name)") {
      return "it has no place for {{slots.\(slot.name)}}"
    }
    do {
      _ = try MustacheTemplate(string: text)
      return nil
    } catch {
      return "\(error)".split(separator: "\n").joined(separator: " ")
    }
  }

  private static func split(_ text: String) -> [(bytes: [UInt8], slot: Slot?)] {
    let bytes = Array(text.utf8)
    let marks = Slot.allCases.map { (slot: $0, bytes: Array($0.rawValue.utf8)) }
    var stretches: [(bytes: [UInt8], slot: Slot?)] = []
    var start = 0
    for index in bytes.indices where bytes[index] == marks[0].bytes[0] && index >= start {
      guard let mark = marks.first(where: { bytes[index...].starts(with: $0.bytes) }) else {
        continue
      }
      stretches.append((Array(bytes[start..<index]), mark.slot))
      start = index + mark.bytes.count
    }
    return stretches + [(Array(bytes[start...]), nil)]
  }
}
