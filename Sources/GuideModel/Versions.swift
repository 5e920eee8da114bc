/// Which versions of a client a claim is about.
package struct Versions: Sendable, Equatable {
  package enum Scope: Sendable, Hashable {
    /// The page names none.
    case unspecified
    /// The page says that all are meant.
    case all
    /// One by one, in the order in which they are written; never empty.
    case listed([String])
    /// From one to another, both included; nil leaves an end open, and one of them is there.
    case range(from: String?, through: String?)
  }

  package let scope: Scope
  /// The words that name them; empty for `unspecified`.
  package let asWritten: String

  package init(_ scope: Scope, asWritten: String) {
    self.scope = scope
    self.asWritten = asWritten
  }

  package init(listed: [String], asWritten: String) {
    self.init(listed.isEmpty ? .unspecified : .listed(listed), asWritten: asWritten)
  }

  /// Those named one by one; empty for all other scopes.
  package var listed: [String] {
    if case .listed(let versions) = scope { versions } else { [] }
  }

  /// The first version that is named, be it one by one or as an end of a range.
  var first: String? {
    switch scope {
    case .listed(let versions): versions.first
    case .range(let from, let through): from ?? through
    case .unspecified, .all: nil
    }
  }

  package static let unspecified = Versions(.unspecified, asWritten: "")
}
