/// That somebody tried a client with a feature, or read it up with its maker, and when.
package struct Verification: Sendable, Equatable {
  package enum Method: String, Sendable, CaseIterable {
    case handsOn = "hands-on"
    case vendorDocumentation = "vendor-documentation"
  }

  package let on: CalendarDay
  package let method: Method
  /// Who did, as written; nil where it is not told, as the rest.
  package var by: String?
  package var clientVersion: String?
  package var system: String?
  package let evidence: Evidence

  package init(
    on: CalendarDay, method: Method, by: String? = nil, clientVersion: String? = nil,
    system: String? = nil, evidence: Evidence
  ) {
    self.on = on
    self.method = method
    self.by = by
    self.clientVersion = clientVersion
    self.system = system
    self.evidence = evidence
  }
}
