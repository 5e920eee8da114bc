import SourceText
import WikiStore

/// What `wikiguide import` was asked to do.
package struct ImportRequest: Sendable {
  /// A wiki's folder, a folder of pages, or one page.
  package let source: String
  /// The content folder that is written.
  package let target: String
  /// Nil where the folder is to say it.
  package let kind: StoreKind?
  /// Nil where the bytes are to say it.
  package let encoding: TextEncoding?
  package let revision: Revision
  /// Whether files that were edited since are overwritten.
  package let isForced: Bool

  /// Which revision of a captured difference view becomes the page.
  package enum Revision: String, Sendable, CaseIterable {
    case new, old
    /// The newer one, with the older one as its history.
    case both
  }

  package init(
    source: String, target: String, kind: String? = nil, encoding: String? = nil,
    revision: Revision = .both, isForced: Bool = false
  ) {
    self.source = source
    self.target = target
    self.kind = kind.flatMap(StoreKind.init(rawValue:))
    self.encoding = encoding.flatMap(TextEncoding.init(rawValue:))
    self.revision = revision
    self.isForced = isForced
  }
}
