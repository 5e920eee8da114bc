/// A server of the hosting company, as its customers shall set it.
package struct ProviderServer: Sendable, Equatable {
  package enum Service: String, Sendable, CaseIterable {
    case pop, imap, smtp, webmail, caldav, carddav
  }

  package let service: Service
  /// In lower case.
  package let host: String
  /// Empty where the configuration names none.
  package let ports: [Int]

  package init(service: Service, host: String, ports: [Int]) {
    self.service = service
    self.host = host
    self.ports = ports
  }
}
