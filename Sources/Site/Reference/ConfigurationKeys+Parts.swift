import GuideModel
import Syntax

extension ConfigurationDecoder.SourceKey: ConfigurationKey {
  static let tableName = "sources"

  var meaning: KeyMeaning {
    switch self {
    case .kind:
      KeyMeaning(
        .choice(SiteConfiguration.Source.Kind.self), .required, "Which wiki it is.",
        example: "pukiwiki")
    case .path:
      KeyMeaning(
        .kind("a folder"), .required, "Where its data lies, seen from `wikiguide.yml`.",
        example: "../wiki")
    case .id:
      KeyMeaning(
        .kind("letters and digits, joined by `-`"), .words("the last part of the path"),
        "Its part of the addresses of its pages.", example: "office")
    case .title:
      KeyMeaning(
        .text, .words("its id"), "What the site calls it.", example: "Office wiki")
    case .dialect:
      KeyMeaning(
        .choice(Dialect.self), .words("that of its kind"), "How its pages are written.",
        example: "pukiwiki")
    case .encoding:
      KeyMeaning(
        .choice(SiteConfiguration.EncodingName.self), .value("auto"),
        "How its files and their names are encoded.", example: "euc-jp")
    case .include:
      KeyMeaning(
        .list(.kind("patterns")), .words("all pages"),
        "Names of pages that are published; `*` stands for any signs, `?` for one.",
        example: "['Help/*']")
    case .exclude:
      KeyMeaning(
        .list(.kind("patterns")), .value("[]"), "Names of pages that are not.",
        example: "['Help/Draft*']")
    case .autolink:
      KeyMeaning(
        .number, .value("false"), "As above, for the pages of this wiki.", example: "8")
    case .wikinames:
      KeyMeaning(
        .truth, .value("true"), "As above, for the pages of this wiki.", example: "false")
    case .multilinePlugins:
      KeyMeaning(
        .truth, .value("true"), "As above, for the pages of this wiki.", example: "false")
    }
  }
}

extension ConfigurationDecoder.ThemeKey: ConfigurationKey {
  static let tableName = "theme"

  var meaning: KeyMeaning {
    switch self {
    case .accent:
      KeyMeaning(
        .kind("a colour"), .words("blue"), "The colour of links and marks.", example: "'#0b5cad'")
    case .logo:
      KeyMeaning(
        .kind("a picture's path"), .words("no picture"), "A picture beside the site's name.",
        example: "images/logo.png")
    case .footer:
      KeyMeaning(
        .text, .words("nothing"), "A line at the end of every page.", example: "Hinata Hosting")
    case .links:
      KeyMeaning(
        .list(.table(ConfigurationDecoder.LinkKey.self)), .value("[]"),
        "Links at the end of every page.")
    case .accentDark:
      KeyMeaning(
        .kind("a colour"), .words("light blue"), "The same in the dark.", example: "'#7db7f5'")
    }
  }
}

extension ConfigurationDecoder.LinkKey: ConfigurationKey {
  static let tableName = "theme.links"

  var meaning: KeyMeaning {
    switch self {
    case .title: KeyMeaning(.text, .required, "The link's words.", example: "Contact")
    case .url:
      KeyMeaning(
        .kind("an address"), .required,
        "Where it leads: `https://…`, `http://…`, `mailto:…` or `tel:…`.",
        example: "'mailto:help@example.jp'")
    }
  }
}

extension ConfigurationDecoder.ServerKey: ConfigurationKey {
  static let tableName = "servers"

  var meaning: KeyMeaning {
    switch self {
    case .service:
      KeyMeaning(
        .choice(ProviderServer.Service.self), .required, "What the server does.", example: "imap")
    case .host:
      KeyMeaning(.kind("a host's name"), .required, "Its name.", example: "imap.example.jp")
    case .port:
      KeyMeaning(.kind("a port"), .words("any port is right"), "Its port.", example: "993")
    case .ports:
      KeyMeaning(
        .list(.kind("ports")), .value("[]"), "Its ports, where there are several.",
        example: "[465, 587]")
    }
  }
}

extension ConfigurationDecoder.LinksKey: ConfigurationKey {
  static let tableName = "links"

  var meaning: KeyMeaning {
    switch self {
    case .exclude:
      KeyMeaning(
        .list(.kind("patterns")), .value("[]"), "Addresses that are not asked for.",
        example: "['https://intranet.example/*']")
    case .contact:
      KeyMeaning(
        .text, .words("nothing"), "Where a host's owner can complain of the questions.",
        example: "https://www.example.jp/bot")
    case .credentials:
      KeyMeaning(
        .list(.table(ConfigurationDecoder.CredentialKey.self)), .value("[]"),
        "How to sign in to hosts that ask for it.")
    case .allowPrivate:
      KeyMeaning(
        .list(.kind("networks")), .value("[]"), "Private networks that may be asked.",
        example: "[10.1.0.0/16]")
    case .allowPorts:
      KeyMeaning(
        .list(.kind("ports")), .value("[]"), "Ports beside the usual ones that may be asked.",
        example: "[8081]")
    case .softNotFound:
      KeyMeaning(
        .truth, .value("false"),
        "Whether to ask also how a host answers for a page that cannot exist.", example: "true")
    }
  }
}

extension ConfigurationDecoder.CredentialKey: ConfigurationKey {
  static let tableName = "links.credentials"

  var meaning: KeyMeaning {
    switch self {
    case .host:
      KeyMeaning(.kind("a host's name"), .required, "The host.", example: "docs.example.jp")
    case .userVariable:
      KeyMeaning(
        .text, .words("no user name"),
        "The variable of the environment that holds the user name.", example: "DOCS_USER")
    case .passwordVariable:
      KeyMeaning(
        .text, .required, "The variable that holds the password; never the password itself.",
        example: "DOCS_PASSWORD")
    }
  }
}
