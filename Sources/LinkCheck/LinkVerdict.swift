/// What is known of a link after it was asked for.
package enum LinkVerdict: String, Sendable, Hashable, CaseIterable {
  /// Nobody who follows it gets a page.
  case dead
  case alive
  /// It may well work for readers; it did not say so to us.
  case unsure
  /// It was not asked for, and the reason says why.
  case notChecked = "not-checked"
}
