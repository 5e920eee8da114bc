import GuideModel

/// One client with all that the site says about it: the subject of a client's page.
struct ClientSubject: Sendable {
  let client: Client
  let statements: [SupportStatement]
  let guides: [Guide]

  /// The same with other guides.
  func with(_ guides: [Guide]) -> ClientSubject {
    ClientSubject(client: client, statements: statements, guides: guides)
  }

  /// The level that is shown where there is room for one: that of the first statement.
  var level: SupportLevel? { statements.first?.level }
}
