import SourceText

/// The namespaces that every MediaWiki has, under their English and Japanese names, and the wikis that
/// it knows from the start.
enum MediaWikiNamespace {
  /// What a link into a namespace is.
  enum Kind {
    /// A picture or another file that is shown.
    case file
    /// A file that is led to.
    case media
    case category
    case otherWiki
    case page
  }

  /// - Parameter prefix: in small letters, with spaces for underscores.
  static func kind(of prefix: String) -> Kind {
    switch named(prefix) {
    case "file": .file
    case "media": .media
    case "category": .category
    default: otherWikis.contains(prefix) ? .otherWiki : .page
    }
  }

  /// The namespace's own name; nil where there is no such namespace.
  static func named(_ prefix: String) -> String? { names[prefix] }

  private static let names: [String: String] = {
    var names: [String: String] = [
      "media": "media", "メディア": "media", "special": "special", "特別": "special",
      "file": "file", "image": "file", "ファイル": "file", "画像": "file",
      "category": "category", "カテゴリ": "category",
    ]
    let pages = [
      ("user", "利用者"), ("project", "プロジェクト"), ("mediawiki", "mediawiki"),
      ("template", "テンプレート"), ("help", "ヘルプ"), ("portal", "portal"),
    ]
    for (name, japanese) in pages {
      names[name] = name
      names[japanese] = name
    }
    for (name, japanese) in pages + [("file", "ファイル"), ("category", "カテゴリ")] {
      names[name + " talk"] = name + " talk"
      names[japanese + "・トーク"] = name + " talk"
      names[japanese + "‐会話"] = name + " talk"
    }
    names["talk"] = "talk"
    names["トーク"] = "talk"
    names["ノート"] = "talk"
    names["利用者・トーク"] = "user talk"
    names["利用者‐会話"] = "user talk"
    return names
  }()

  private static let otherWikis: Set<String> = [
    "w", "wikipedia", "wikt", "wiktionary", "b", "wikibooks", "n", "wikinews", "q", "wikiquote",
    "s",
    "wikisource", "v", "wikiversity", "voy", "wikivoyage", "c", "commons", "d", "wikidata", "m",
    "meta", "mw", "mediawikiwiki", "metawikimedia", "phab", "phabricator", "bugzilla",
    "mailarchive",
    "doi", "google", "googlegroups", "cache", "rfc", "svn", "git", "gerrit", "tools", "wmf",
    "foundation", "species", "incubator", "ja", "en", "de", "fr", "es", "it", "nl", "pl", "pt",
    "ru", "zh", "ko", "sv", "uk", "cs", "fi", "da", "no", "hu", "tr", "vi", "id", "th",
  ]
}
