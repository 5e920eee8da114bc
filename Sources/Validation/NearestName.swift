/// Finds the name that a mistyped one most likely means.
package enum NearestName {
  /// The nearest of some names, or nil where none is near enough to be offered. A name that differs
  /// in letter case only wins; among equally near ones the first does.
  package static func find(_ written: String, among names: [String]) -> String? {
    NameIndex(names).nearest(to: written)
  }
}
