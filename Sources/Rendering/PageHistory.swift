/// When a page was changed, and what it said before, by the word of its wiki.
package struct PageHistory: Sendable {
  /// A moment, as people and as machines read it.
  package struct Moment: Sendable, Hashable {
    /// `YYYY-MM-DD`.
    package let day: String
    /// ISO 8601 with seconds and zone.
    package let iso8601: String

    package init(day: String, iso8601: String) {
      self.day = day
      self.iso8601 = iso8601
    }
  }

  package struct Revision: Sendable {
    package let moment: Moment?
    /// UTF-8.
    package let text: [UInt8]

    package init(moment: Moment?, text: [UInt8]) {
      self.moment = moment
      self.text = text
    }
  }

  /// The last change; nil where nobody wrote it down.
  package let changed: Moment?
  /// The oldest first; what the page says now is not among them.
  package let earlier: [Revision]

  package init(changed: Moment?, earlier: [Revision]) {
    self.changed = changed
    self.earlier = earlier
  }
}
