import GuideModel

/// One client with all that the site says about it: the subject of a client's page.
struct ClientSubject: Sendable {
  /// The same for all pages about the client.
  private let known: Known
  let guides: [Guide]

  private final class Known: Sendable {
    let client: Client
    let statements: [SupportStatement]

    init(_ client: Client, _ statements: [SupportStatement]) {
      self.client = client
      self.statements = statements
    }
  }

  init(client: Client, statements: [SupportStatement], guides: [Guide]) {
    self.init(Known(client, statements), guides)
  }

  private init(_ known: Known, _ guides: [Guide]) {
    self.known = known
    self.guides = guides
  }

  var client: Client { known.client }
  var statements: [SupportStatement] { known.statements }

  /// The same with other guides.
  func with(_ guides: [Guide]) -> ClientSubject { ClientSubject(known, guides) }

  /// The level that is shown where there is room for one: that of the first statement.
  var level: SupportLevel? { statements.first?.level }
}
