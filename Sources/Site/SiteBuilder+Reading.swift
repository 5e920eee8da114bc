import GuideModel
import Rendering
import SourceText
import Syntax

/// What was understood of one page, and the site in which it was read.
package struct ReadPage: Sendable {
  package let reading: PageReading
  package let report: BuildReport
  let site: SiteContent
  /// How the page was read: its dialect, encoding and where it lies.
  let input: PageInput

  package var library: GuideLibrary { site.library }
  package var dialect: Dialect { input.dialect(of: reading.document.file) }

  /// The language of the site.
  package var siteLanguage: String {
    site.configuration.language ?? PageLanguage.ofMost(site.library.pages)
  }

  init?(_ path: String, of site: SiteContent) {
    guard let reading = site.library.page(at: path),
      let input = site.sources.pages.first(where: { $0.path == path })
    else { return nil }
    self.reading = reading
    self.site = site
    self.input = input
    report = site.report().only(about: path)
  }
}

extension SiteBuilder {
  /// What was understood of one page. Where a folder above it has a configuration, the page is read
  /// as one of that folder's pages; else it is read alone.
  package func reading(of page: String) throws(SiteFault) -> ReadPage {
    let around: (folder: String, path: String)?
    let isFolder: Bool
    let stored: Result<ReadPage, SiteFault>?
    do throws(FileSystemError) {
      let kind = try FileSystem.kindFollowingLinks(page)
      stored = kind == nil ? try storedPage(named: page) : nil
      isFolder = kind == .folder
      around = stored == nil ? try ContentDiscovery.site(around: page) : nil
    } catch {
      throw error.isMissing ? OutputFault.contentMissing(page).siteFault : .disk(error.description)
    }
    if let stored { return try stored.get() }
    guard !isFolder else { throw .usage("'\(page)' is a folder; name the file of one page") }
    let site = try SiteContent.read(around?.folder ?? page)
    let path = around?.path ?? site.discovery.pages.first?.path
    guard let read = path.flatMap({ ReadPage($0, of: site) }) else {
      let report = site.report().only(about: path)
      guard report.diagnostics.isEmpty else { throw .configuration(report) }
      throw noPages(site)
    }
    return read
  }

  /// A page of a wiki that a site is made of, by the path that findings show: the site's folder, the
  /// wiki's id, the page's name. Nil where the path names no such page.
  private func storedPage(
    named path: String
  ) throws(FileSystemError) -> Result<ReadPage, SiteFault>? {
    var folder = path[...]
    while let slash = folder.lastSlash {
      folder = folder[..<slash]
      guard try FileSystem.kindFollowingLinks(String(folder)) == .folder else { continue }
      let rest = String(path.dropFirst(folder.count + 1))
      do throws(SiteFault) {
        let site = try SiteContent.read(String(folder))
        let labelled = site.configuration.title + "/" + rest
        guard let read = ReadPage(rest, of: site) ?? ReadPage(labelled, of: site) else {
          return nil
        }
        return .success(read)
      } catch {
        return .failure(error)
      }
    }
    return nil
  }
}
