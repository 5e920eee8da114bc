/// Whether a client's maker still looks after it.
package struct Lifecycle: Sendable, Equatable {
  package enum Status: String, Sendable, CaseIterable { case active, ended }

  package let status: Status
  /// Nil where nobody knows the day.
  package let endedOn: CalendarDay?

  package init(status: Status, endedOn: CalendarDay? = nil) {
    self.status = status
    self.endedOn = endedOn
  }
}
