import GuideModel
import SourceText
import Syntax
import WikiStore

/// The files that hang on pages and that pages show or link to: where they lie, and where they are
/// published.
struct AttachedFiles: Sendable {
  /// Published paths by attachment.
  private(set) var published: [ImageSources.Attachment: String] = [:]
  /// Where each published file lies for the system, by its published path. Files of the content
  /// folder that are images are not listed: they are published anyway.
  private(set) var systemPaths: [String: String] = [:]

  /// What a browser shows or saves and never runs. A wiki lets anybody attach files.
  private static let harmless: Set<String> = [
    "png", "gif", "jpg", "jpeg", "webp", "avif", "pdf", "txt", "csv", "zip", "lzh", "doc", "docx",
    "xls", "xlsx", "ppt", "pptx", "eml", "mobileconfig", "sh", "conf", "ini", "reg", "cer", "pem",
    "mp4", "webm", "mov", "ogv", "m4v",
  ]

  init(sources: SiteSources, pages: [PageReading]) {
    let namings = Set(pages.map(\.document.naming)).filter(\.hasCommonFiles)
    // Where no file hangs on a page, nobody asks which of them are used.
    let holdsAny =
      !namings.isEmpty || !sources.discovery.attachments.isEmpty
      || sources.wikis.contains { !$0.store.attachments.isEmpty }
    let used = holdsAny ? Set(pages.flatMap(Self.attachments)) : []
    for path in sources.discovery.attachments {
      let (page, name) = Self.holder(of: path)
      add(
        ImageSources.Attachment(house: "", page: page, name: name), path: path,
        systemPath: sources.discovery.systemPath(path), if: used)
    }
    addFilesByPath(sources: sources, pages: pages)
    for naming in namings { addCommonFiles(sources, naming, if: used) }
    for wiki in sources.wikis {
      for file in wiki.store.attachments where wiki.store.kind == .dokuwiki {
        let name = PageNaming.dokuWiki.fileName(ofPath: file.name)
        let parts = file.name.pathParts.filter { !$0.isEmpty }.map { Self.fileName(String($0)) }
        add(
          ImageSources.Attachment(house: wiki.id, page: "", name: name),
          path: (["attached", wiki.id, "media"].filter { !$0.isEmpty } + parts)
            .joined(separator: "/"),
          systemPath: wiki.folder + "/" + file.file, if: used)
      }
      for file in wiki.store.attachments where wiki.store.kind != .dokuwiki {
        let slug = PageDirectory.slug(of: file.page, house: wiki.id)
        add(
          ImageSources.Attachment(house: wiki.id, page: file.page, name: file.name),
          path: "attached/\(slug)/\(Self.fileName(file.name))",
          systemPath: wiki.folder + "/" + file.file, if: used)
      }
    }
  }

  /// Files beside the pages that links name by their path.
  private mutating func addFilesByPath(sources: SiteSources, pages: [PageReading]) {
    guard !sources.discovery.unread.isEmpty else { return }
    let linked = Set(
      pages.flatMap { page in
        page.facts.links.compactMap { link -> String? in
          guard case .file(let path, _) = link.target else { return nil }
          return FilePath.resolved(page.document.text(path), on: page.path)
        }
      })
    guard !linked.isEmpty else { return }
    for path in sources.discovery.unread where linked.contains(path) {
      let attachment = ImageSources.Attachment(house: "", page: "", name: path)
      add(
        attachment, path: path, systemPath: sources.discovery.systemPath(path), if: [attachment])
    }
  }

  /// Files that belong to a wiki and to no page: pictures wherever they lie, and what lies in the folder
  /// `media`, which goes before the others.
  private mutating func addCommonFiles(
    _ sources: SiteSources, _ naming: PageNaming, if used: Set<ImageSources.Attachment>
  ) {
    let discovery = sources.discovery
    let folder = ContentDiscovery.mediaFolder + "/"
    let images = discovery.images.filter { sources.configuration.images.publishes($0) }
    for path in images.filter({ $0.hasPrefix(folder) }) + images.filter({ !$0.hasPrefix(folder) }) {
      let name = naming.fileName(
        ofPath: path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path)
      let file = ImageSources.Attachment(house: "", page: "", name: name)
      if used.contains(file), published[file] == nil { published[file] = path }
    }
    for path in discovery.media {
      add(
        ImageSources.Attachment(
          house: "", page: "",
          name: naming.fileName(ofPath: String(path.dropFirst(folder.count)))),
        path: path, systemPath: discovery.systemPath(path), if: used)
    }
  }

  private mutating func add(
    _ attachment: ImageSources.Attachment, path: String, systemPath: String,
    if used: Set<ImageSources.Attachment>
  ) {
    let ending = attachment.name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard used.contains(attachment), Self.harmless.contains(ending), published[attachment] == nil,
      systemPaths[path] == nil
    else { return }
    published[attachment] = path
    systemPaths[path] = systemPath
  }

  /// `Page.attachments/name`: the page and the name.
  private static func holder(of path: String) -> (page: String, name: String) {
    let folder = ContentDiscovery.folder(of: path)
    return (
      String(folder.dropLast(ContentDiscovery.attachmentEnding.count)),
      String(path.dropFirst(folder.count + 1))
    )
  }

  /// A name as one safe part of a path.
  private static func fileName(_ name: String) -> String {
    let safe = name.unicodeScalars.map { scalar in
      scalar == "/" || scalar == "\\" || scalar.properties.generalCategory == .control
        ? "_" : String(scalar)
    }.joined()
    return safe.utf8.first == UInt8(ascii: ".") ? "_" + safe : safe
  }

  private static func attachments(_ page: PageReading) -> [ImageSources.Attachment] {
    let file = page.document.file
    func attachment(_ name: SourceRange, _ holder: SourceRange?) -> ImageSources.Attachment {
      if page.document.naming.hasCommonFiles { return .ofWiki(file.text(name), namedOn: page) }
      return ImageSources.Attachment(
        house: page.house,
        page: holder.map { PageDirectory.absoluteName(file.text($0), on: page.name) } ?? page.name,
        name: file.text(name))
    }
    let images = page.facts.images.compactMap { image -> ImageSources.Attachment? in
      switch image.holder {
      case .none: nil
      case .thisPage: attachment(image.source, nil)
      case .page(let holder): attachment(image.source, holder)
      }
    }
    let links = page.facts.links.compactMap { link -> ImageSources.Attachment? in
      guard case .attachment(let name, let holder) = link.target else { return nil }
      return attachment(name, holder)
    }
    return images + links
  }
}
