import GuideModel

/// The words around settings and a reader's own values, in one language.
struct ValueWords: Sendable {
  let title: String
  let lead: Phrase
  let address: String
  let userName: Phrase
  let formLead: String
  let stay: String
  let clear: String
  /// What the script says, by the names that it calls them by.
  let ofScript: [(name: String, words: String)]

  /// What stands before the `@` of an address that anybody sees is an example.
  let exampleAccount: String
  let exampleUserName: String
  let exampleMark: String

  let account: String
  /// Take the protocol.
  let incoming: Phrase
  let outgoing: Phrase
  let settingAddress: String
  let settingHost: String
  let settingPort: String
  let settingSecurity: String
  let settingUserName: String
  let settingAuthentication: String
  let securities: [MailServer.Security: String]
  private let userNames: InterfaceWords
  private let authentications: [MailServer.Authentication: String]
  private let receiveWithin: Phrase

  init(_ words: InterfaceWords) {
    title = words["your-settings"]
    lead = words.phrase("your-settings-lead")
    address = words["your-address"]
    userName = words.phrase("your-user-name")
    formLead = words["your-values-lead"]
    stay = words["your-values-stay"]
    clear = words["your-values-clear"]
    ofScript = [
      ("filled", words["your-values-filled"]), ("named", words["your-user-name-filled"]),
      ("cleared", words["your-values-cleared"]), ("invalid", words["your-address-invalid"]),
      ("foreign", words["your-domain-foreign"]), ("notKept", words["your-values-not-kept"]),
    ]
    exampleAccount = words["example-account"]
    exampleUserName = words["example-user-name"]
    exampleMark = words["example-mark"]
    account = words["settings-account"]
    incoming = words.phrase("settings-incoming")
    outgoing = words.phrase("settings-outgoing")
    settingAddress = words["setting-address"]
    settingHost = words["setting-host"]
    settingPort = words["setting-port"]
    settingSecurity = words["setting-security"]
    settingUserName = words["setting-user-name"]
    settingAuthentication = words["setting-authentication"]
    securities = Dictionary(
      uniqueKeysWithValues: MailServer.Security.allCases.map {
        ($0, words["security.\($0.rawValue)"])
      })
    userNames = words
    authentications = Dictionary(
      uniqueKeysWithValues: MailServer.Authentication.allCases.map {
        ($0, words["authentication.\($0.rawValue)"])
      })
    receiveWithin = words.phrase("authentication.pop-before-smtp-within")
  }

  /// What a user name is, such as the whole address.
  func explanation(of userName: MailServer.UserName) -> String {
    switch userName {
    case .address: userNames["user-name.address"]
    case .localPart: userNames["user-name.local-part"]
    case .assigned: userNames["user-name.assigned"]
    }
  }

  /// - Parameter minutes: for how long mail may be sent after it was received.
  func words(for authentication: MailServer.Authentication, minutes: Int?) -> String {
    if authentication == .popBeforeSMTP, let minutes { return receiveWithin(minutes) }
    return authentications[authentication] ?? authentication.rawValue
  }
}

extension MailServer.MailProtocol {
  /// As people write it.
  var title: String {
    switch self {
    case .imap: "IMAP"
    case .pop3: "POP3"
    case .smtp: "SMTP"
    }
  }
}
