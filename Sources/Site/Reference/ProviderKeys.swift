import GuideModel

extension ConfigurationDecoder.ProviderKey: ConfigurationKey {
  static let tableName = "provider.yml"

  var meaning: KeyMeaning {
    switch self {
    case .name:
      KeyMeaning(.text, .required, "The company's name.", example: "Hinata Hosting")
    case .domains:
      KeyMeaning(
        .list(.kind("domains")), .required, "What stands behind the `@` of customers' addresses.",
        example: "[example.jp]")
    case .incoming:
      KeyMeaning(
        .list(.table(ConfigurationDecoder.MailServerKey.self)), .required,
        "Servers for receiving, the one to prefer first.")
    case .outgoing:
      KeyMeaning(
        .list(.table(ConfigurationDecoder.SendingKey.self)), .required,
        "Servers for sending, the one to prefer first.")
    case .policies:
      KeyMeaning(
        .list(.table(ConfigurationDecoder.PolicyKey.self)), .value("[]"),
        "Pages that customers should know, such as terms of use.")
    case .enable:
      KeyMeaning(
        .table(ConfigurationDecoder.PolicyKey.self), .words("no such page"),
        "A page on which customers have to allow clients before they set one up.")
    case .legacy:
      KeyMeaning(
        .truth, .value("false"),
        "Whether the site publishes settings with `smtp-after-pop`, which only old clients know.",
        example: "true")
    case .popBeforeSMTPMinutes:
      KeyMeaning(
        .number, .words("not told"),
        "For how long mail may be sent after it was received, with `pop-before-smtp`.",
        example: "15")
    }
  }
}

extension ConfigurationDecoder.PolicyKey: ConfigurationKey {
  static let tableName = "policies and enable"

  var meaning: KeyMeaning {
    switch self {
    case .title: KeyMeaning(.text, .required, "The page's name.", example: "Terms of use")
    case .url:
      KeyMeaning(
        .kind("an address"), .required, "Where it is.", example: "'https://www.example.jp/terms'")
    }
  }
}

extension ConfigurationDecoder.MailServerKey: ConfigurationKey {
  static let tableName = "incoming"

  var meaning: KeyMeaning {
    switch self {
    case .mailProtocol:
      KeyMeaning(
        .choice(ConfigurationDecoder.ReceivingProtocol.self), .required,
        "How mail is fetched.", example: "pop3")
    case .host:
      KeyMeaning(
        .kind("a host's name"), .required, "The server's name, in ASCII letters.",
        example: "mail.example.jp")
    case .port:
      KeyMeaning(
        .kind("a port"), .words("143 for IMAP, 110 for POP; with `tls` 993 and 995"),
        "Its port.", example: "110")
    case .security:
      KeyMeaning(
        .choice(MailServer.Security.self), .required,
        "How the connection is kept secret: not at all, from its first byte (`tls`), or later on.",
        example: "none")
    case .username:
      KeyMeaning(
        .choice(ConfigurationDecoder.UserNameForm.self), .required,
        "The user name: the whole address, what stands before the `@`, or one that was assigned.",
        example: "assigned")
    case .authentication:
      KeyMeaning(
        .choice(ConfigurationDecoder.ReceivingAuthentication.self), .required,
        "How customers sign in.", example: "password")
    case .userNameExample:
      KeyMeaning(
        .text, .words("no example"),
        "What an assigned user name looks like; only with `username: assigned`.",
        example: "ab1234")
    }
  }
}

extension ConfigurationDecoder.SendingKey: ConfigurationKey {
  static let tableName = "outgoing"

  var meaning: KeyMeaning {
    switch self {
    case .host:
      KeyMeaning(
        .kind("a host's name"), .required, "The server's name, in ASCII letters.",
        example: "mail.example.jp")
    case .port:
      KeyMeaning(
        .kind("a port"), .words("587; with `tls` 465"), "Its port.", example: "587")
    case .security:
      KeyMeaning(
        .choice(MailServer.Security.self), .required, "As above.", example: "none")
    case .username:
      KeyMeaning(
        .choice(ConfigurationDecoder.UserNameForm.self),
        .words("needed where `authentication` asks for one"), "As above.", example: "assigned")
    case .authentication:
      KeyMeaning(
        .choice(MailServer.Authentication.self), .required,
        "How customers sign in; `pop-before-smtp` lets those send who have just received.",
        example: "pop-before-smtp")
    case .userNameExample:
      KeyMeaning(
        .text, .words("no example"),
        "What an assigned user name looks like; only with `username: assigned`.",
        example: "ab1234")
    }
  }
}
