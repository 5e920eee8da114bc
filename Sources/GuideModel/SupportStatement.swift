import SourceText

/// How well a client works with a feature. No statement at all means that it is unknown.
package enum SupportLevel: String, Sendable, CaseIterable {
  case native, manual, partial, unsupported, untested
}

/// Something the provider offers that a client can or cannot do, such as POP before SMTP.
package struct Feature: Sendable {
  /// Stable id, parts joined by dots: `smtp.pop-before-smtp`.
  package let id: String
  package var name: String
  package var aliases: [String]
  package var isStandard: Bool
  package var isDeprecated: Bool
  package var supersededBy: [String]
  /// The same as a curated data file says it; nil where none does.
  package var curatedStatus: Sourced<Status>?
  package var specifications: [Sourced<String>] = []
  /// The page's sentence that says what it is.
  package var explanation: Excerpt?
  /// What a user must do for it to work, as a sentence of the page.
  package var prerequisite: Excerpt?
  /// Notes and warnings that the page gives with its explanation.
  package var callouts: [Callout] = []
  package var evidence: [Evidence]

  package struct Status: Sendable, Equatable {
    package var isStandard: Bool
    package var isDeprecated: Bool
    package var supersededBy: [String]

    package init(isStandard: Bool, isDeprecated: Bool, supersededBy: [String]) {
      self.isStandard = isStandard
      self.isDeprecated = isDeprecated
      self.supersededBy = supersededBy
    }
  }

  package init(
    id: String, name: String, aliases: [String] = [], isStandard: Bool = false,
    isDeprecated: Bool = false, supersededBy: [String] = [], explanation: Excerpt? = nil,
    prerequisite: Excerpt? = nil, evidence: [Evidence] = []
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.isStandard = isStandard
    self.isDeprecated = isDeprecated
    self.supersededBy = supersededBy
    self.explanation = explanation
    self.prerequisite = prerequisite
    self.evidence = evidence
  }
}

/// Words of a page, as they stand there.
package struct Excerpt: Sendable, Equatable {
  package let text: String
  package let evidence: Evidence

  package init(_ text: String, evidence: Evidence) {
    self.text = text
    self.evidence = evidence
  }
}

/// One claim: this client, in these versions, has this level for this feature.
package struct SupportStatement: Sendable {
  package let clientID: String
  package let featureID: String
  /// Nil where the page's words for the level are not known.
  package let level: SupportLevel?
  /// The words from which the level was read.
  package let levelAsWritten: Excerpt
  package let basis: Basis
  /// True where the client stands beside its category, not under it, and takes the level over.
  package let isTakenOver: Bool
  package let versions: Versions
  /// What the page adds to the level: footnotes, words of the cell.
  package var notes: [Excerpt]
  /// Nil where nobody says when it was tried.
  package var verification: Verification?
  /// Never empty; the first is where the client is named.
  package let evidence: [Evidence]

  /// The page that makes the claim.
  package var path: String { evidence.first?.path ?? levelAsWritten.evidence.path }

  package enum Basis: String, Sendable { case stated, heading, curated, tested }

  package init(
    clientID: String, featureID: String, level: SupportLevel?, levelAsWritten: Excerpt,
    basis: Basis, isTakenOver: Bool = false, versions: Versions, notes: [Excerpt] = [],
    verification: Verification? = nil, evidence: [Evidence]
  ) {
    self.clientID = clientID
    self.featureID = featureID
    self.level = level
    self.levelAsWritten = levelAsWritten
    self.basis = basis
    self.isTakenOver = isTakenOver
    self.versions = versions
    self.notes = notes
    self.verification = verification
    self.evidence = evidence
  }
}
