/// A page of the site itself, such as its front or a list, in one language.
struct SitePage {
  let section: PageShell.Section
  /// From the folder of its edition.
  let path: String
  /// Without that of the site.
  let title: String
  /// What it is for, in a sentence.
  let lead: String
  let body: [UInt8]
  /// Whether every edition of the site has this page.
  var isAlike: Bool
  /// A script that only this kind of page needs.
  var script: Asset?
  /// The path of a feed that tells when the page changes, from the site's root.
  var feed: String?

  init(
    section: PageShell.Section, path: String, title: String, lead: String, body: [UInt8],
    isAlike: Bool = true
  ) {
    self.section = section
    self.path = path
    self.title = title
    self.lead = lead
    self.body = body
    self.isAlike = isAlike
  }

  init(
    section: PageShell.Section, path: String, title: String, lead: String, body: String,
    isAlike: Bool = true
  ) {
    self.init(
      section: section, path: path, title: title, lead: lead, body: Array(body.utf8),
      isAlike: isAlike)
  }
}
