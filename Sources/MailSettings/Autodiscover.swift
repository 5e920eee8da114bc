import GuideModel

/// What Outlook of old was answered when it asked for an account's settings.
extension SettingsWriter {
  private static let answer =
    "http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006"
  private static let outlook =
    "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a"

  func autodiscover(_ servers: ServersInFormat) -> ([UInt8], [SettingsLimit]) {
    var tree = XMLTree(root: "Autodiscover", [("xmlns", Self.answer)])
    tree.open("Response", [("xmlns", Self.outlook)])
    tree.open("Account")
    tree.add("AccountType", "email")
    tree.add("Action", "settings")
    // There is room for one address, which Outlook offers as the company's page.
    let own = guides.filter { $0.language == language }
    if let guide = own.last ?? guides.last { tree.add("ServiceHome", guide.url) }
    for server in servers.all { write(server, receivedBy: servers.incoming[0], into: &tree) }
    tree.close()
    tree.close()
    let hasAddresses = servers.all.contains { $0.asksForUserName && $0.userName == .address }
    return (tree.bytes(), [.oldOutlookOnly] + (hasAddresses ? [.userNameByHand] : []))
  }

  private func write(
    _ server: MailServer, receivedBy incoming: MailServer, into tree: inout XMLTree
  ) {
    func onOff(_ isOn: Bool) -> String { isOn ? "on" : "off" }
    tree.open("Protocol")
    tree.add("Type", server.mailProtocol.rawValue.uppercased())
    tree.add("Server", server.host)
    tree.add("Port", String(server.port))
    tree.add("DomainRequired", "off")
    // The default is on, and is no password at all but Microsoft's own way to sign in.
    tree.add("SPA", "off")
    tree.add("SSL", onOff(server.security != .none))
    tree.add("Encryption", Self.encryption(server.security))
    tree.add("AuthRequired", onOff(server.asksForUserName))
    if server.mailProtocol == .smtp {
      let isAlike = server.asksForUserName && server.userName == incoming.userName
      tree.add("UsePOPAuth", onOff(isAlike))
      tree.add("SMTPLast", onOff(server.authentication == .popBeforeSMTP))
    }
    tree.close()
  }

  private static func encryption(_ security: MailServer.Security) -> String {
    switch security {
    case .none: "None"
    case .startTLS: "TLS"
    case .tls: "SSL"
    }
  }
}
