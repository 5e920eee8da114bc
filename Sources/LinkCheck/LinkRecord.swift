/// What the state file remembers of one link. Times are seconds since 1970.
package struct LinkRecord: Sendable, Equatable {
  package var url: String
  package var verdict: LinkVerdict
  package var status: Int?
  package var checked: Int
  package var firstSeen: Int
  package var lastGood: Int?
  /// Failed checks since the link was good last; those that left it unsure count neither way.
  package var failures = 0
  package var firstFailure: Int?
  package var nextCheck: Int
  package var etag: String?
  package var lastModified: String?
  package var finalURL: String?
  package var isPermanentlyMoved = false
  package var fragments: [RememberedFragment] = []
  package var reason: String

  package init(
    url: String, verdict: LinkVerdict, checked: Int, firstSeen: Int, nextCheck: Int, reason: String
  ) {
    self.url = url
    self.verdict = verdict
    self.checked = checked
    self.firstSeen = firstSeen
    self.nextCheck = nextCheck
    self.reason = reason
  }

  /// Whether it is time to ask again, or a page links to a fragment that was never looked for.
  package func isDue(fragments wanted: [String] = [], now: Int) -> Bool {
    now >= nextCheck
      || wanted.contains { fragment in !fragments.contains { $0.fragment == fragment } }
  }
}

/// A fragment that was looked for in a page, and whether it was there.
package struct RememberedFragment: Sendable, Equatable {
  package enum Presence: Sendable, Equatable { case found, missing, unsure }

  package var fragment: String
  package var presence: Presence

  package init(fragment: String, presence: Presence) {
    self.fragment = fragment
    self.presence = presence
  }
}
