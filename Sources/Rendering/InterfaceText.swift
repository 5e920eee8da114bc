import GuideModel

/// The words of the site itself, in one language: read from a file of lines, one field a phrase.
///
/// An object and not a value: every writer holds it, and the compiler follows each of its hundreds of
/// fields wherever a value that holds them is made.
final class InterfaceText: Sendable {
  let language: String
  let home: String
  let clients: String
  let pages: String
  let matrix: String
  let skipToContent: String
  let navigation: String
  let builtBy: String
  let asOf: String
  let source: String
  let line: Phrase
  let lines: Phrase
  let sourceOf: Phrase
  let contents: String
  let footnotes: String
  let backToText: String
  let missingImage: String
  let remoteImage: Phrase

  let guideFor: Phrase
  let about: String
  let level: String
  let asWrittenLevel: String
  let takenOver: String
  let versions: String
  let price: String
  let priceUnknown: String
  let homepage: String
  let download: String
  let documentation: String
  let noStatement: String
  let noGuide: String
  let noGuideHelp: String
  /// Takes the versions, as a list.
  let guideCovers: Phrase
  let beforeYouBegin: String
  let settingsNeeded: String
  let whereToBegin: String
  let newAccount: String
  let existingAccount: String
  let otherAudience: String
  let startAt: Phrase
  let startHere: Phrase
  let operation: String
  let troubleshooting: String
  let step: Phrase
  let linkToStep: Phrase
  let screenshotOf: Phrase
  let screenshot: String
  let optional: String
  let callouts: [CalloutSeverity: String]
  let guides: Phrase
  let steps: Phrase

  let client: String
  let guide: String
  let chooseClient: String
  let homeLead: String
  let clientsLead: String
  let pagesLead: String
  let matrixLead: String
  let matrixCaption: String
  let legend: String
  let unknownIsUnknown: String
  let alsoAs: String
  let feature: String

  let clientChanges: ClientChangeWords

  let frontPage: String
  let menuOf: Phrase
  let changes: String
  let changesLead: String
  let history: String
  let historyOf: Phrase
  let historyLead: String
  let changedOn: Phrase
  let changed: String
  let added: String
  let removed: String
  let dateUnknown: String
  let nothingChanged: String
  let tooLongToCompare: String
  /// Takes how many lines were added and how many were removed.
  let linesChanged: Phrase
  let linesNotShown: Phrase

  let search: String
  let searchLead: String
  let searchLabel: String
  let searchNeedsScript: String
  let searchCount: Phrase
  let searchNothing: Phrase
  let searchFailed: String
  let notFound: String
  let notFoundHelp: String
  /// Takes the client, how many steps, the level.
  let guideDescription: Phrase
  let clientDescription: Phrase
  let stepDone: Phrase
  let close: String
  let fullSize: String
  let breadcrumbs: String
  let previous: String
  let next: String
  let editPage: String
  let reportStep: Phrase

  let languageName: String
  let languages: String
  /// What other languages are called in this one, by their codes.
  let languageNames: [String: String]
  let copy: Phrase
  let copied: String
  let guideIsIn: Phrase
  let chooseBy: String
  let byPlatform: String
  let byAge: String
  let byPrice: String
  let byLevel: String
  let platformWindows: String
  let platformMac: String
  let platformLinux: String
  let platformIos: String
  let platformAndroid: String
  let platformWeb: String
  let ageCurrent: String
  let ageFormer: String
  let profileSource: String
  let clientsBy: Phrase
  let allClients: Phrase
  let allPages: Phrase
  let pageRange: Phrase
  let otherLists: String
  let newPage: String
  let forWhom: Phrase
  let howMuch: Phrase
  let onThisPage: String
  let checkedOn: String
  let neverChecked: String
  let lastChanged: Phrase
  let device: String
  let availability: String
  let byOwnList: String
  let tryIt: String
  let tryItSend: String
  let tryItReceive: String
  let tryItFirst: String
  let ifItFails: String
  let ifItFailsReread: String
  let ifItFailsSearch: String
  let contact: String
  /// Joins two sentences.
  let sentences: Phrase
  /// Joins two members of a list.
  let members: Phrase
  let guidesOfPage: String
  let searchAtLeast: Phrase
  let searchMore: String
  let searchShort: String
  let guidesOf: Phrase
  let guideOn: Phrase
  let moreSources: Phrase
  let matrixText: MatrixText
  let settings: SettingsText
  let levels: [SupportLevel: LevelText]
  let unknown: LevelText
  let distributions: [Distribution.Model: String]
  /// What is said of settings and of a reader's own values.
  let values: ValueWords

  struct LevelText: Sendable {
    let word: String
    /// What it means for a customer, as a sentence.
    let meaning: String
    /// A shape that tells levels apart without colour.
    let mark: String
  }

  private static let distributionModels: [Distribution.Model] = [
    .freeOfCharge, .shareware, .commercial, .bundled, .unknown,
  ]

  func levelText(_ level: SupportLevel?) -> LevelText { level.flatMap { levels[$0] } ?? unknown }

  init(language: String, _ words: InterfaceWords) {
    self.language = language
    home = words["home"]
    clients = words["clients"]
    pages = words["pages"]
    matrix = words["matrix"]
    skipToContent = words["skip-to-content"]
    navigation = words["navigation"]
    builtBy = words["built-by"]
    asOf = words["as-of"]
    source = words["source"]
    line = words.phrase("line")
    lines = words.phrase("lines")
    sourceOf = words.phrase("source-of")
    contents = words["contents"]
    footnotes = words["footnotes"]
    backToText = words["back-to-text"]
    missingImage = words["missing-image"]
    remoteImage = words.phrase("remote-image")
    guideFor = words.phrase("guide-for")
    about = words["about"]
    level = words["level"]
    asWrittenLevel = words["as-written-level"]
    takenOver = words["taken-over"]
    versions = words["versions"]
    price = words["price"]
    priceUnknown = words["price-unknown"]
    homepage = words["homepage"]
    download = words["download"]
    documentation = words["documentation"]
    noStatement = words["no-statement"]
    noGuide = words["no-guide"]
    noGuideHelp = words["no-guide-help"]
    guideCovers = words.phrase("guide-covers")
    beforeYouBegin = words["before-you-begin"]
    settingsNeeded = words["settings-needed"]
    whereToBegin = words["where-to-begin"]
    newAccount = words["new-account"]
    existingAccount = words["existing-account"]
    otherAudience = words["other-audience"]
    startAt = words.phrase("start-at")
    startHere = words.phrase("start-here")
    operation = words["operation"]
    troubleshooting = words["troubleshooting"]
    step = words.phrase("step")
    linkToStep = words.phrase("link-to-step")
    screenshotOf = words.phrase("screenshot-of")
    screenshot = words["screenshot"]
    optional = words["optional"]
    callouts = Dictionary(
      uniqueKeysWithValues: [CalloutSeverity.note, .tip, .important, .warning].map {
        ($0, words["callout.\($0.rawValue)"])
      })
    guides = words.phrase("guides")
    steps = words.phrase("steps")
    client = words["client"]
    guide = words["guide"]
    chooseClient = words["choose-client"]
    homeLead = words["home-lead"]
    clientsLead = words["clients-lead"]
    pagesLead = words["pages-lead"]
    matrixLead = words["matrix-lead"]
    matrixCaption = words["matrix-caption"]
    legend = words["legend"]
    unknownIsUnknown = words["unknown-is-unknown"]
    alsoAs = words["also-as"]
    feature = words["feature"]
    clientChanges = ClientChangeWords(words)
    frontPage = words["front-page"]
    menuOf = words.phrase("menu-of")
    changes = words["changes"]
    changesLead = words["changes-lead"]
    history = words["history"]
    historyOf = words.phrase("history-of")
    historyLead = words["history-lead"]
    changedOn = words.phrase("changed-on")
    changed = words["changed"]
    added = words["added"]
    removed = words["removed"]
    dateUnknown = words["date-unknown"]
    nothingChanged = words["nothing-changed"]
    tooLongToCompare = words["too-long-to-compare"]
    linesChanged = words.phrase("lines-changed")
    linesNotShown = words.phrase("lines-not-shown")
    search = words["search"]
    searchLead = words["search-lead"]
    searchLabel = words["search-label"]
    searchNeedsScript = words["search-needs-script"]
    searchCount = words.phrase("search-count")
    searchNothing = words.phrase("search-nothing")
    searchFailed = words["search-failed"]
    notFound = words["not-found"]
    notFoundHelp = words["not-found-help"]
    guideDescription = words.phrase("guide-description")
    clientDescription = words.phrase("client-description")
    stepDone = words.phrase("step-done")
    close = words["close"]
    fullSize = words["full-size"]
    breadcrumbs = words["breadcrumbs"]
    previous = words["previous"]
    next = words["next"]
    editPage = words["edit-page"]
    reportStep = words.phrase("report-step")
    languageName = words["language-name"]
    languages = words["languages"]
    languageNames = Dictionary(
      uniqueKeysWithValues: SiteTexts.builtInLanguages.map { ($0, words["language.\($0)"]) })
    copy = words.phrase("copy")
    copied = words["copied"]
    guideIsIn = words.phrase("guide-is-in")
    chooseBy = words["choose-by"]
    byPlatform = words["by-platform"]
    byAge = words["by-age"]
    byPrice = words["by-price"]
    byLevel = words["by-level"]
    platformWindows = words["platform-windows"]
    platformMac = words["platform-mac"]
    platformLinux = words["platform-linux"]
    platformIos = words["platform-ios"]
    platformAndroid = words["platform-android"]
    platformWeb = words["platform-web"]
    ageCurrent = words["age-current"]
    ageFormer = words["age-former"]
    profileSource = words["profile-source"]
    clientsBy = words.phrase("clients-by")
    allClients = words.phrase("all-clients")
    allPages = words.phrase("all-pages")
    pageRange = words.phrase("page-range")
    otherLists = words["other-lists"]
    newPage = words["new-page"]
    forWhom = words.phrase("for-whom")
    howMuch = words.phrase("how-much")
    onThisPage = words["on-this-page"]
    checkedOn = words["checked-on"]
    neverChecked = words["never-checked"]
    lastChanged = words.phrase("last-changed")
    device = words["device"]
    availability = words["availability"]
    byOwnList = words["by-own-list"]
    tryIt = words["try-it"]
    tryItSend = words["try-it-send"]
    tryItReceive = words["try-it-receive"]
    tryItFirst = words["try-it-first"]
    ifItFails = words["if-it-fails"]
    ifItFailsReread = words["if-it-fails-reread"]
    ifItFailsSearch = words["if-it-fails-search"]
    contact = words["contact"]
    sentences = words.phrase("sentences")
    members = words.phrase("members")
    guidesOfPage = words["guides-of-page"]
    searchAtLeast = words.phrase("search-at-least")
    searchMore = words["search-more"]
    searchShort = words["search-short"]
    guidesOf = words.phrase("guides-of")
    guideOn = words.phrase("guide-on")
    moreSources = words.phrase("more-sources")
    matrixText = MatrixText(words)
    settings = SettingsText(words)
    levels = Dictionary(
      uniqueKeysWithValues: SupportLevel.allCases.map { ($0, words.level($0.rawValue)) })
    unknown = words.level("unknown")
    distributions = Dictionary(
      uniqueKeysWithValues: Self.distributionModels.map { ($0, words["price.\($0.rawValue)"]) })
    values = ValueWords(words)
  }
}

extension InterfaceWords {
  fileprivate func level(_ name: String) -> InterfaceText.LevelText {
    InterfaceText.LevelText(
      word: self["level.\(name)"], meaning: self["level.\(name).meaning"],
      mark: self["level.\(name).mark"])
  }
}
