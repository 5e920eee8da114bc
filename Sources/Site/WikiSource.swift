import GuideModel
import SourceText
import Syntax
import WikiStore

/// A wiki that the site is made of, opened: its pages and attachments, chosen as the configuration
/// says.
struct WikiSource: Sendable {
  let configuration: SiteConfiguration.Source
  /// The wiki's folder as the system finds it.
  let folder: String
  /// How findings call the wiki.
  let label: String
  let store: WikiStore
  let pages: [StoredPage]

  var id: String { configuration.id }
  var title: String { configuration.title ?? configuration.id }

  /// How pages of this wiki are read.
  var dialect: Dialect {
    configuration.wiki.dialect ?? Dialect(rawValue: configuration.kind.rawValue) ?? .pukiwiki
  }

  init(
    _ configuration: SiteConfiguration.Source, folder: String, kind: StoreKind, label: String
  ) throws(StoreFault) {
    self.configuration = configuration
    self.folder = folder
    self.label = label
    store = try WikiStore(
      .onDisk(folder), kind: kind, encoding: configuration.wiki.encoding.encoding, label: label)
    pages = store.pages.filter { page in
      (configuration.include.isEmpty || configuration.include.contains { page.matches($0) })
        && !configuration.exclude.contains { page.matches($0) }
    }
  }
}

extension StoredPage {
  /// Whether a pattern with `*` and `?` fits the name.
  fileprivate func matches(_ pattern: String) -> Bool { NamePattern(pattern).matches(name) }
}
