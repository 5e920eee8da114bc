import Site

/// What happens while a site is served, for whoever tells people.
package enum PreviewEvent: Sendable {
  /// The server answers at an address.
  case listening(String)
  /// The system tells of no changes; they are looked for every half second.
  case polling
  /// The site was read and is shown.
  case shown(changed: [String]?, Duration)
  /// The site that is shown was judged.
  case judged(BuildReport, Duration)
  /// The content cannot be read; the last site is shown further.
  case unreadable(SiteFault, changed: [String]?)
}
