import GuideModel
import SourceText
import Syntax

/// Turns what pages name (pages, anchors, pictures, lines) into addresses seen from one page.
struct SiteLinks: Sendable {
  let library: GuideLibrary
  let images: ImageSources
  let showsRemoteImages: Bool
  /// The way from the page that is being made to the site's root: `../../`.
  let root: String
  /// The folder of the site's edition in the page's language: empty, or `en/`.
  let edition: String
  /// Where the site does the work of a wiki's own pages: from its root, or whole addresses.
  var tools: [WikiTool: String] = [:]
  /// Where guides and their steps are shown.
  let clients: ClientAddresses
  /// Whether paths are written as they stand where the site has no such file.
  var keepsPaths = false

  var directory: PageDirectory { library.directory }

  /// The same links seen from a page in another folder.
  func seen(from root: String) -> SiteLinks {
    SiteLinks(
      library: library, images: images, showsRemoteImages: showsRemoteImages, root: root,
      edition: edition, tools: tools, clients: clients)
  }

  /// A step of a guide on this site; nil where the edition does not show the guide.
  func step(_ position: StepPosition, in guide: Guide) -> String? {
    (clients.path(of: position, in: guide, prefix: edition)
      ?? clients.path(of: position, in: guide, prefix: "")).map { root + $0 }
  }

  func page(slug: String) -> String { AddressText.encoded("\(root)pages/\(slug)/index.html") }

  /// What changed on a page.
  func history(slug: String) -> String {
    AddressText.encoded("\(root)pages/\(slug)/history/index.html")
  }

  /// The index of a wiki's pages.
  func house(_ id: String) -> String { AddressText.encoded("\(root)pages/\(id)/index.html") }

  func client(_ id: String) -> String { "\(root)\(edition)clients/\(id)/index.html" }

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
    let file = page.document
    switch target {
    case .page(let written, let anchor):
      guard let entry = directory.entry(named: file.text(written), from: page) else {
        return tool(PageDirectory.name(file.text(written), from: page))
      }
      return address(of: entry, anchor: anchor.map(file.text))
    case .anchor(let name):
      let entry = directory[page]
      let fragment = fragment(page.document.naming.anchor(file.text(name)), on: entry)
      guard isShownElsewhere, let entry else { return fragment }
      return self.page(slug: entry.slug) + fragment
    case .url(let range):
      let address = file.text(range)
      return Self.isSafe(address) ? AddressText.encoded(address) : nil
    case .mail(let range): return "mailto:" + AddressText.encoded(file.text(range))
    case .interWiki(let wiki, let name):
      return interWiki(file.text(wiki), name: file.text(name), on: page)
    case .attachment(let name, let holder):
      let path = images.attachment(file.text(name), of: holder.map(file.text), on: page)
      return path.map { root + AddressText.encoded(path: $0) }
    case .file(let path, let anchor):
      if let entry = directory.entry(atPath: file.text(path), from: page) {
        return address(of: entry, anchor: anchor.map(file.text))
      }
      if let path = images.file(file.text(path), on: page) {
        return root + AddressText.encoded(path: path)
      }
      let whole = anchor.map { path.union($0) } ?? path
      return keepsPaths ? AddressText.encoded(file.text(whole)) : nil
    }
  }

  private func address(of entry: PageDirectory.Entry, anchor: String?) -> String {
    guard let anchor else { return page(slug: entry.slug) }
    let place = entry.naming.anchor(anchor)
    return stepAddress(anchor, place, entry)
      ?? page(slug: entry.slug) + fragment(place, on: entry)
  }

  /// `Page#Step 9`: the step on the page of its guide, unless the page has an anchor of that name.
  private func stepAddress(
    _ anchor: String, _ place: String, _ entry: PageDirectory.Entry
  ) -> String? {
    guard !entry.hasPlace(named: place),
      let target = library.step(named: anchor, onPageAt: entry.path),
      let guide = target.guide, let position = target.position
    else { return nil }
    return step(position, in: guide)
  }

  /// The part of the site that does the work of a wiki's own page.
  private func tool(_ name: String) -> String? {
    guard let address = WikiTool.named(name).flatMap({ tools[$0] }) else { return nil }
    return AddressText.encoded(Self.isSafe(address) ? address : root + address)
  }

  /// A page of another wiki: of another house of this site, or of one that the page's own wiki knows.
  private func interWiki(_ wiki: String, name: String, on page: PageReading) -> String? {
    if library.houses[wiki] != nil, let entry = directory[name, house: wiki] {
      return self.page(slug: entry.slug)
    }
    let told = library.houses[page.house]?.interWikis.address(wiki: wiki, page: name)
    guard let address = told ?? page.document.naming.address(wiki: wiki, page: name),
      Self.isSafe(address)
    else { return nil }
    return AddressText.encoded(address)
  }

  private func fragment(_ anchor: String, on entry: PageDirectory.Entry?) -> String {
    let isOwn = entry?.anchors.contains(anchor) ?? true
    let heading = isOwn ? nil : entry?.heading(named: anchor)
    return AddressText.encoded("#" + (heading ?? AnchorID.id(of: anchor)))
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
