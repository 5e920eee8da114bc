/// One link to be checked, and what was known of it before.
package struct LinkRequest: Sendable {
  /// The address as written; a fragment in it is looked for like those in `fragments`.
  package var url: String
  /// The distinct fragments by which pages link into it, as written, without `#`.
  package var fragments: [String]
  package var previous: LinkRecord?

  package init(url: String, fragments: [String] = [], previous: LinkRecord? = nil) {
    self.url = url
    self.fragments = fragments
    self.previous = previous
  }
}
