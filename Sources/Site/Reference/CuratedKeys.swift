import GuideModel

extension CuratedDecoder.ClientKey: ConfigurationKey {
  static let tableName = "clients.yml"

  var meaning: KeyMeaning {
    switch self {
    case .name:
      KeyMeaning(.text, .words("as pages write it"), "The client's name.", example: "Hinata Mail")
    case .aliases:
      KeyMeaning(
        .list(.text), .value("[]"), "Other names by which pages speak of it.",
        example: "[HM, ひなたメール]")
    case .kind:
      KeyMeaning(
        .choice(["desktop", "mobile", "webmail", "terminal"]), .words("not known"),
        "What kind of program it is.", example: "desktop")
    case .vendor:
      KeyMeaning(.text, .words("not known"), "Who makes it.", example: "Hinata Software")
    case .platforms:
      KeyMeaning(
        .list(.choice(ClientProfile.Platform.self)), .words("not known"), "Where it runs.",
        example: "[windows, mac]")
    case .lifecycle:
      KeyMeaning(
        .table(CuratedDecoder.LifecycleKey.self), .words("not known"),
        "Whether it is still being made.")
    case .license:
      KeyMeaning(
        .kind("an SPDX expression"), .words("not known"),
        "Its licence; words for a price are refused, `distribution` is for them.",
        example: "MPL-2.0")
    case .distribution:
      KeyMeaning(
        .choice(["free-of-charge", "shareware", "commercial", "bundled"]), .words("not known"),
        "What it costs.", example: "free-of-charge")
    case .links:
      KeyMeaning(
        .list(.table(CuratedDecoder.LinkKey.self)), .value("[]"), "Addresses of the client.")
    case .support:
      KeyMeaning(
        .map(
          keys: "features by id", sample: "imap",
          .either([
            .table(CuratedDecoder.SupportKey.self), .list(.table(CuratedDecoder.SupportKey.self)),
          ])), .value("{}"),
        "How well it works with features: one statement, or one for each range of versions.")
    case .source:
      KeyMeaning(
        .text, .words("each fact needs its own"),
        "What the facts of this entry were taken from: an address or the name of a document.",
        example: "https://www.example.jp/about/")
    }
  }
}

extension CuratedDecoder.LifecycleKey: ConfigurationKey {
  static let tableName = "lifecycle"

  var meaning: KeyMeaning {
    switch self {
    case .status:
      KeyMeaning(
        .choice(Lifecycle.Status.self), .required, "Whether it is still being made.",
        example: "ended")
    case .endedOn:
      KeyMeaning(
        .kind("a day"), .words("not known"), "The day on which it ended.", example: "2006-10-18")
    }
  }
}

extension CuratedDecoder.LinkKey: ConfigurationKey {
  static let tableName = "links"

  var meaning: KeyMeaning {
    switch self {
    case .rel:
      KeyMeaning(
        .choice(["homepage", "download", "documentation"]), .required, "What is found there.",
        example: "homepage")
    case .url:
      KeyMeaning(
        .kind("an address"), .required, "The address.", example: "'https://www.example.jp/'")
    case .gone:
      KeyMeaning(
        .truth, .words("not known"), "Whether nothing is there any more.", example: "false")
    case .source:
      KeyMeaning(
        .text, .words("that of the entry"), "What this link was taken from.",
        example: "press release")
    case .movedTo:
      KeyMeaning(
        .kind("an address"), .words("not known"), "Where it has moved.",
        example: "'https://new.example.jp/'")
    }
  }
}

extension CuratedDecoder.SupportKey: ConfigurationKey {
  static let tableName = "support"

  var meaning: KeyMeaning {
    switch self {
    case .level:
      KeyMeaning(
        .choice(SupportLevel.self), .required, "How well the client works with the feature.",
        example: "native")
    case .versions:
      KeyMeaning(
        .either([.text, .list(.text), .table(CuratedDecoder.RangeKey.self)]),
        .words("not said"), "For which versions: `all`, one, several, or from one to another.",
        example: "['115', '128']")
    case .notes:
      KeyMeaning(
        .either([.text, .list(.text), .map(keys: "languages", sample: "en", .text)]),
        .words("none; `manual` and `partial` need them"),
        "What customers do by hand, or what does not work.",
        example: "{ja: 先に受信します, en: Receive first}")
    case .verified:
      KeyMeaning(
        .table(CuratedDecoder.VerifiedKey.self), .words("nobody tried it"),
        "Who tried it, when and how.")
    case .source:
      KeyMeaning(
        .text, .words("that of the entry"), "What this statement was taken from.",
        example: "our test log")
    }
  }
}

extension CuratedDecoder.VerifiedKey: ConfigurationKey {
  static let tableName = "support.verified"

  var meaning: KeyMeaning {
    switch self {
    case .on: KeyMeaning(.kind("a day"), .required, "The day.", example: "2026-10-01")
    case .by: KeyMeaning(.text, .words("not told"), "Who it was.", example: "Sato")
    case .method:
      KeyMeaning(
        .choice(Verification.Method.self), .required,
        "Whether it was tried or read up with the maker.", example: "hands-on")
    case .os:
      KeyMeaning(.text, .words("not told"), "On which system.", example: "Debian 12")
    case .clientVersion:
      KeyMeaning(
        .text, .words("not told"), "With which version of the client.", example: "115.4.1")
    }
  }
}

extension CuratedDecoder.RangeKey: ConfigurationKey {
  static let tableName = "support.versions"

  var meaning: KeyMeaning {
    switch self {
    case .from:
      KeyMeaning(.text, .words("from the first one"), "The first version.", example: "'78'")
    case .through:
      KeyMeaning(.text, .words("to the last one"), "The last version.", example: "'115'")
    }
  }
}

extension CuratedDecoder.FeatureKey: ConfigurationKey {
  static let tableName = "features.yml"

  var meaning: KeyMeaning {
    switch self {
    case .name:
      KeyMeaning(
        .either([.text, .map(keys: "languages", sample: "en", .text)]), .words("as pages write it"),
        "The feature's name.", example: "{ja: APOP, en: APOP}")
    case .aliases:
      KeyMeaning(
        .list(.text), .value("[]"), "Other names by which pages speak of it.",
        example: "[APOP認証]")
    case .description:
      KeyMeaning(
        .either([.text, .map(keys: "languages", sample: "en", .text)]), .words("nothing"),
        "What it is, in a sentence for customers.",
        example: "{en: Hides the password while mail is fetched.}")
    case .status:
      KeyMeaning(
        .table(CuratedDecoder.StatusKey.self), .words("not known"),
        "Whether it is a standard, and whether it should still be used.")
    case .source:
      KeyMeaning(
        .text, .words("each fact needs its own"),
        "What the facts of this entry were taken from.",
        example: "https://www.rfc-editor.org/rfc/rfc1939")
    case .specifications:
      KeyMeaning(
        .list(.kind("addresses")), .value("[]"), "Where it is defined.",
        example: "['https://www.rfc-editor.org/rfc/rfc1939']")
    }
  }
}

extension CuratedDecoder.StatusKey: ConfigurationKey {
  static let tableName = "status"

  var meaning: KeyMeaning {
    switch self {
    case .deprecated:
      KeyMeaning(
        .truth, .required, "Whether it should not be used any more.", example: "true")
    case .standardTrack:
      KeyMeaning(.truth, .required, "Whether it is a standard.", example: "true")
    case .supersededBy:
      KeyMeaning(
        .list(.kind("ids of features")), .value("[]"), "What to use instead.",
        example: "[smtp.auth]")
    }
  }
}

extension CuratedDecoder.FactKey: ConfigurationKey {
  static let tableName = "A fact with its own source"

  var meaning: KeyMeaning {
    switch self {
    case .value: KeyMeaning(.text, .required, "The fact.", example: "MPL-2.0")
    case .source:
      KeyMeaning(
        .text, .words("that of the entry"), "What it was taken from.",
        example: "the program's own window")
    }
  }
}
