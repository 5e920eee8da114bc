import SourceText

/// The wiki dialects that can be read. Nothing outside this module depends on which one a page has.
package enum Dialect: String, Sendable, CaseIterable {
  case pukiwiki

  /// Endings of the files that hold pages of this dialect.
  package var fileExtensions: [String] {
    switch self {
    case .pukiwiki: ["txt", "wiki", "puki", "pukiwiki"]
    }
  }

  /// Reads a page. Never fails: broken text still makes a tree.
  package func parse(_ file: SourceFile, settings: WikiSettings = WikiSettings()) -> Document {
    switch self {
    case .pukiwiki: PukiWikiParser.parse(file, settings: settings)
    }
  }
}
