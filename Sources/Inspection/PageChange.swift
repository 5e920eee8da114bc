import SourceText

/// One thing that a page says otherwise than an earlier revision, in terms of clients, guides, steps.
package struct PageChange: Sendable {
  package enum Kind: String, Sendable {
    case titleChanged = "title-changed"
    case featureAdded = "feature-added"
    case featureRemoved = "feature-removed"
    case clientAdded = "client-added"
    case clientRemoved = "client-removed"
    case levelChanged = "level-changed"
    case statementAdded = "statement-added"
    case statementRemoved = "statement-removed"
    case guideAdded = "guide-added"
    case guideRemoved = "guide-removed"
    case guideRenamed = "guide-renamed"
    case stepInserted = "step-inserted"
    case stepRemoved = "step-removed"
    case stepMoved = "step-moved"
    case stepChanged = "step-changed"
    case stepsRenumbered = "steps-renumbered"
    case entryPointAdded = "entry-point-added"
    case entryPointRemoved = "entry-point-removed"
    case entryPointWrong = "entry-point-wrong"
    case referenceWrong = "reference-wrong"
    case referenceBroken = "reference-broken"
  }

  package let kind: Kind
  /// The change in words, one line.
  package let message: String
  package var guide: String?
  package var client: String?
  package var feature: String?
  /// The page of `place`, where it is not the page itself.
  package var page: String?
  package var step: String?
  package var oldStep: String?
  package var meant: String?
  package var old: String?
  package var new: String?
  package var aspects: [StepAspect] = []
  /// Where it stands now.
  package var place: SourceRange?
  /// Where it stood in the earlier revision.
  package var oldPlace: SourceRange?

  init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  /// Whether readers of the page are led to a wrong place by it.
  package var isFault: Bool {
    switch kind {
    case .entryPointWrong, .referenceWrong, .referenceBroken: true
    case .titleChanged, .featureAdded, .featureRemoved, .clientAdded, .clientRemoved,
      .levelChanged, .statementAdded, .statementRemoved, .guideAdded, .guideRemoved,
      .guideRenamed, .stepInserted, .stepRemoved, .stepMoved, .stepChanged, .stepsRenumbered,
      .entryPointAdded, .entryPointRemoved:
      false
    }
  }
}

/// In what a step differs from the same step before.
package enum StepAspect: String, Sendable, CaseIterable {
  case words
  /// Only how the words are marked, such as bold ones.
  case marks
  case pictures
  /// The list below the step.
  case parts
  case details
  case optional
}
