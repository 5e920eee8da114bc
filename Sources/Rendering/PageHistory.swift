/// When a page was changed, and what changed, by the word of its wiki.
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

  /// What a page said at some time.
  package struct Revision: Sendable {
    package let moment: Moment?
    /// UTF-8.
    package let text: [UInt8]

    package init(moment: Moment?, text: [UInt8]) {
      self.moment = moment
      self.text = text
    }
  }

  /// From one revision to the next.
  struct Change: Sendable {
    /// When the next one was written.
    let moment: Moment?
    /// Nil where the texts are too long to be compared.
    let lines: LineChanges?
  }

  /// The last change; nil where nobody wrote it down.
  package let changed: Moment?
  /// The newest first.
  let changes: [Change]

  /// Wikis keep many revisions; readers want the last ones.
  private static let mostChanges = 20

  /// Compares the revisions, so that their texts need not be kept.
  /// - Parameters:
  ///   - earlier: the oldest first; what the page says now is not among them.
  ///   - current: what the page says now, UTF-8.
  package init(changed: Moment?, earlier: [Revision], current: [UInt8]) {
    self.changed = changed
    let revisions =
      earlier.suffix(Self.mostChanges) + [Revision(moment: changed, text: current)]
    changes = zip(revisions, revisions.dropFirst()).map { old, new in
      Change(moment: new.moment, lines: LineChanges(from: old.text, to: new.text))
    }.reversed()
  }

  /// Whether there is anything to tell.
  package var isEmpty: Bool { changed == nil && changes.isEmpty }
}
