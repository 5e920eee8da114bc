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

  private func fragment(_ anchor: String) -> String {
    AddressText.encoded("#" + AnchorID.id(of: anchor))
  }

  /// Whether an address is one of the web with a host, which can do no harm when followed.
  static func isSafe(_ address: String) -> Bool {
    let schemes = ["http://", "https://", "ftp://"]
    guard let scheme = schemes.first(where: address.hasPrefix) else { return false }
    let host = address.utf8.dropFirst(scheme.utf8.count).prefix { !"/?#".utf8.contains($0) }
    let parts = host.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard let name = parts.first, !name.isEmpty, parts.count <= 2, name.allSatisfy(isHostByte),
      !String(decoding: name, as: UTF8.self).contains("..")
    else { return false }
    guard parts.count == 2 else { return true }
    return UInt16(String(decoding: parts[1], as: UTF8.self)) != nil
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
