import GuideModel
import SourceText
import Syntax

/// An address of the web as an author wrote it, right or wrong: what wikis take for the name of
/// another wiki or of a page is an address all the same where it is written like one.
struct WrittenAddress {
  let text: String
  let range: SourceRange

  /// Nil for links that are no addresses.
  static func of(_ link: Link, in document: Document) -> WrittenAddress? {
    let text = document.text(link.targetRange)
    switch link.target {
    case .url: return WrittenAddress(text: text, range: link.targetRange)
    case .interWiki(_, let name):
      let rest = document.file.text(name)
      guard rest.hasPrefix("//") || rest.hasPrefix("\\\\") else { return nil }
      return WrittenAddress(text: text, range: link.targetRange)
    case .page where text.hasPrefix("//"):
      return WrittenAddress(text: text, range: link.targetRange)
    case .page, .anchor, .mail, .attachment, .file: return nil
    }
  }

  /// Those of a page's links and of its pictures on other hosts, each place once, in file order.
  static func all(on shown: ShownPage) -> [WrittenAddress] {
    let page = shown.page
    let links = page.facts.links.compactMap { of($0, in: page.document) }
    guard !shown.remote.isEmpty else { return links }
    let linked = Set(links.map(\.range))
    let images = shown.remote.compactMap { image, address in
      linked.contains(image.source) ? nil : WrittenAddress(text: address, range: image.source)
    }
    return (links + images).sorted { $0.range < $1.range }
  }

  /// What stands between the scheme and the path; nil where there is no `//`.
  var authority: Substring? {
    guard let slashes = text.firstRange(of: "//") else { return nil }
    return text[slashes.upperBound...].prefix { !"/?#\\".contains($0) }
  }

  /// The host in lower case without credentials and port.
  var host: String? {
    guard var host = authority else { return nil }
    if let at = host.lastIndex(of: "@") { host = host[host.index(after: at)...] }
    if host.first == "[" { return host.firstIndex(of: "]").map { host[...$0].lowercased() } }
    return host.prefix { $0 != ":" }.lowercased()
  }

  /// What stands behind the host's `:`; nil where there is none.
  var port: Substring? {
    guard var rest = authority else { return nil }
    if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
    if let bracket = rest.firstIndex(of: "]") { rest = rest[bracket...] }
    return rest.firstIndex(of: ":").map { rest[rest.index(after: $0)...] }
  }
}
