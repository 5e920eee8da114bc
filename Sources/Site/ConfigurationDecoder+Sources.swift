import GuideModel
import SourceText
import Validation

/// The wikis that a site is made of: `sources` in `wikiguide.yml`.
extension ConfigurationDecoder {
  enum SourceKey: String, CaseIterable {
    case kind, path, id, title, dialect, encoding, include, exclude, autolink, wikinames
    case multilinePlugins = "multiline_plugins"
  }

  mutating func sources(_ node: ConfigurationNode) -> [SiteConfiguration.Source] {
    var sources: [SiteConfiguration.Source] = []
    for entry in list(node, of: "sources") {
      guard let source = source(entry) else { continue }
      if let earlier = sources.first(where: { $0.id == source.id }) {
        report(
          "two sources have the id '\(source.id)'", entry,
          help: "give one of them an 'id' of its own", earlier: earlier.range)
      } else {
        sources.append(source)
      }
    }
    return sources
  }

  private mutating func source(_ node: ConfigurationNode) -> SiteConfiguration.Source? {
    var source = SiteConfiguration.Source(range: node.range)
    var kind: SiteConfiguration.Source.Kind?
    var path: String?
    var id: String?
    for (key, value) in entries(node, SourceKey.self, of: "a source") {
      switch key {
      case .kind: kind = choice(value, of: key.rawValue)
      case .path: path = text(value, of: key.rawValue)
      case .id: id = sourceID(value)
      case .title: source.title = text(value, of: key.rawValue)
      case .dialect: source.wiki.dialect = choice(value, of: key.rawValue)
      case .encoding: source.wiki.encoding = choice(value, of: key.rawValue) ?? .auto
      case .include: source.include = texts(value, of: key.rawValue)
      case .exclude: source.exclude = texts(value, of: key.rawValue)
      case .autolink: source.wiki.autolink = count(value, of: key.rawValue)
      case .wikinames: source.wiki.linksWikiNames = truth(value, of: key.rawValue) ?? true
      case .multilinePlugins:
        source.wiki.readsMultilinePlugins = truth(value, of: key.rawValue) ?? true
      }
    }
    guard case .table(let written) = node.content else { return nil }
    guard let kind, let path else {
      for (name, isMissing) in [("kind", kind == nil), ("path", path == nil)] where isMissing {
        guard !written.contains(where: { Self.isText($0.key, name) }) else { continue }
        report("a source has no '\(name)'", node, help: "add '\(name): …'")
      }
      return nil
    }
    source.kind = kind
    source.path = path
    source.id = id ?? Self.id(ofPath: path)
    return source
  }

  private mutating func sourceID(_ node: ConfigurationNode) -> String? {
    guard let id = text(node, of: "id") else { return nil }
    guard id == Slug.anyScript(id, fallback: "wiki") else {
      report(
        "the id '\(id)' has other signs than a part of an address may have", node,
        help: "use letters and digits, joined by '-'")
      return nil
    }
    return id
  }

  /// The last part of a path that says something.
  private static func id(ofPath path: String) -> String {
    let part = path.split(separator: "/").last { $0 != "." && $0 != ".." }
    return Slug.anyScript(part.map(String.init) ?? "wiki", fallback: "wiki")
  }
}
