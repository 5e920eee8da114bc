import GuideModel

/// Apple's configuration profile with one mail account, whose owner the device asks for.
extension SettingsWriter {
  private static let doctype = """
    <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" \
    "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
    """

  func mobileconfig(_ servers: ServersInFormat) -> ([UInt8], [SettingsLimit]) {
    let (incoming, outgoing) = (servers.incoming[0], servers.outgoing[0])
    let domain = provider.domains[0]
    // Stable as long as domain and host are, so that a newer profile takes an older one's place.
    let profileID = NameUUID.of(domain: "mail-settings.\(domain)")
    let accountID = profileID.named("\(incoming.mailProtocol.rawValue) \(incoming.host)")
    let identifier =
      domain.split(separator: ".").reversed().joined(separator: ".") + ".mail-settings"
    var tree = XMLTree(root: "plist", [("version", "1.0")])
    tree.open("dict")
    tree.add("key", "PayloadContent")
    tree.open("array")
    tree.open("dict")
    write(incoming, "Incoming", into: &tree)
    write(outgoing, "Outgoing", into: &tree)
    Self.add(
      [
        ("EmailAccountDescription", provider.name),
        ("EmailAccountType", incoming.mailProtocol == .imap ? "EmailTypeIMAP" : "EmailTypePOP"),
        ("PayloadDisplayName", provider.name),
        ("PayloadIdentifier", identifier + ".account"),
        ("PayloadType", "com.apple.mail.managed"), ("PayloadUUID", accountID.text),
      ], into: &tree)
    Self.addVersion(into: &tree)
    tree.close()
    tree.close()
    Self.add(
      [
        ("PayloadDisplayName", provider.name), ("PayloadIdentifier", identifier),
        ("PayloadOrganization", provider.name), ("PayloadType", "Configuration"),
        ("PayloadUUID", profileID.text),
      ], into: &tree)
    Self.addVersion(into: &tree)
    writeGuides(into: &tree)
    tree.close()
    return (tree.bytes(doctype: Self.doctype), limits(of: [incoming, outgoing]))
  }

  /// What the device shows before it installs the profile: where the guides are, by language.
  private func writeGuides(into tree: inout XMLTree) {
    guard !guides.isEmpty else { return }
    let texts = Dictionary(grouping: guides, by: \.language).mapValues { guides in
      guides.map { "\($0.title): \($0.url)" }.joined(separator: " / ")
    }
    let languages = texts.keys.sorted()
    tree.add("key", "ConsentText")
    tree.open("dict")
    let standard = texts[language] ?? languages.first.flatMap { texts[$0] } ?? ""
    Self.add(
      [("default", standard)] + languages.map { ($0, texts[$0] ?? "") }, into: &tree)
    tree.close()
  }

  private func limits(of servers: [MailServer]) -> [SettingsLimit] {
    var limits: [SettingsLimit] = [.unsigned, .deviceAsks]
    if provider.incoming.count > 1 || provider.outgoing.count > 1 { limits.append(.oneServerEach) }
    if servers.contains(where: { $0.security == .startTLS }) { limits.append(.kindOfTLSUnsaid) }
    return limits
  }

  private func write(_ server: MailServer, _ direction: String, into tree: inout XMLTree) {
    let prefix = direction + "MailServer"
    Self.add(
      [
        (prefix + "Authentication", Self.authentication(server.authentication)),
        (prefix + "HostName", server.host),
      ], into: &tree)
    tree.add("key", prefix + "PortNumber")
    tree.add("integer", String(server.port))
    tree.add("key", prefix + "UseSSL")
    tree.addEmpty(server.security == .none ? "false" : "true")
  }

  private static func authentication(_ authentication: MailServer.Authentication) -> String {
    switch authentication {
    case .password: "EmailAuthPassword"
    case .encryptedPassword: "EmailAuthCRAMMD5"
    // Those that a profile cannot say were refused.
    case .none, .oauth2, .popBeforeSMTP: "EmailAuthNone"
    }
  }

  private static func add(_ entries: [(key: String, text: String)], into tree: inout XMLTree) {
    for entry in entries {
      tree.add("key", entry.key)
      tree.add("string", entry.text)
    }
  }

  private static func addVersion(into tree: inout XMLTree) {
    tree.add("key", "PayloadVersion")
    tree.add("integer", "1")
  }
}
