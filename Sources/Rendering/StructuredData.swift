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
    var json = opened("BreadcrumbList")
    json.key("itemListElement")
    json.open("[")
    for (index, step) in steps.enumerated() {
      json.open("{")
      json.add("@type", "ListItem")
      json.key("position")
      json.add(index + 1)
      json.add("name", step.name)
      json.key("item")
      json.add(address: base, path: step.path)
      json.close("}")
    }
    json.close("]")
    json.close("}")
    return json.bytes
  }

  /// A guide with its steps.
  /// - Parameters:
  ///   - ids: the ids of the steps on the page, one list a procedure.
  func howTo(
    _ guide: Guide, on page: PageReading, path: String, title: String, ids: [[String]]
  ) -> [UInt8]? {
    var json = opened("HowTo")
    json.add("name", title)
    json.add("inLanguage", text.language)
    json.key("step")
    json.open("[")
    var hasSteps = false
    for (procedure, ids) in zip(guide.procedures, ids) where procedure.kind == .setup {
      for (step, id) in zip(procedure.steps, ids) {
        add(step, id: id, on: page, path: path, to: &json)
        hasSteps = true
      }
    }
    guard hasSteps else { return nil }
    json.close("]")
    json.close("}")
    return json.bytes
  }

  private func add(
    _ step: Step, id: String, on page: PageReading, path: String, to json: inout JSONOutput
  ) {
    json.open("{")
    json.add("@type", "HowToStep")
    json.add("name", text.step(step.name))
    json.add("text", words(of: step, on: page))
    if let base = site.settings.baseURL {
      json.key("url")
      json.add(address: base, path: path, fragment: id)
      if let picture = picture(of: step, on: page) {
        json.key("image")
        json.add(address: base, path: picture)
      }
    }
    json.close("}")
  }

  /// What a step says, in words.
  func words(of step: Step, on page: PageReading) -> String {
    let words = VisibleText.of(step.content, in: page.document.file)
    return ProviderValues(site.settings.provider, text)?.filled(words) ?? words
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
    var json = opened("SoftwareApplication")
    add(softwareMembers(client), to: &json)
    json.close("}")
    return json.bytes
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

  /// Something of a type, to which members can be added.
  private func opened(_ type: String) -> JSONOutput {
    var json = JSONOutput(.embedded)
    json.open("{")
    json.add("@context", "https://schema.org")
    json.add("@type", type)
    return json
  }

  private func add(
    _ members: [(key: String, value: JSONText.Value)], to json: inout JSONOutput
  ) {
    for (key, value) in members {
      json.key(key)
      json.add(value)
    }
  }
}
