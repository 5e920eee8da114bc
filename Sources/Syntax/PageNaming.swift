/// How a wiki tells which page, place and file a written name means.
///
/// A document carries it, so that whoever looks a name up need not know the dialect. Names of pages
/// have `/` between their parts here, whatever mark the wiki has.
package enum PageNaming: Sendable, Hashable {
  /// Letter by letter; `./x` lies below the page, `../x` beside it.
  case asWritten
  /// Underscores are spaces, the first letter may be small, `/x` lies below the page.
  case mediaWiki
  /// Small letters in namespaces between colons.
  case dokuWiki

  /// Whether headings are places that links name by the heading's words.
  package var headingsAreAnchors: Bool { self != .asWritten }

  /// Whether only a heading of the first level can be a page's title, since the wiki shows the page's own
  /// name above all others.
  package var titlesAreTopHeadings: Bool { self == .mediaWiki }

  /// Whether files belong to the wiki and not to a page.
  package var hasCommonFiles: Bool { self != .asWritten }

  /// The names that a link may mean when it stands on a page, the likeliest first.
  package func pageNames(_ written: String, on page: String) -> [String] {
    switch self {
    case .asWritten: [written]
    case .mediaWiki: [MediaWikiName.absolute(written, on: page)]
    case .dokuWiki: DokuWikiName.absolute(written, on: page)
    }
  }

  /// What names have in common that mean the same page or file.
  package func key(_ name: String) -> String {
    switch self {
    case .asWritten: name
    case .mediaWiki: MediaWikiName.key(name)
    case .dokuWiki: DokuWikiName.key(name)
    }
  }

  /// What headings and links have in common that mean the same place.
  package func anchor(_ written: String) -> String {
    switch self {
    case .asWritten: written
    case .mediaWiki: MediaWikiName.anchor(written)
    case .dokuWiki: DokuWikiName.anchor(written)
    }
  }

  /// What the wiki calls the second and later headings of the same words, counted from 1; nil for the
  /// first, and where the wiki does not count.
  package func anchor(_ anchor: String, use: Int) -> String? {
    guard use > 1 else { return nil }
    return switch self {
    case .asWritten: nil
    case .mediaWiki: anchor + "_\(use)"
    case .dokuWiki: anchor + "\(use - 1)"
    }
  }

  /// The name of a file of the wiki's own.
  package func fileName(_ written: String, on page: String) -> String {
    switch self {
    case .asWritten: written
    case .mediaWiki: MediaWikiName.key(written)
    case .dokuWiki: DokuWikiName.absoluteFile(written, on: page)
    }
  }

  /// The name under which the wiki knows a file at a path: one has no folders, the other has
  /// namespaces.
  package func fileName(ofPath path: String) -> String {
    switch self {
    case .asWritten: path
    case .mediaWiki: MediaWikiName.key(path.split(separator: "/").last.map(String.init) ?? path)
    case .dokuWiki: DokuWikiName.key(path)
    }
  }
}
