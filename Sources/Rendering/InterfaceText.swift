import GuideModel

/// The words of the site itself, in one language: data, one field a phrase.
struct InterfaceText: Sendable {
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
  let line: @Sendable (Int) -> String
  let lines: @Sendable (Int) -> String
  let sourceOf: @Sendable (String) -> String
  let contents: String
  let footnotes: String
  let backToText: String
  let missingImage: String
  let remoteImage: @Sendable (String) -> String

  let guideFor: @Sendable (String) -> String
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
  let guideCovers: @Sendable (String) -> String
  let beforeYouBegin: String
  let settingsNeeded: String
  let whereToBegin: String
  let newAccount: String
  let existingAccount: String
  let otherAudience: String
  let startAt: @Sendable (String) -> String
  let startHere: @Sendable (String) -> String
  let setup: String
  let operation: String
  let troubleshooting: String
  let step: @Sendable (String) -> String
  let linkToStep: @Sendable (String) -> String
  let screenshotOf: @Sendable (String) -> String
  let screenshot: String
  let optional: String
  let callouts: [CalloutSeverity: String]
  let guides: @Sendable (Int) -> String
  let steps: @Sendable (Int) -> String

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

  let frontPage: String
  let menuOf: @Sendable (String) -> String
  let changes: String
  let changesLead: String
  let history: String
  let historyOf: @Sendable (String) -> String
  let historyLead: String
  let changedOn: @Sendable (String) -> String
  let changed: String
  let added: String
  let removed: String
  let dateUnknown: String
  let nothingChanged: String
  let tooLongToCompare: String
  /// Takes how many lines were added and how many were removed.
  let linesChanged: @Sendable (Int, Int) -> String
  let linesNotShown: @Sendable (Int) -> String

  let search: String
  let searchLead: String
  let searchLabel: String
  let searchNeedsScript: String
  let searchCount: @Sendable (Int) -> String
  let searchNothing: @Sendable (String) -> String
  let searchFailed: String
  let notFound: String
  let notFoundHelp: String
  /// Takes the client, how many steps, the level.
  let guideDescription: @Sendable (String, Int, String) -> String
  let clientDescription: @Sendable (String, String) -> String
  let stepDone: @Sendable (String) -> String
  let close: String
  let fullSize: String
  let breadcrumbs: String
  let previous: String
  let next: String
  let editPage: String
  let reportStep: @Sendable (String) -> String

  let levels: [SupportLevel: LevelText]
  let unknown: LevelText
  let distributions: [Distribution.Model: String]

  struct LevelText: Sendable {
    let word: String
    /// What it means for a customer, as a sentence.
    let meaning: String
    /// A shape that tells levels apart without colour.
    let mark: String
  }

  func levelText(_ level: SupportLevel?) -> LevelText { level.flatMap { levels[$0] } ?? unknown }

  static func of(_ language: String) -> InterfaceText {
    language == PageLanguage.english.rawValue ? english : japanese
  }
}
