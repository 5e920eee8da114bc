import CompatibilityChanges
import GuideModel

/// The changes of one entry as lines below headings, in one language.
package struct ClientChangeSections: Sendable {
  package let sections: [(kind: ChangeSection, title: String, lines: [ClientChangeLine])]
  /// What is said below them: how much was left out, how much evidence moved.
  package let remarks: [String]

  init(_ entry: ChangeHistory.Entry, words: ClientChangeWords, levels: [String: String]) {
    sections = ChangeSection.allCases.compactMap { kind in
      let changes = entry.changes.filter { $0.section == kind }
      guard !changes.isEmpty else { return nil }
      return (
        kind, words.sections[kind] ?? kind.rawValue,
        changes.map { ClientChangeLine($0, words: words, levels: levels) }
      )
    }
    var remarks: [String] = []
    if entry.omitted > 0 { remarks.append(words.omitted(entry.omitted)) }
    if entry.movedEvidence + entry.changedPages > 0 {
      remarks.append(words.evidenceMoved(entry.movedEvidence, entry.changedPages))
    }
    self.remarks = remarks
  }

  /// In the words of a site.
  init(_ entry: ChangeHistory.Entry, _ text: InterfaceText) {
    let levels = SupportLevel.allCases.map { ($0.rawValue, text.levelText($0).word) }
    self.init(
      entry, words: text.clientChanges, levels: Dictionary(uniqueKeysWithValues: levels))
  }

  /// In English, with levels named as the data names them: for whoever compares data.
  package init(ofData entry: ChangeHistory.Entry) {
    self.init(entry, words: ClientChangeWords(SiteTexts.english), levels: [:])
  }
}
