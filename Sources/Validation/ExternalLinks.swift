import GuideModel
import SourceText
import Syntax

/// The addresses outside of the site that its pages name, each with all places that name it.
package struct ExternalLinks: Sendable {
  /// One address, without its fragment.
  package struct Link: Sendable {
    /// As it is asked for: as written, or made from the name of another wiki.
    package let address: String
    /// In the order of pages and lines.
    package fileprivate(set) var places: [Place]

    /// The distinct fragments with which pages name the address, in the order of the places.
    package var fragments: [String] {
      var seen: Set<String> = []
      return places.compactMap(\.fragment).filter { seen.insert($0).inserted }
    }
  }

  package struct Place: Sendable {
    package let place: SourcePlace
    /// What is written behind `#`.
    package let fragment: String?
    /// The stretch of the address itself, fragment left out; nil where it is not written out.
    package let written: SourceRange?
  }

  /// Sorted by address.
  package let links: [Link]
  private let byPath: [String: [Int]]

  package init(_ library: GuideLibrary, _ images: ImageSources) {
    var links: [String: Link] = [:]
    func add(_ text: String, at range: SourceRange, on page: PageReading, isWritten: Bool) {
      let hash = text.firstIndex(of: "#")
      let address = String(text[..<(hash ?? text.endIndex)])
      guard !address.isEmpty else { return }
      let fragment = hash.map { String(text[text.index(after: $0)...]) }
      let written = SourceRange(range.lower, range.lower + address.utf8.count)
      links[address, default: Link(address: address, places: [])].places.append(
        Place(
          place: SourcePlace(page.path, range), fragment: fragment == "" ? nil : fragment,
          written: isWritten ? written : nil))
    }
    for page in library.pages {
      let file = page.document.file
      var seen: Set<SourceRange> = []
      for link in page.facts.links {
        let text = page.document.text(link.targetRange)
        switch link.target {
        case .url(let range):
          // What a mirror holds is a file of the site.
          if case .remote = images.location(of: text), seen.insert(range).inserted {
            add(text, at: range, on: page, isWritten: page.document.meanings[range] == nil)
          }
        case .interWiki(let wiki, let name):
          guard library.houses[file.text(wiki)] == nil,
            let address = library.houses[page.house]?.interWikis.address(
              wiki: file.text(wiki), page: file.text(name))
              ?? page.document.naming.address(wiki: file.text(wiki), page: file.text(name))
          else { continue }
          add(address, at: link.targetRange, on: page, isWritten: false)
        case .page, .anchor, .mail, .attachment, .file: continue
        }
      }
      for image in page.facts.images where seen.insert(image.source).inserted {
        guard case .remote(let address) = images.location(of: image, on: page) else { continue }
        let isWritten = page.document.meanings[image.source] == nil
        add(address, at: image.source, on: page, isWritten: isWritten)
      }
    }
    self.links = links.values.map { link in
      var link = link
      link.places.sort { $0.place < $1.place }
      return link
    }.sorted { $0.address < $1.address }
    byPath = Dictionary(
      grouping: self.links.indices, by: { [links = self.links] in links[$0].places[0].place.path })
  }

  /// The addresses that a page is the first to name.
  func first(on path: String) -> [Link] { (byPath[path] ?? []).map { links[$0] } }
}
