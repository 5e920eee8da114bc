import ArgumentParser
import Site
import Validation

extension CompletionKind {
  /// Files that hold pages, and folders on the way to them.
  static var pages: CompletionKind {
    .file(extensions: ContentDiscovery.pageExtensions.sorted())
  }

  /// The names of rules, asked of the program each time, so that they are those that it has.
  static var rules: CompletionKind {
    .custom { _, _, _ in RuleCatalog.all.map(\.name) }
  }
}
