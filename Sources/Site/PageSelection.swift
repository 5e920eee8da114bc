import SourceText
import Syntax

/// Pages that a user names by their files and folders, each read as a page of the site around it.
///
/// Only pages that lie in content folders as files are found; those of a wiki are not ours to change.
package struct PageSelection: Sendable {
  /// A page as a tree, and what may change it.
  package struct Page: Sendable {
    package let document: Document
    /// The folder of the site, as it is named from where the command runs or from the root.
    package let root: String
    package let rewriter: PageRewriter

    package var path: String { document.file.path }
  }

  /// In the order in which they were named, those of a folder by their paths; none comes twice.
  package private(set) var pages: [Page] = []
  /// Findings on pages that could not be read.
  package private(set) var unread: [Diagnostic] = []
  private var opened: [String: SiteSources] = [:]
  private var seen: Set<String> = []

  /// - Parameter names: files and folders.
  package init(_ names: [String]) throws(SiteFault) {
    for name in names { try add(name) }
  }

  private mutating func add(_ name: String) throws(SiteFault) {
    let site: (folder: String, path: String)?
    let isFolder: Bool
    do throws(FileSystemError) {
      isFolder = try FileSystem.kindFollowingLinks(name) == .folder
      let configuration = name + "/" + ContentDiscovery.configurationName
      let isSite = try FileSystem.kindFollowingLinks(configuration) == .file
      site = try isFolder && isSite ? nil : ContentDiscovery.site(around: name)
    } catch {
      throw error.isMissing ? OutputFault.contentMissing(name).siteFault : .disk(error.description)
    }
    guard let site else { return try add(sources(of: name)) { _ in true } }
    let sources = try sources(of: site.folder)
    guard sources.discovery.pages.contains(where: { Self.isMeant($0.path, site.path, isFolder) })
    else {
      // Whoever names a file means it, even one that the site does not take for a page.
      return isFolder ? () : try add(self.sources(of: name)) { _ in true }
    }
    try add(sources) { Self.isMeant($0, site.path, isFolder) }
  }

  private static func isMeant(_ path: String, _ named: String, _ isFolder: Bool) -> Bool {
    isFolder ? path.hasPrefix(named + "/") : path == named
  }

  private mutating func sources(of content: String) throws(SiteFault) -> SiteSources {
    if let known = opened[content] { return known }
    let sources = try SiteSources.open(content)
    opened[content] = sources
    return sources
  }

  private mutating func add(
    _ sources: SiteSources, where isMeant: (String) -> Bool
  ) throws(SiteFault) {
    let rewriter = PageRewriter(
      sources.discovery, encoding: sources.configuration.wiki.encoding.encoding)
    let inputs = sources.pages.filter { input in
      guard case .file(let path) = input.place, isMeant(input.path) else { return false }
      return seen.insert((try? FileSystem.canonicalPath(path)) ?? path).inserted
    }
    let documents = Parallel.map(inputs) { input in
      Result { () throws(PageInput.Fault) in try input.document() }
    }
    for document in documents {
      switch document {
      case .success(let document):
        pages.append(Page(document: document, root: sources.discovery.root, rewriter: rewriter))
      case .failure(.diagnostic(let diagnostic)): unread.append(diagnostic)
      case .failure(.disk(let error)): throw .disk(error.description)
      }
    }
  }
}
