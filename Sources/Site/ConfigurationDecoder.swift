import GuideModel
import SourceText
import Validation

/// Turns the tree of `wikiguide.yml` into a configuration, with a finding for all that is not right.
///
/// Goes through a table by the keys that stand there, so that an unknown one cannot slip by.
struct ConfigurationDecoder {
  static let rule = "invalid-configuration"

  let file: SourceFile
  let ruleNames: [String]
  let languages: [String]
  var diagnostics: [Diagnostic] = []
  /// The names and aliases of clients.
  private var claimedNames: [ClaimedName] = []

  init(file: SourceFile, ruleNames: [String], languages: [String]) {
    self.file = file
    self.languages = languages
    self.ruleNames = ruleNames
  }

  enum Key: String, CaseIterable {
    case title, language, languages, dialect, encoding, autolink, wikinames, sources, images, theme
    case clients, vocabulary, rules, compression, servers, links, navigation, editor
    case baseURL = "base_url"
    case editURL = "edit_url"
    case reportURL = "report_url"
    case contactURL = "contact_url"
    case newPageURL = "new_page_url"
    case multilinePlugins = "multiline_plugins"
  }

  enum ImageKey: String, CaseIterable {
    case folders, mirrors
    case showRemote = "show_remote"
  }

  enum ClientKey: String, CaseIterable {
    case name, id, aliases, kind, platforms, discontinued
  }

  enum WordKey: String, CaseIterable {
    case setup, operation, troubleshooting, levels
    case clientList = "client_list"
  }

  mutating func configuration(
    _ root: ConfigurationNode, startingFrom standard: SiteConfiguration
  ) -> SiteConfiguration {
    var result = standard
    for (key, value) in entries(root, Key.self, of: "the configuration") {
      switch key {
      case .title: result.title = text(value, of: key.rawValue) ?? result.title
      case .language:
        result.language = name(value, of: key.rawValue, among: languages)
      case .languages:
        result.languages = list(value, of: key.rawValue).compactMap {
          name($0, of: key.rawValue, among: languages)
        }
      case .compression:
        result.compression = list(value, of: key.rawValue).compactMap {
          choice($0, of: key.rawValue)
        }
      case .baseURL: result.baseURL = baseURL(value)
      case .editURL: result.editURL = pattern(value, of: key.rawValue)
      case .reportURL: result.reportURL = pattern(value, of: key.rawValue)
      case .contactURL: result.contactURL = pattern(value, of: key.rawValue)
      case .newPageURL: result.newPageURL = pattern(value, of: key.rawValue)
      case .dialect: result.wiki.dialect = choice(value, of: key.rawValue)
      case .encoding: result.wiki.encoding = choice(value, of: key.rawValue) ?? .auto
      case .autolink: result.wiki.autolink = count(value, of: key.rawValue)
      case .wikinames: result.wiki.linksWikiNames = truth(value, of: key.rawValue) ?? true
      case .multilinePlugins:
        result.wiki.readsMultilinePlugins = truth(value, of: key.rawValue) ?? true
      case .sources: result.sources = sources(value)
      case .images: result.images = images(value)
      case .theme: result.theme = look(value)
      case .clients:
        result.clients = list(value, of: key.rawValue).compactMap { client($0) }
        result.claimedNames = claimedNames
        reportSharedIDs(value)
      case .vocabulary: result.vocabulary = words(value)
      case .rules: result.rules = rules(value)
      case .servers: result.servers = servers(value)
      case .links: result.links = links(value)
      case .navigation:
        result.navigation = list(value, of: key.rawValue).compactMap { node in
          text(node, of: key.rawValue).map { .init(name: $0, range: node.range) }
        }
      case .editor: result.editor = editor(value)
      }
    }
    return result
  }

  private mutating func baseURL(_ node: ConfigurationNode) -> String? {
    guard let text = text(node, of: "base_url") else { return nil }
    guard Self.isSiteAddress(text) else {
      report(
        "the base_url '\(text)' is not a web address", node,
        help: "write it like 'https://help.example/' or 'https://example.org/help/'")
      return nil
    }
    return text.hasSuffix("/") ? text : text + "/"
  }

  /// An address in which `{page}`, `{file}`, `{step}` or `{url}` stand for what is linked from.
  private mutating func pattern(_ node: ConfigurationNode, of key: String) -> String? {
    guard let text = text(node, of: key) else { return nil }
    let schemes = ["https://", "http://", "mailto:"]
    guard schemes.contains(where: text.hasPrefix),
      text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`|".utf8.contains($0) })
    else {
      report(
        "the \(key) '\(text)' is no address", node,
        help: "write it like 'https://wiki.example/?cmd=edit&page={page}'")
      return nil
    }
    return text
  }

  /// `https://host/path/`: below it, the addresses of all files of the site are made.
  private static func isSiteAddress(_ text: String) -> Bool {
    guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return false }
    let rest = text.utf8.dropFirst(scheme.utf8.count)
    guard let first = rest.first, first != UInt8(ascii: "/") else { return false }
    return rest.allSatisfy { byte in
      byte > 0x20 && byte < 0x7F && !"?#\"<>\\^`{|}".utf8.contains(byte)
    }
  }

  private mutating func images(_ node: ConfigurationNode) -> SiteConfiguration.Images {
    var images = SiteConfiguration.Images()
    for (key, value) in entries(node, ImageKey.self, of: "images") {
      switch key {
      case .folders:
        images.folders = list(value, of: "folders").compactMap { folder($0, of: "folders") }
      case .mirrors:
        images.mirrors = table(value, of: "mirrors").compactMap { mirror($0) }
      case .showRemote:
        images.showRemote = truth(value, of: "show_remote") ?? images.showRemote
      }
    }
    return images
  }

  private mutating func mirror(_ entry: ConfigurationNode.Entry) -> ImageSources.Mirror? {
    guard let prefix = text(entry.key, of: "mirrors"),
      var folder = folder(entry.value, of: prefix)
    else { return nil }
    // What follows the prefix is put behind the folder: both end alike.
    if prefix.hasSuffix("/"), !folder.isEmpty, !folder.hasSuffix("/") { folder += "/" }
    return ImageSources.Mirror(prefix: prefix, folder: folder)
  }

  private mutating func client(_ node: ConfigurationNode) -> SiteConfiguration.KnownClient? {
    var name: String?
    var id: String?
    var aliases: [String] = []
    var kind: Client.Kind?
    var profile = ClientProfile.unknown
    var names: [(text: String, range: SourceRange)] = []
    for (key, value) in entries(node, ClientKey.self, of: "a client") {
      switch key {
      case .name:
        name = text(value, of: "name")
        names += name.map { [($0, value.range)] } ?? []
      case .id: id = clientID(value)
      case .aliases:
        let written = list(value, of: "aliases").compactMap { node in
          text(node, of: "aliases").map { ($0, node.range) }
        }
        aliases = written.map(\.0)
        names += written
      case .kind: kind = self.kind(value)
      case .platforms:
        profile.platforms = list(value, of: "platforms").compactMap {
          choice($0, of: "platforms")
        }
      case .discontinued: profile.isDiscontinued = truth(value, of: "discontinued")
      }
    }
    guard case .table(let written) = node.content else { return nil }
    guard let name else {
      let hasName = written.contains { Self.isText($0.key, ClientKey.name.rawValue) }
      if !hasName { report("a client has no 'name'", node, help: "add 'name: …'") }
      return nil
    }
    claimedNames += names.map { text, range in
      ClaimedName(
        clientID: id ?? Slug.ascii(name, fallback: "client"), name: text,
        place: SourcePlace(file.path, range))
    }
    return SiteConfiguration.KnownClient(
      name: name, id: id, aliases: aliases, kind: kind, profile: profile)
  }

  private mutating func clientID(_ node: ConfigurationNode) -> String? {
    guard let id = text(node, of: "id") else { return nil }
    let words = id.split(separator: "-", omittingEmptySubsequences: false)
    let isID = words.allSatisfy { word in
      !word.isEmpty && word.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
    }
    guard isID else {
      report(
        "the id '\(id)' has other signs than ids may have", node,
        help: "use lower-case ASCII words and digits, joined by '-'")
      return nil
    }
    return id
  }

  private mutating func kind(_ node: ConfigurationNode) -> Client.Kind? {
    let names = [Client.Kind.desktop, .mobile, .webmail, .terminal, .unknown].map(\.rawValue)
    return name(node, of: "kind", among: names).flatMap(Client.Kind.init(rawValue:))
  }

  private mutating func reportSharedIDs(_ node: ConfigurationNode) {
    guard case .list(let clients) = node.content else { return }
    var known: [String: SourceRange] = [:]
    for case .table(let entries) in clients.map(\.content) {
      for entry in entries where Self.isText(entry.key, ClientKey.id.rawValue) {
        guard case .text(let id) = entry.value.content else { continue }
        if let earlier = known[id] {
          report("the id '\(id)' belongs to two clients", entry.value, earlier: earlier)
        } else {
          known[id] = entry.value.range
        }
      }
    }
  }

  private mutating func words(_ node: ConfigurationNode) -> SiteConfiguration.Words {
    var words = SiteConfiguration.Words()
    for (key, value) in entries(node, WordKey.self, of: "vocabulary") {
      switch key {
      case .clientList: words.clientList = texts(value, of: key.rawValue)
      case .setup: words.setup = texts(value, of: key.rawValue)
      case .operation: words.operation = texts(value, of: key.rawValue)
      case .troubleshooting: words.troubleshooting = texts(value, of: key.rawValue)
      case .levels:
        for (level, value) in entries(value, SupportLevel.self, of: "levels") {
          words.levels[level] = texts(value, of: level.rawValue)
        }
      }
    }
    return words
  }

  private mutating func rules(
    _ node: ConfigurationNode
  ) -> [String: SiteConfiguration.RuleSetting] {
    var rules: [String: SiteConfiguration.RuleSetting] = [:]
    for entry in table(node, of: "rules") {
      guard let name = text(entry.key, of: "rules") else { continue }
      if ruleNames.contains(name) {
        rules[name] = choice(entry.value, of: name)
      } else {
        reportUnknown("there is no rule '\(name)'", entry.key, name, among: ruleNames)
      }
    }
    return rules
  }
}
