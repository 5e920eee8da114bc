import GuideModel

/// What a site's pages need to know beyond the wiki: all of it comes from the configuration or the
/// command line. An object, since everything that prints hands it on.
package final class RenderSettings: Sendable {
  package let title: String
  /// The site's main language, such as `ja`.
  package let language: String
  /// The languages in which the site's own pages are made; nil for those in which it has guides.
  package let languages: [String]?
  package let texts: SiteTexts
  /// Ends in `/`; nil where the site's address is not told.
  package let baseURL: String?
  /// The date that data bears, `YYYY-MM-DD`.
  package let asOf: String
  package let generatorVersion: String
  package let images: ImageSources
  /// SHA-256 of each page's file in hexadecimal digits, by its path.
  package let digests: [String: String]
  /// By the page's path.
  package let histories: [String: PageHistory]
  package let theme: Theme
  /// What is known of clients beyond what pages say, by their ids.
  package let profiles: [String: ClientProfile]
  /// Patterns of addresses for editing a page and for reporting what is wrong with it.
  package let editURL: String?
  package let reportURL: String?
  /// Where readers ask for help.
  package let contactURL: String?
  /// Where the wiki makes new pages.
  package let newPageURL: String?
  /// Whether pictures on other hosts are shown; else they are linked to.
  package let showsRemoteImages: Bool
  /// What the hosting company tells of its servers.
  package let provider: ProviderSettings?
  /// Names of the pages that come first, in order.
  package let navigation: [String]

  package init(
    title: String, language: String, languages: [String]? = nil,
    texts: SiteTexts = SiteTexts(), baseURL: String?, asOf: String, generatorVersion: String,
    images: ImageSources, digests: [String: String],
    histories: [String: PageHistory] = [:], editURL: String? = nil, reportURL: String? = nil,
    newPageURL: String? = nil, contactURL: String? = nil, theme: Theme = Theme(),
    profiles: [String: ClientProfile] = [:], showsRemoteImages: Bool,
    provider: ProviderSettings? = nil, navigation: [String] = []
  ) {
    self.theme = theme
    self.profiles = profiles
    self.newPageURL = newPageURL
    self.contactURL = contactURL
    self.editURL = editURL
    self.reportURL = reportURL
    self.histories = histories
    self.title = title
    self.language = language
    self.languages = languages
    self.texts = texts
    self.baseURL = baseURL
    self.asOf = asOf
    self.generatorVersion = generatorVersion
    self.images = images
    self.digests = digests
    self.showsRemoteImages = showsRemoteImages
    self.provider = provider
    self.navigation = navigation
  }
}

/// One file of the site.
package struct RenderedFile: Sendable {
  /// Relative to the output folder.
  package let path: String
  package let bytes: [UInt8]
  /// What a search finds of it; empty for all but pages and guides.
  package let units: [SearchUnit]

  init(_ path: String, _ bytes: [UInt8], units: [SearchUnit] = []) {
    self.path = path
    self.bytes = bytes
    self.units = units
  }

  init(_ path: String, _ text: String) { self.init(path, Array(text.utf8)) }
}
