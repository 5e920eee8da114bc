/// How a wiki is set up, as far as that changes what its pages mean.
///
/// Names of pages are known before any page is read, since they are names of files.
package struct WikiSettings: Sendable {
  /// Whether `PageName` in text is a link where such a page exists.
  package var linksWikiNames = true
  /// Names that become links wherever they stand in text; nil where the wiki does not do that.
  package var autoLinks: AutoLinkNames?
  /// Whether `#name(…){{` opens a block that goes on over lines.
  package var readsMultilinePlugins = true
  /// The names of all pages of the wiki.
  package var pageNames: Set<String> = []

  package init() {}
}
