/// Ids of places that authors name.
package enum AnchorID {
  /// The author's word without white space, which no id may hold, and without `:`, which marks the
  /// ids that pages have of their own accord, so that the two never clash.
  package static func id(of anchor: String) -> String {
    String(anchor.map { $0.isWhitespace || $0 == ":" ? "-" : $0 })
  }
}
