import Foundation
import Rendering
import Site
import SourceText
import Testing

/// A site in several languages, and its words.
@Suite struct LanguageTests {
  private static let english = """
    *Setting up Thunderbird
    -(1) Open the menu.
    -(2) Save.

    """

  @Test func aSiteHasTheLanguagesOfItsGuides() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.add("Mail2.txt")
    try site.add("English.txt", Self.english)
    try site.build()
    let japanese = try site.outputText("clients/thunderbird/index.html")
    #expect(japanese.contains("<html lang=\"ja\">"))
    #expect(japanese.contains("このガイドは英語で書かれています。"))
    #expect(japanese.contains("<div lang=\"en\">"))
    #expect(japanese.contains("hreflang=\"en\" lang=\"en\" href=\"../../en/clients/thunderbird/"))
    #expect(
      japanese.contains(
        "<link rel=\"alternate\" hreflang=\"x-default\" "
          + "href=\"../../clients/thunderbird/index.html\">"))
    let english = try site.outputText("en/clients/thunderbird/index.html")
    #expect(english.contains("<h1>Setting up Thunderbird</h1>"))
    #expect(!english.contains("<div lang="))
    #expect(english.contains("hreflang=\"ja\" lang=\"ja\" href=\"../../../clients/thunderbird/"))
    // A guide in Japanese alone is shown to readers of English, who are told.
    #expect(
      try site.outputText("en/clients/becky-internet-mail/index.html").contains(
        "This guide is written in Japanese."))
    #expect(try site.outputText("search/units-0.json").contains(",\"en\","))
  }

  @Test func thePagesDecideTheLanguageWhereNobodySaysIt() throws {
    let site = try TemporarySite()
    try site.add("English.txt", Self.english)
    try site.build()
    #expect(try site.outputText("index.html").contains("<html lang=\"en\">"))
    #expect(try site.outputFiles().allSatisfy { !$0.key.hasPrefix("en/") })
  }

  @Test func languagesCanBeLimited() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.add("English.txt", Self.english)
    try site.add("wikiguide.yml", "language: ja\nlanguages: [ja]\n")
    try site.build()
    #expect(try site.outputFiles().allSatisfy { !$0.key.hasPrefix("en/") })
    #expect(try !site.outputText("index.html").contains("hreflang"))
  }

  @Test func translationsLeadToEachOther() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.add("Post.txt", "//wikiguide: translation of Mail\n" + Self.english)
    // What has a guide is in the list, too.
    let page = TemporarySite.page.replacing("--Becky!", with: "--Thunderbird\n--Becky!")
    try site.add("Mail.txt", page)
    try site.add("Help.txt", "*困ったときは\n電源を確かめる\n")
    try site.add("Help/en.txt", "*In trouble\nCheck the power.\n")
    #expect(try site.build().diagnostics.isEmpty)
    #expect(
      try site.outputText("pages/Mail/index.html").contains(
        "hreflang=\"en\" lang=\"en\" href=\"../../pages/Post/index.html\""))
    #expect(
      try site.outputText("pages/Post/index.html").contains(
        "hreflang=\"ja\" lang=\"ja\" href=\"../../pages/Mail/index.html\""))
    #expect(
      try site.outputText("pages/Help-en/index.html").contains(
        "hreflang=\"ja\" lang=\"ja\" href=\"../../pages/Help/index.html\""))
  }

  /// Translations of translations are of one group, and each language has one page in it.
  @Test func groupsOfTranslationsAreWhole() throws {
    let site = try TemporarySite()
    try site.add("A.txt", "*設定\n本文\n")
    try site.add("B.txt", "//wikiguide: language en\n//wikiguide: translation of A\n*Setup\n")
    try site.add("C.txt", "//wikiguide: language de\n//wikiguide: translation of B\n*Setup\n")
    try site.add("D.txt", "//wikiguide: language en\n//wikiguide: translation of A\n*Setup\n")
    try site.build()
    for page in ["A", "B", "C"] {
      let html = try site.outputText("pages/\(page)/index.html")
      let named = html.matches(of: /rel="alternate" hreflang="[a-z]+" href="[.\/]*pages\/([A-D])/)
        .map { String($0.output.1) }
      #expect(named == ["C", "B", "A"], "\(page)")
    }
    #expect(try !site.outputText("pages/D/index.html").contains("hreflang"))
  }

  /// A language is a file of phrases; what it leaves out is said in English.
  @Test func aLanguageIsAddedByAFile() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt", Self.english)
    try site.add("wikiguide.yml", "language: de\n")
    try site.add(
      "theme/text-de.txt", "# Deutsch\nhome: Start\nsteps: {1} Schritte\nlanguage-name: Deutsch\n")
    #expect(try site.build().diagnostics.isEmpty)
    let page = try site.outputText("clients/thunderbird/index.html")
    #expect(page.contains("<html lang=\"de\">") && page.contains(">Start</a>"))
    #expect(try site.outputText("clients/index.html").contains("2 Schritte"))
    #expect(page.contains(">Mail clients</a>"))
  }

  @Test func wrongPhrasesAreNamedWithTheirLine() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.add("theme/text-ja.txt", "home: うち\nhoem: いえ\nsteps: {1}と{2}\nhello\nclose:\n")
    let report = try site.build()
    let findings = report.diagnostics.map { "\($0.place.path): \($0.message)" }
    #expect(
      findings == [
        "theme/text-ja.txt: there is no phrase 'hoem'",
        "theme/text-ja.txt: there is no value for {2} in 'steps'",
        "theme/text-ja.txt: this line is no phrase",
        "theme/text-ja.txt: the phrase 'close' has no words",
      ])
    #expect(report.diagnostics.allSatisfy { $0.place.range != nil && $0.severity == .error })
  }

  @Test func anUnknownLanguageIsRefused() throws {
    let site = try TemporarySite()
    try site.add("Mail.txt")
    try site.add("wikiguide.yml", "language: jp\n")
    #expect(throws: SiteFault.self) { try site.build() }
  }

  /// Both built-in files have all phrases, with the same values in them.
  @Test func builtInLanguagesSayTheSameThings() throws {
    for file in [Theme.File.japanese, .english] {
      let text = String(decoding: file.builtIn, as: UTF8.self)
      let (words, findings) = InterfaceWords.read(
        SourceFile(path: file.rawValue, text: text))
      #expect(findings.isEmpty, "\(file.rawValue)")
      let names = Set(words.names.filter { !$0.hasSuffix(".one") })
      let english = InterfaceWords.read(
        SourceFile(
          path: "text-en.txt", text: String(decoding: Theme.File.english.builtIn, as: UTF8.self))
      ).words.names.filter { !$0.hasSuffix(".one") }
      #expect(names == Set(english), "\(file.rawValue)")
    }
  }
}
