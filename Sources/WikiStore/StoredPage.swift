/// A page of a wiki, as its folder lists it.
package struct StoredPage: Sendable, Equatable {
  /// The page's name in the wiki: a name only, never a path.
  package let name: String
  /// The file, relative to the store's folder.
  package let file: String
  /// What findings name: the store's label and the page's name, with `.txt` behind.
  package let path: String
  package let modified: WikiDate?
  /// Where ``modified`` was read.
  package let dateSource: DateSource

  package enum DateSource: String, Sendable, CaseIterable {
    /// A line of the page itself.
    case author
    /// The wiki's own list of changes, or its record of the page.
    case recentChanges
    /// When the page's file was written.
    case fileTime
    /// The newest backup: the page was changed then, or later.
    case backup
    case none
  }
}

/// A file that is attached to a page.
package struct StoredAttachment: Sendable, Equatable {
  package let page: String
  package let name: String
  /// The file, relative to the store's folder.
  package let file: String
  package let size: Int
}

/// What a page said at an earlier time.
package struct Revision: Sendable, Equatable {
  package let date: WikiDate?
  /// UTF-8.
  package let text: [UInt8]

  package init(date: WikiDate?, text: [UInt8]) {
    self.date = date
    self.text = text
  }
}
