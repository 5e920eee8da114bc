import GuideModel

/// What placeholders stand for on a site's pages.
extension SiteRenderer {
  /// Nil where the site's content says nothing of the hosting company.
  func values(_ edition: Edition) -> ProviderValues? {
    ProviderValues(settings.provider, edition.text)
  }

  /// The same pages, with what placeholders in their titles stand for: titles are shown in many
  /// places that know nothing of placeholders.
  static func titled(_ library: GuideLibrary, _ settings: RenderSettings) -> GuideLibrary {
    guard let provider = settings.provider,
      library.pages.contains(where: { $0.title.contains("{{") })
    else { return library }
    let pages = library.pages.map { page in
      let text = settings.texts.of(PageLanguage.of(page, on: settings.language))
      guard let values = ProviderValues(provider, text) else { return page }
      let title = values.filled(page.title)
      return title == page.title ? page : page.titled(title)
    }
    return GuideLibrary(
      pages: pages, houses: library.houses.values.sorted { $0.id < $1.id })
  }
}
