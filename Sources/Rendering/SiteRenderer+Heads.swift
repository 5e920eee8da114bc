import GuideModel
import SourceText
import Syntax

/// What the heads of a site's pages say.
extension SiteRenderer {
  func head(of page: PageReading, slug: String, _ edition: Edition) -> PageHead {
    let path = "pages/\(slug)/index.html"
    let text = edition.text
    var head = PageHead(
      settings: settings, language: text.language, path: path, title: page.title,
      description: description(of: page, text))
    head.alternates = translations.of(page)
    head.hasMarkdown = true
    let data = StructuredData(site: self, text: text)
    head.data = [
      data.breadcrumbs([
        (settings.title, edition.prefix + "index.html"),
        (text.pages, edition.prefix + "pages/index.html"), (page.title, path),
      ])
    ].compactMap { $0 }
    return head
  }

  /// A page about a page: its source, its changes.
  func head(
    about page: PageReading, path: String, title: String, _ edition: Edition
  ) -> PageHead {
    var head = PageHead(
      settings: settings, language: edition.language, path: path, title: title, description: title)
    head.isHidden = true
    return head
  }

  func head(
    of page: ClientPage, title: String, stepIDs: [String: [[String]]]
  ) -> PageHead {
    let (subject, edition, path) = (page.subject, page.edition, page.path)
    let text = edition.text
    let level = text.levelText(subject.level).word
    let steps = subject.guides.reduce(0) { $0 + $1.setupStepCount }
    var head = PageHead(
      settings: settings, language: text.language, path: path, title: title,
      description: steps > 0 && page.kind != .overview
        ? text.guideDescription(subject.client.name, String(steps), level)
        : text.clientDescription(subject.client.name, level))
    head.hasMarkdown = true
    let data = StructuredData(site: self, text: text)
    head.data =
      [
        data.breadcrumbs([
          (settings.title, edition.prefix + "index.html"),
          (text.clients, edition.prefix + "clients/index.html"), (title, path),
        ]), data.software(subject.client),
      ].compactMap { $0 }
    for guide in page.kind == .overview ? [] : subject.guides {
      guard let page = pagesByPath[guide.path],
        let howTo = data.howTo(
          guide, on: page, path: path, title: title, ids: stepIDs[guide.id] ?? [])
      else { continue }
      head.data.append(howTo)
    }
    return head
  }

  /// What the first paragraph says, else what the headings say, else the title.
  private func description(of page: PageReading, _ text: InterfaceText) -> String {
    if let stated = page.stated.description { return PageExcerpt.of(stated) }
    let file = page.document.file
    let values = ProviderValues(settings.provider, text)
    func visible(_ content: [Inline]) -> String {
      let words = VisibleText.of(content, in: file)
      return values?.filled(words) ?? words
    }
    let paragraphs = page.document.blocks.lazy.compactMap { block -> String? in
      guard case .paragraph(let paragraph) = block else { return nil }
      let words = visible(paragraph.content)
      return words == page.title || !PageExcerpt.reaches(12, words) ? nil : words
    }
    if let first = paragraphs.first { return PageExcerpt.of(first) }
    let headings = page.facts.headings.prefix(6).map { visible($0.content) }
      .filter { !$0.isEmpty && $0 != page.title }
    let words = ([page.title] + headings).joined(separator: " · ")
    return PageExcerpt.of(words)
  }
}
