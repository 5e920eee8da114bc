import ImageFiles
import SourceText
import Syntax

/// Knows which image files the site has, and which addresses and attachments mean them.
package struct ImageSources: Sendable {
  /// An address prefix and the folder, relative to the content, that holds the same files.
  package struct Mirror: Sendable {
    package let prefix: String
    package let folder: String
    fileprivate let begin: [UInt8]

    package init(prefix: String, folder: String) {
      self.prefix = prefix
      self.folder = folder
      begin = Array(prefix.utf8)
    }
  }

  /// A file that is attached to a page of a wiki.
  package struct Attachment: Sendable, Hashable {
    package let house: String
    package let page: String
    package let name: String

    package init(house: String, page: String, name: String) {
      self.house = house
      self.page = page
      self.name = name
    }

    /// A file that belongs to the wiki and to no page, where the page's wiki has such.
    package static func ofWiki(_ written: String, namedOn page: PageReading) -> Attachment {
      Attachment(
        house: page.house, page: "",
        name: page.document.naming.fileName(written, on: page.name))
    }
  }

  package enum Location: Sendable, Equatable {
    /// A file of the site, by its path.
    case local(String)
    /// A file that a mirror or a page should hold, but does not.
    case missing(String)
    /// On another host, with no mirror here.
    case remote(String)
  }

  private let mirrors: [Mirror]
  private let files: Set<String>
  private let published: PublishedPaths
  private let attachments: [Attachment: String]
  private let facts: [String: ImageFacts]
  private let twins: [String: String]

  /// - Parameters:
  ///   - files: paths of all image files, relative to the content folder.
  ///   - attachments: where the files that are attached to pages are published.
  ///   - facts: what the files are, by the path under which they are published.
  ///   - twins: for files with the same bytes as another one, the first of these.
  package init(
    mirrors: [Mirror], files: some Sequence<String>, attachments: [Attachment: String] = [:],
    facts: [String: ImageFacts] = [:], twins: [String: String] = [:]
  ) {
    self.facts = facts
    self.twins = twins
    self.mirrors = mirrors.sorted {
      ($1.prefix.utf8.count, $0.prefix) < ($0.prefix.utf8.count, $1.prefix)
    }
    self.files = Set(files)
    published = PublishedPaths(self.files.sorted())
    self.attachments = attachments
  }

  /// All image files of the content, sorted.
  package var paths: [String] { files.sorted() }

  /// The paths of all files that pictures on pages may be, sorted: those of the content and those that
  /// are attached to pages.
  package var publishedPaths: [String] { files.union(attachments.values).sorted() }

  /// Whether there is an image file of the content at a path.
  package func contains(_ path: String) -> Bool { files.contains(path) }

  /// The size of a file of the site; nil where it says none.
  package func size(of path: String) -> PixelSize? { facts[path]?.size }

  /// What a file of the site is; nil where nobody has looked at it.
  package func facts(of path: String) -> ImageFacts? { facts[path] }

  /// The first file with the same bytes as another one; nil where the file is the first, or alone.
  package func twin(of path: String) -> String? { twins[path] }

  /// Where a picture on a page is.
  package func location(of image: Image, on page: PageReading) -> Location {
    let source = page.document.text(image.source)
    switch image.holder {
    case .none:
      if !Self.isAddress(source), let path = FilePath.resolved(source, on: page.path),
        let file = file(path)
      {
        return .local(file)
      }
      return location(of: source, seenFrom: page)
    case .thisPage:
      guard !page.document.naming.hasCommonFiles else { return commonFile(source, on: page) }
      return attachment(source, of: page.name, on: page)
    case .page(let range):
      let written = page.document.file.text(range)
      return attachment(source, of: PageDirectory.absoluteName(written, on: page.name), on: page)
    }
  }

  /// A path that names no file is missed where it should be.
  private func location(of source: String, seenFrom page: PageReading) -> Location {
    let location = location(of: source)
    guard case .missing = location, page.document.namesHeadingsByWords else { return location }
    if let file = published.find(source, on: page.path) { return .local(file) }
    return FilePath.resolved(source, on: page.path).map { .missing($0) } ?? location
  }

  /// Where a file is published that a path names on a page: a picture, or one that lies beside the
  /// pages.
  package func file(_ written: String, on page: PageReading) -> String? {
    guard let path = FilePath.resolved(written, on: page.path) else { return nil }
    return file(path) ?? attachments[Attachment(house: page.house, page: "", name: path)]
  }

  /// Where an attached file is published; nil where there is none, or where it is not published.
  package func attachment(_ name: String, of holder: String?, on page: PageReading) -> String? {
    if page.document.naming.hasCommonFiles {
      return attachments[.ofWiki(name, namedOn: page)]
    }
    let holder = holder.map { PageDirectory.absoluteName($0, on: page.name) } ?? page.name
    return attachments[Attachment(house: page.house, page: holder, name: name)]
  }

  package func location(of address: String) -> Location {
    guard let mirror = mirrors.first(where: { Self.begins(address, with: $0.begin) }) else {
      return Self.isAddress(address) ? .remote(address) : local(address)
    }
    let rest = address.utf8.dropFirst(mirror.begin.count)
    return local(mirror.folder + String(Substring(rest)))
  }

  private static func begins(_ text: String, with bytes: [UInt8]) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { $0.starts(with: bytes) }
      ?? text.utf8.starts(with: bytes)
  }

  /// Whether `://` stands in a text.
  private static func isAddress(_ text: String) -> Bool {
    var slashes = -1
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: ":"): slashes = 0
      case UInt8(ascii: "/") where slashes >= 0: slashes += 1
      default: slashes = -1
      }
      if slashes == 2 { return true }
    }
    return false
  }

  /// A path leaves the content folder or names no file of it: then it is missing. The path that comes
  /// out has the file's own letters, where Unicode has several forms of them.
  private func local(_ path: String) -> Location {
    if let file = file(path) { return .local(file) }
    // What follows the name of a picture asks a server for another size of it.
    let name = Substring(path.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
    if name.endIndex < path.endIndex, let file = file(String(name)) { return .local(file) }
    if path.utf8.contains(UInt8(ascii: "%")), let plain = PercentText.decoded(String(name)),
      let file = file(plain)
    {
      return .local(file)
    }
    return .missing(path)
  }

  private func file(_ path: String) -> String? { files.firstIndex(of: path).map { files[$0] } }

  private func commonFile(_ name: String, on page: PageReading) -> Location {
    let file = Attachment.ofWiki(name, namedOn: page)
    return attachments[file].map { .local($0) } ?? .missing("media/" + file.name)
  }

  /// In a folder of plain files, what looks like an attachment may be a path.
  private func attachment(_ name: String, of holder: String, on page: PageReading) -> Location {
    let key = Attachment(house: page.house, page: holder, name: name)
    if let path = attachments[key] { return .local(path) }
    let path = holder == page.name ? name : holder + "/" + name
    if page.house.isEmpty, let file = file(path) { return .local(file) }
    return .missing(path)
  }
}
