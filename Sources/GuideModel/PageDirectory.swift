import SourceText
import Syntax

/// Knows every page by its name in the wiki: where it is published, and which anchors it has.
package struct PageDirectory: Sendable {
  package struct Entry: Sendable {
    package let name: String
    package let title: String
    package let path: String
    /// Last part of the published address `pages/<slug>/`.
    package let slug: String
    package let anchors: Set<String>
  }

  private let entries: [String: Entry]
  /// Pages whose slug another page has too, by path.
  package let clashes: [(first: Entry, second: Entry)]

  package init(pages: [PageReading]) {
    var entries: [String: Entry] = [:]
    var slugs: [String: Entry] = [:]
    var clashes: [(Entry, Entry)] = []
    for page in pages {
      let file = page.document.file
      let entry = Entry(
        name: page.name, title: page.title, path: page.path, slug: Self.slug(of: page.name),
        anchors: Set(page.facts.anchors.map(file.text)))
      entries[page.name] = entry
      if let first = slugs[entry.slug] { clashes.append((first, entry)) }
      slugs[entry.slug] = slugs[entry.slug] ?? entry
    }
    self.entries = entries
    self.clashes = clashes
  }

  package subscript(name: String) -> Entry? { entries[name] }

  /// All names, sorted.
  package var names: [String] { entries.keys.sorted() }

  /// The name that a link means when it stands on `page`: `./x` lies below it, `../x` beside it.
  package static func absoluteName(_ written: String, on page: String) -> String {
    guard written.hasPrefix("./") || written.hasPrefix("../") || written.hasPrefix("/") else {
      return written
    }
    if written.hasPrefix("/") { return String(written.dropFirst()) }
    var parts = page.split(separator: "/").map(String.init)
    for part in written.split(separator: "/") {
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// A page's name as one safe part of an address.
  package static func slug(of name: String) -> String { Slug.anyScript(name, fallback: "page") }
}
