import GuideModel
import Syntax

extension ConfigurationDecoder.Key: ConfigurationKey {
  static let tableName = "wikiguide.yml"

  var meaning: KeyMeaning {
    switch self {
    case .title:
      KeyMeaning(
        .text, .words("the content folder's name"),
        "The site's name, in the head of every page.", example: "Mail help")
    case .language:
      KeyMeaning(
        .kind("a language"), .words("that of most pages"),
        "The main language of the site's own pages: `ja`, `en`, or one that a file "
          + "`theme/text-….txt` adds.", example: "en")
    case .languages:
      KeyMeaning(
        .list(.kind("languages")), .words("those in which the site has guides"),
        "The languages that the site is published in.", example: "[ja, en]")
    case .dialect:
      KeyMeaning(
        .choice(Dialect.self), .words("what each file's ending says"),
        "How the pages of the content folder are written.", example: "pukiwiki")
    case .encoding:
      KeyMeaning(
        .choice(SiteConfiguration.EncodingName.self), .value("auto"),
        "How the files of pages are encoded; `auto` asks the bytes.", example: "euc-jp")
    case .autolink:
      KeyMeaning(
        .number, .value("false"),
        "Names of pages that have so many bytes or more are links wherever they stand.",
        example: "8")
    case .wikinames:
      KeyMeaning(
        .truth, .value("true"),
        "Whether a word such as `MailSetup` is a link where such a page exists.", example: "false")
    case .multilinePlugins:
      KeyMeaning(
        .truth, .value("true"),
        "Whether a plugin may go over several lines, between double braces.", example: "false")
    case .sources:
      KeyMeaning(
        .list(.table(ConfigurationDecoder.SourceKey.self)), .value("[]"),
        "Wikis that are read where they lie; each has pages of its own.")
    case .images:
      KeyMeaning(
        .table(ConfigurationDecoder.ImageKey.self), .words("all pictures are published"),
        "Where pictures are found, and which ones are shown.")
    case .theme:
      KeyMeaning(
        .table(ConfigurationDecoder.ThemeKey.self), .words("the built-in look"),
        "How the site looks.")
    case .clients:
      KeyMeaning(
        .list(.table(ConfigurationDecoder.ClientKey.self)), .value("[]"),
        "Mail clients that wikiguide does not know by itself, or knows by other names.")
    case .vocabulary:
      KeyMeaning(
        .table(ConfigurationDecoder.WordKey.self), .words("the built-in words alone"),
        "Words by which your pages name their sections and support levels, beside the built-in ones."
      )
    case .rules:
      KeyMeaning(
        .map(
          keys: "rules by name", sample: "insecure-link",
          .choice(SiteConfiguration.RuleSetting.self)), .value("{}"),
        "How bad the findings of a rule are on this site; `off` does not look for them.",
        example: "{insecure-link: off, remote-image: error}")
    case .compression:
      KeyMeaning(
        .list(.choice(Compression.self)), .value("[]"),
        "Compressed copies that stand beside the files, for servers that send them as they are.",
        example: "[gz, br]")
    case .servers:
      KeyMeaning(
        .list(.table(ConfigurationDecoder.ServerKey.self)), .value("[]"),
        "Your servers; steps of guides are held against them. `provider.yml` says more than this.")
    case .links:
      KeyMeaning(
        .table(ConfigurationDecoder.LinksKey.self), .words("public addresses are asked for"),
        "How `wikiguide links` asks for addresses outside of the site.")
    case .navigation:
      KeyMeaning(
        .list(.kind("names of pages")), .value("[]"),
        "The pages that come first, in the order in which they are read; the others follow by name.",
        example: "[FrontPage, Thunderbird]")
    case .editor:
      KeyMeaning(
        .kind("an address"), .words("no link"),
        "How `wikiguide serve` opens a line of a page in an editor; `{path}`, `{line}` and `{column}` "
          + "stand for the place.", example: "vscode://file/{path}:{line}:{column}")
    case .baseURL:
      KeyMeaning(
        .kind("an address"), .words("no sitemap, feeds, or whole addresses"),
        "The site's own address.", example: "https://help.example.jp/")
    case .editURL:
      KeyMeaning(
        .kind("an address"), .words("no link"),
        "Where a page is edited; `{page}` stands for its name, `{file}` for its path.",
        example: "https://wiki.example.jp/?cmd=edit&page={page}")
    case .reportURL:
      KeyMeaning(
        .kind("an address"), .words("no link"),
        "Where readers say what is wrong; `{page}`, `{step}` and `{url}` say where they are.",
        example: "https://help.example.jp/form?page={page}&step={step}")
    case .contactURL:
      KeyMeaning(
        .kind("an address"), .words("no link"), "Where readers ask for help.",
        example: "https://www.example.jp/support/")
    case .newPageURL:
      KeyMeaning(
        .kind("an address"), .words("no link"),
        "Where somebody who may write makes a new page.",
        example: "https://wiki.example.jp/?cmd=newpage")
    }
  }
}

extension ConfigurationDecoder.ImageKey: ConfigurationKey {
  static let tableName = "images"

  var meaning: KeyMeaning {
    switch self {
    case .folders:
      KeyMeaning(
        .list(.kind("folders")), .words("pictures in all folders"),
        "Folders of the content; only pictures in them are published.", example: "[images]")
    case .mirrors:
      KeyMeaning(
        .map(keys: "beginnings of addresses", sample: "http://old.example.jp/", .kind("a folder")),
        .value("{}"),
        "Pictures whose addresses begin so are files of this folder.",
        example: "{'http://old.example.jp/img/': images/}")
    case .showRemote:
      KeyMeaning(
        .truth, .value("false"),
        "Whether pictures on other hosts are shown; else they are links.", example: "true")
    }
  }
}

extension ConfigurationDecoder.ClientKey: ConfigurationKey {
  static let tableName = "clients"

  var meaning: KeyMeaning {
    switch self {
    case .name:
      KeyMeaning(.text, .required, "The client's name as it is shown.", example: "Hinata Mail")
    case .id:
      KeyMeaning(
        .kind("lower-case words and digits, joined by `-`"), .words("made of the name"),
        "The client's part of addresses and its key in data.", example: "hinata-mail")
    case .aliases:
      KeyMeaning(
        .list(.text), .value("[]"), "Other names by which pages speak of it.",
        example: "[HM, ひなたメール]")
    case .kind:
      KeyMeaning(
        .choice(["desktop", "mobile", "webmail", "terminal", "unknown"]), .words("not known"),
        "What kind of program it is.", example: "desktop")
    case .platforms:
      KeyMeaning(
        .list(.choice(ClientProfile.Platform.self)), .words("not known"),
        "Where it runs, so that readers can choose by their device.", example: "[windows, mac]")
    case .discontinued:
      KeyMeaning(
        .truth, .words("not known"), "Whether its maker has given it up.", example: "false")
    }
  }
}

extension ConfigurationDecoder.WordKey: ConfigurationKey {
  static let tableName = "vocabulary"

  var meaning: KeyMeaning {
    switch self {
    case .setup:
      KeyMeaning(
        .list(.text), .value("[]"), "Headings of sections that set a client up.",
        example: "[Einrichtung]")
    case .operation:
      KeyMeaning(
        .list(.text), .value("[]"), "Headings of sections on daily use.", example: "[Bedienung]")
    case .troubleshooting:
      KeyMeaning(
        .list(.text), .value("[]"), "Headings of sections for when something fails.",
        example: "[Problemlösung]")
    case .levels:
      KeyMeaning(
        .table(SupportLevel.self), .value("{}"),
        "Words that say how well a client works.")
    case .clientList:
      KeyMeaning(
        .list(.text), .value("[]"), "Headings above lists of clients.",
        example: "[Mailprogramme]")
    }
  }
}

extension SupportLevel: ConfigurationKey {
  static let tableName = "vocabulary.levels"

  var meaning: KeyMeaning {
    let (sentence, example) =
      switch self {
      case .native: ("It works as it is.", "[läuft]")
      case .manual: ("It works, and customers have to do something by hand.", "[von Hand]")
      case .partial: ("Something does not work.", "[teilweise]")
      case .unsupported: ("It does not work.", "[läuft nicht]")
      case .untested: ("Nobody has tried it.", "[ungeprüft]")
      }
    return KeyMeaning(.list(.text), .words("the built-in words"), sentence, example: example)
  }
}
