import GuideModel

/// What is printed for placeholders: the hosting company's values, and an account that anybody sees
/// is an example. A page with them is complete; only the reader's own browser knows better.
struct ProviderValues: Sendable {
  let provider: ProviderSettings
  let words: ValueWords

  /// Nil where the site's content says nothing of the company.
  init?(_ provider: ProviderSettings?, _ text: InterfaceText) {
    guard let provider else { return nil }
    self.provider = provider
    words = text.values
  }

  /// A part of the account that the script replaces by the reader's own, as it is called in pages.
  enum OwnPart: String, Sendable {
    case address = "account.address"
    case domain = "account.domain"
    case addressAsUserName = "user-name.address"
    case localPartAsUserName = "user-name.local-part"
    case assignedUserName = "user-name.assigned"
  }

  struct Value: Sendable, Equatable {
    let text: String
    /// Nil where the value is the same for all readers.
    var part: OwnPart?
    /// Whether readers type it as it stands.
    var isTyped = true
  }

  /// Nil where the company's file does not say what the placeholder stands for.
  func value(of placeholder: Placeholder) -> Value? {
    switch placeholder {
    case .server(let server, let property):
      provider.server(server).map { value(of: property, $0) }
    case .account(.address): address
    case .account(.domain): Value(text: domain, part: .domain)
    case .account(.userName): provider.server(.incoming).map { userName($0.userName) }
    case .providerName: Value(text: provider.name, isTyped: false)
    case .popBeforeSMTPMinutes:
      provider.popBeforeSMTPMinutes.map { Value(text: String($0), isTyped: false) }
    }
  }

  private func value(of property: Placeholder.Property, _ server: MailServer) -> Value {
    switch property {
    case .host: Value(text: server.host)
    case .port: Value(text: String(server.port))
    case .security: Value(text: security(of: server), isTyped: false)
    case .userName: userName(server.userName)
    case .mailProtocol: Value(text: server.mailProtocol.title, isTyped: false)
    }
  }

  func security(of server: MailServer) -> String {
    words.securities[server.security] ?? server.security.rawValue
  }

  private var domain: String { provider.domains.first ?? "example.com" }

  var address: Value { Value(text: "\(words.exampleAccount)@\(domain)", part: .address) }

  func userName(_ userName: MailServer.UserName) -> Value {
    switch userName {
    case .address: Value(text: address.text, part: .addressAsUserName)
    case .localPart: Value(text: words.exampleAccount, part: .localPartAsUserName)
    case .assigned(let example):
      Value(text: example ?? words.exampleUserName, part: .assignedUserName)
    }
  }

  /// The places of a text at which there are values to print, in order.
  func places(in bytes: ArraySlice<UInt8>) -> [(range: Range<Int>, value: Value)] {
    WrittenPlaceholder.all(in: bytes).compactMap { written in
      written.placeholder.flatMap(value).map { (written.range, $0) }
    }
  }

  /// A text with the values in it, where it is no more than text.
  func filled(_ words: String) -> String {
    let bytes = Array(words.utf8)
    let places = places(in: bytes[...])
    guard !places.isEmpty else { return words }
    var text = ""
    var start = 0
    for place in places {
      text += String(decoding: bytes[start..<place.range.lowerBound], as: UTF8.self)
      text += place.value.text
      start = place.range.upperBound
    }
    return text + String(decoding: bytes[start...], as: UTF8.self)
  }
}
