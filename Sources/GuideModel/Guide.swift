import SourceText
import Syntax

/// How to set up one client: procedures of steps, and what belongs around them.
package struct Guide: Sendable {
  /// Unique in the site: the client's id with the version, such as `outlook-express-6`.
  package var id: String
  /// Nil where no client could be recognised.
  package let clientID: String?
  package let versions: Versions
  package let featureID: String?
  /// The heading's text.
  package let title: String
  /// Path of the page that it stands on.
  package let path: String
  /// The heading under which it stands, or the first step where there is none.
  package let range: SourceRange
  package let procedures: [Procedure]
  package let entryPoints: [EntryPoint]
  package let requirements: [Requirement]

  /// The steps of all setup procedures, in order.
  package var setupSteps: [Step] {
    procedures.filter { $0.kind == .setup }.flatMap(\.steps)
  }

  package var setupStepCount: Int {
    procedures.reduce(0) { $1.kind == .setup ? $0 + $1.steps.count : $0 }
  }

  package init(
    id: String, clientID: String?, versions: Versions, featureID: String?, title: String,
    path: String, range: SourceRange, procedures: [Procedure], entryPoints: [EntryPoint],
    requirements: [Requirement]
  ) {
    self.id = id
    self.clientID = clientID
    self.versions = versions
    self.featureID = featureID
    self.title = title
    self.path = path
    self.range = range
    self.procedures = procedures.fitted
    self.entryPoints = entryPoints.fitted
    self.requirements = requirements.fitted
  }
}

package struct Procedure: Sendable {
  package let kind: Kind
  /// The heading's text where the procedure has one of its own.
  package let title: String?
  /// What stands before the first step.
  package let introduction: [Block]
  package let steps: [Step]
  /// What stands after the last step.
  package let closing: [Block]
  /// Words before and after the steps that send the reader to a step of a guide that they name.
  package let references: [StepReference]
  package let range: SourceRange

  package enum Kind: String, Sendable { case setup, operation, troubleshooting }

  package init(
    kind: Kind, title: String?, introduction: [Block], steps: [Step], closing: [Block],
    references: [StepReference] = [], range: SourceRange
  ) {
    self.kind = kind
    self.title = title
    self.introduction = introduction.fitted
    self.steps = steps.fitted
    self.closing = closing.fitted
    self.references = references
    self.range = range
  }
}

/// Where a reader may begin, and who should begin there.
package struct EntryPoint: Sendable {
  package enum Audience: String, Sendable { case newAccount, existingAccount, other }

  package let audience: Audience
  /// The label of the step as written (`10`); `1` for "from the beginning".
  package let label: String
  /// Nil where there is no such step.
  package let target: StepPosition?
  /// The sentence that says so.
  package let excerpt: Excerpt

  package init(audience: Audience, label: String, target: StepPosition?, excerpt: Excerpt) {
    self.audience = audience
    self.label = label
    self.target = target
    self.excerpt = excerpt
  }
}

/// Where a step stands in its guide.
package struct StepPosition: Sendable, Hashable {
  /// Index of the procedure, from 0.
  package let procedure: Int
  /// Position in the procedure, from 1.
  package let ordinal: Int

  package init(procedure: Int, ordinal: Int) {
    self.procedure = procedure
    self.ordinal = ordinal
  }

  /// The first step with a label; the procedure at `preferred` is looked at before the others.
  package static func of(
    _ label: String, in procedures: [Procedure], preferring preferred: Int = 0
  ) -> StepPosition? {
    let order = [preferred] + procedures.indices.filter { $0 != preferred }
    for index in order where procedures.indices.contains(index) {
      if let step = procedures[index].steps.first(where: { $0.name == label }) {
        return StepPosition(procedure: index, ordinal: step.ordinal)
      }
    }
    return nil
  }
}

/// What must be set or done before the feature works with this client.
package struct Requirement: Sendable {
  package enum Kind: String, Sendable {
    case userAction = "user_action"
    case clientSetting = "client_setting"
  }

  package let kind: Kind
  package let excerpt: Excerpt
  /// The label of the step that says so, or nil.
  package let step: String?

  package init(kind: Kind, excerpt: Excerpt, step: String?) {
    self.kind = kind
    self.excerpt = excerpt
    self.step = step
  }
}
