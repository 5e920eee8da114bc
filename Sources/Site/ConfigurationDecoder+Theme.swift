import Rendering
import SourceText

/// How a site looks: `theme` in `wikiguide.yml`.
extension ConfigurationDecoder {
  enum ThemeKey: String, CaseIterable {
    case accent, logo, footer, links
    case accentDark = "accent_dark"
  }

  enum LinkKey: String, CaseIterable { case title, url }

  mutating func look(_ node: ConfigurationNode) -> SiteConfiguration.Look {
    var look = SiteConfiguration.Look()
    for (key, value) in entries(node, ThemeKey.self, of: "theme") {
      switch key {
      case .accent: look.accent = colour(value, of: key.rawValue)
      case .accentDark: look.accentDark = colour(value, of: key.rawValue)
      case .logo: look.logo = folder(value, of: key.rawValue)
      case .footer: look.footer = text(value, of: key.rawValue)
      case .links: look.links = list(value, of: key.rawValue).compactMap { link($0) }
      }
    }
    return look
  }

  private mutating func colour(_ node: ConfigurationNode, of key: String) -> String? {
    guard let text = text(node, of: key) else { return nil }
    guard text.wholeMatch(of: /#[0-9a-fA-F]{6}/) != nil else {
      report("the colour '\(text)' of '\(key)' is none", node, help: "write it like '#0b5cad'")
      return nil
    }
    return text
  }

  private mutating func link(_ node: ConfigurationNode) -> Theme.Link? {
    var title: String?
    var address: String?
    for (key, value) in entries(node, LinkKey.self, of: "a link") {
      switch key {
      case .title: title = text(value, of: key.rawValue)
      case .url: address = webAddress(value)
      }
    }
    guard let title, let address else {
      report("a link needs a 'title' and a 'url'", node)
      return nil
    }
    return Theme.Link(title: title, address: address)
  }

  private mutating func webAddress(_ node: ConfigurationNode) -> String? {
    guard let text = text(node, of: "url") else { return nil }
    guard ["https://", "http://", "mailto:", "tel:"].contains(where: text.hasPrefix) else {
      report(
        "the url '\(text)' is no address of the web", node,
        help: "write it like 'https://www.example.jp/' or 'mailto:help@example.jp'")
      return nil
    }
    return text
  }
}
