import GuideModel
import SourceText
import Syntax

/// Turns what pages name (pages, anchors, pictures, lines) into addresses seen from one page.
struct SiteLinks: Sendable {
  let directory: PageDirectory
  let images: ImageSources
  let showsRemoteImages: Bool
  /// The way from the page that is being made to the site's root: `../../`.
  let root: String

  /// The same links seen from a page in another folder.
  func seen(from root: String) -> SiteLinks {
    SiteLinks(
      directory: directory, images: images, showsRemoteImages: showsRemoteImages, root: root)
  }

  func page(slug: String) -> String { AddressText.encoded("\(root)pages/\(slug)/index.html") }

  func client(_ id: String) -> String { "\(root)clients/\(id)/index.html" }

  /// A line of a page's source, shown with numbers.
  func source(slug: String, line: Int) -> String {
    AddressText.encoded("\(root)pages/\(slug)/source/index.html") + "#L\(line)"
  }

  /// Where a link leads; nil where it leads nowhere, or where following it would not be safe.
  /// - Parameters:
  ///   - page: the page on which the link stands.
  ///   - isShownElsewhere: whether that page's text is shown on another one, such as a guide.
  func address(
    of target: Link.Target, on page: PageReading, isShownElsewhere: Bool
  ) -> String? {
    let file = page.document.file
    switch target {
    case .page(let written, let anchor):
      let name = PageDirectory.absoluteName(file.text(written), on: page.name)
      guard let entry = directory[name] else { return nil }
      return self.page(slug: entry.slug) + (anchor.map { fragment(file.text($0)) } ?? "")
    case .anchor(let name):
      let fragment = fragment(file.text(name))
      guard isShownElsewhere, let entry = directory[page.name] else { return fragment }
      return self.page(slug: entry.slug) + fragment
    case .url(let range):
      let address = file.text(range)
      return Self.isSafe(address) ? AddressText.encoded(address) : nil
    case .mail(let range): return "mailto:" + AddressText.encoded(file.text(range))
    case .interWiki: return nil
    }
  }

  private func fragment(_ anchor: String) -> String { AddressText.encoded("#" + anchor) }

  static func isSafe(_ address: String) -> Bool {
    let folded = address.prefix(8).lowercased()
    return ["http://", "https://", "ftp://"].contains { folded.hasPrefix($0) }
  }
}
