import GuideModel
import SourceText
import Syntax

/// Clients and guides as one graph of JSON-LD in the words of schema.org: what programs read that know
/// neither wikis nor our list.
struct CompatibilityGraph {
  private typealias Value = JSONText.Value

  private let list: CompatibilityList
  private let site: SiteRenderer

  init(_ list: CompatibilityList, site: SiteRenderer) {
    self.list = list
    self.site = site
  }

  var bytes: [UInt8] {
    let nodes = list.clients.map(software) + site.library.guides.compactMap(howTo)
    let json = JSONText.bytes(
      .object([("@context", .string("https://schema.org")), ("@graph", .array(nodes))]))
    return Self.fitForPage(json)
  }

  /// The graph is likely put in an element of a page, which `<` could end; it stands in texts alone.
  private static func fitForPage(_ json: [UInt8]) -> [UInt8] {
    guard json.contains(UInt8(ascii: "<")) else { return json }
    return json.reduce(into: []) { bytes, byte in
      if byte == UInt8(ascii: "<") { bytes += "\\u003c".utf8 } else { bytes.append(byte) }
    }
  }

  /// From the site's root where the site's address is not told.
  private func address(_ path: String) -> String {
    (site.settings.baseURL ?? "") + AddressText.encoded(path: path)
  }

  private func software(_ client: Client) -> Value {
    .object(
      [
        ("@type", .string("SoftwareApplication")),
        ("@id", .string(address("clients/\(client.id)/index.html") + "#software")),
      ] + StructuredData(site: site, text: site.main.text).softwareMembers(client))
  }

  private func howTo(_ guide: Guide) -> Value? {
    guard let page = site.pagesByPath[guide.path], !guide.setupSteps.isEmpty else { return nil }
    let language = site.language(of: guide.path)
    let data = StructuredData(site: site, text: site.settings.texts.of(language))
    // A site may show a guide in several languages; it is one all the same.
    let edition = site.editions.first { $0.language == language } ?? site.main
    let path = site.clientAddresses.path(of: guide, edition)
    let sections = guide.procedures.indices.map { index in
      section(index, of: guide, on: page, path: path, edition: edition, data)
    }
    var members: [(key: String, value: Value)] = [
      ("@type", .string("HowTo")), ("@id", .string(address(path) + "#" + guide.id)),
      ("name", .string(guide.title)), ("inLanguage", .string(language)),
      ("url", .string(address(path))),
    ]
    if let client = guide.clientID {
      let id = address("clients/\(client)/index.html") + "#software"
      members.append(("about", .object([("@id", .string(id))])))
    }
    return .object(members + [("step", .array(sections))])
  }

  private func section(
    _ index: Int, of guide: Guide, on page: PageReading, path: String, edition: Edition,
    _ data: StructuredData
  ) -> Value {
    let procedure = guide.procedures[index]
    let title =
      switch procedure.kind {
      case .setup: procedure.title ?? guide.title
      case .operation: procedure.title ?? data.text.operation
      case .troubleshooting: procedure.title ?? data.text.troubleshooting
      }
    let steps = procedure.steps.map { step -> Value in
      let place = site.clientAddresses.path(
        of: StepPosition(procedure: index, ordinal: step.ordinal), in: guide,
        prefix: edition.prefix)
      return .object(
        [
          ("@type", .string("HowToStep")), ("name", .string(data.text.step(step.name))),
          ("text", .string(data.words(of: step, on: page))),
        ] + [("url", .string(place.map(stepAddress) ?? address(path)))]
          + (data.picture(of: step, on: page).map { [("image", .string(address($0)))] } ?? []))
    }
    return .object([
      ("@type", .string("HowToSection")), ("name", .string(title)),
      ("itemListElement", .array(steps)),
    ])
  }

  /// - Parameter place: a path with the id of a step behind `#`.
  private func stepAddress(_ place: String) -> String {
    let parts = place.split(separator: "#", maxSplits: 1).map(String.init)
    return address(parts[0]) + (parts.count > 1 ? "#" + parts[1] : "")
  }
}
