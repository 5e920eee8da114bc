import GuideModel

/// What a site's pages need to know beyond the wiki: all of it comes from the configuration or the
/// command line.
package struct RenderSettings: Sendable {
  package let title: String
  /// The site's language, `ja` or `en`.
  package let language: String
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
  /// Patterns of addresses for editing a page and for reporting what is wrong with it.
  package let editURL: String?
  package let reportURL: String?
  /// Whether pictures on other hosts are shown; else they are linked to.
  package let showsRemoteImages: Bool

  package init(
    title: String, language: String, baseURL: String?, asOf: String, generatorVersion: String,
    images: ImageSources, digests: [String: String],
    histories: [String: PageHistory] = [:], editURL: String? = nil, reportURL: String? = nil,
    theme: Theme = Theme(), showsRemoteImages: Bool
  ) {
    self.theme = theme
    self.editURL = editURL
    self.reportURL = reportURL
    self.histories = histories
    self.title = title
    self.language = language
    self.baseURL = baseURL
    self.asOf = asOf
    self.generatorVersion = generatorVersion
    self.images = images
    self.digests = digests
    self.showsRemoteImages = showsRemoteImages
  }
}

/// One file of the site.
package struct RenderedFile: Sendable {
  /// Relative to the output folder.
  package let path: String
  package let bytes: [UInt8]

  init(_ path: String, _ bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  init(_ path: String, _ text: String) { self.init(path, Array(text.utf8)) }
}
