import GuideModel

/// One client with all that the site says about it: the subject of a client's page.
struct ClientSubject: Sendable {
  let client: Client
  let statements: [SupportStatement]
  let guides: [Guide]

  /// The level that is shown where there is room for one: that of the first statement.
  var level: SupportLevel? { statements.first?.level }
}
