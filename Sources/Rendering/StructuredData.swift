import GuideModel
import SourceText
import Syntax

/// What pages say, as JSON-LD in the words of schema.org. What no page says is left out.
struct StructuredData {
  let site: SiteRenderer
  let text: InterfaceText

  /// The way to a page: names and paths from the site's root.
  func breadcrumbs(_ steps: [(name: String, path: String)]) -> [UInt8]? {
    guard let base = site.settings.baseURL else { return nil }
    let items = steps.enumerated().map { index, step -> JSONText.Value in
      .object([
        ("@type", .string("ListItem")), ("position", .integer(index + 1)),
        ("name", .string(step.name)),
        ("item", .string(base + AddressText.encoded(path: step.path))),
      ])
    }
    return embedded([("@type", .string("BreadcrumbList")), ("itemListElement", .array(items))])
  }

  /// A guide with its steps.
  /// - Parameters:
  ///   - ids: the ids of the steps on the page, one list a procedure.
  func howTo(
    _ guide: Guide, on page: PageReading, path: String, title: String, ids: [[String]]
  ) -> [UInt8]? {
    var steps: [JSONText.Value] = []
    for (procedure, ids) in zip(guide.procedures, ids) where procedure.kind == .setup {
      for (step, id) in zip(procedure.steps, ids) {
        steps.append(object(step, id: id, on: page, path: path))
      }
    }
    guard !steps.isEmpty else { return nil }
    return embedded([
      ("@type", .string("HowTo")), ("name", .string(title)),
      ("inLanguage", .string(text.language)), ("step", .array(steps)),
    ])
  }

  private func object(
    _ step: Step, id: String, on page: PageReading, path: String
  ) -> JSONText.Value {
    var members = stepMembers(step, on: page)
    if let base = site.settings.baseURL {
      members.append(("url", .string(base + AddressText.encoded(path: path) + "#" + id)))
      if let picture = picture(of: step, on: page) {
        members.append(("image", .string(base + AddressText.encoded(path: picture))))
      }
    }
    return .object(members)
  }

  /// What a step says, without addresses.
  func stepMembers(_ step: Step, on page: PageReading) -> [(key: String, value: JSONText.Value)] {
    let words = VisibleText.of(step.content, in: page.document.file)
    let values = ProviderValues(site.settings.provider, text)
    return [
      ("@type", .string("HowToStep")), ("name", .string(text.step(step.name))),
      ("text", .string(values?.filled(words) ?? words)),
    ]
  }

  /// The path of a step's first picture; nil where the site has none.
  func picture(of step: Step, on page: PageReading) -> String? {
    guard let image = step.images.first,
      case .local(let path) = site.settings.images.location(of: image, on: page)
    else { return nil }
    return path
  }

  /// A mail client: its name, its home page, and its price only where a page calls it free.
  func software(_ client: Client) -> [UInt8] {
    embedded([("@type", .string("SoftwareApplication"))] + softwareMembers(client))
  }

  /// What is known of a mail client, without its type.
  func softwareMembers(_ client: Client) -> [(key: String, value: JSONText.Value)] {
    var members: [(key: String, value: JSONText.Value)] = [
      ("name", .string(client.name)),
      ("applicationCategory", .string("CommunicationApplication")),
    ]
    if let link = client.links.first(where: { $0.relation == .homepage }),
      SiteLinks.isSafe(link.url)
    {
      members.append(("url", .string(link.url)))
    }
    if client.distribution.model == .freeOfCharge {
      members.append(
        (
          "offers",
          .object([
            ("@type", .string("Offer")), ("price", .string("0")), ("priceCurrency", .string("JPY")),
          ])
        ))
    }
    return members
  }

  /// Ready to stand in a page: `<` could end the element that holds it.
  private func embedded(_ members: [(key: String, value: JSONText.Value)]) -> [UInt8] {
    let value = JSONText.Value.object(
      [("@context", .string("https://schema.org"))] + members)
    let bytes = JSONText.compactBytes(value)
    guard bytes.contains(UInt8(ascii: "<")) else { return bytes }
    return bytes.flatMap { $0 == UInt8(ascii: "<") ? Array("\\u003c".utf8) : [$0] }
  }
}
