import CompatibilityChanges

/// The words for changes between compatibility lists, in one language.
struct ClientChangeWords: Sendable {
  let title: String
  let lead: String
  /// Takes the day with which the record begins.
  let nothingSince: Phrase
  let begins: Phrase
  /// Takes the day of the list before.
  let comparedWith: Phrase
  let sections: [ChangeSection: String]
  let aspects: [ListAspect: String]
  /// Takes how many places moved, and on how many pages something was changed.
  let evidenceMoved: Phrase
  let omitted: Phrase
  let noVersion: String
  let allVersions: String
  let forMachines: String
  let feed: String

  init(_ words: InterfaceWords) {
    title = words["client-changes"]
    lead = words["client-changes-lead"]
    nothingSince = words.phrase("client-changes-nothing")
    begins = words.phrase("client-changes-begin")
    comparedWith = words.phrase("client-changes-compared")
    sections = Dictionary(
      uniqueKeysWithValues: ChangeSection.allCases.map { ($0, words["change.\($0.rawValue)"]) })
    aspects = Dictionary(
      uniqueKeysWithValues: ListAspect.allCases.map { ($0, words["aspect.\($0.rawValue)"]) })
    evidenceMoved = words.phrase("evidence-moved")
    omitted = words.phrase("changes-omitted")
    noVersion = words["no-version-named"]
    allVersions = words["all-versions"]
    forMachines = words["changes-as-data"]
    feed = words["changes-as-feed"]
  }
}
