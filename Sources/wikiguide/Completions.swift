import ArgumentParser
import Site
import Syntax
import Validation

extension CompletionKind {
  /// Files that hold pages, and folders on the way to them.
  static var pages: CompletionKind {
    .file(extensions: ContentDiscovery.pageExtensions.sorted())
  }

  /// The names of rules.
  static var rules: CompletionKind { .list(RuleCatalog.all.map(\.name)) }
}
