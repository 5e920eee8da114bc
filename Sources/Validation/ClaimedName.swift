import SourceText

/// A name or another spelling that one of the site's own files gives to a client.
package struct ClaimedName: Sendable, Equatable {
  package let clientID: String
  package let name: String
  package let place: SourcePlace

  package init(clientID: String, name: String, place: SourcePlace) {
    self.clientID = clientID
    self.name = name
    self.place = place
  }
}
