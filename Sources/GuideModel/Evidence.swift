import SourceText

/// Where a fact comes from: a page and a stretch of it. Line and quote are worked out when printed.
package struct Evidence: Sendable, Hashable, Comparable {
  package let path: String
  package let range: SourceRange

  package init(path: String, range: SourceRange) {
    self.path = path
    self.range = range
  }

  package var place: SourcePlace { SourcePlace(path, range) }

  package static func < (left: Evidence, right: Evidence) -> Bool {
    left.path != right.path ? left.path < right.path : left.range < right.range
  }
}
