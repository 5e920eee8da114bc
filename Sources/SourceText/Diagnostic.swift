/// One finding: what is wrong, where exactly, and what would help.
///
/// A large site may have hundreds of thousands: what few of them have, and what many have in common, is
/// held apart.
package struct Diagnostic: Sendable, Hashable {
  /// The rule's name in kebab-case, a claim of what is wrong: `broken-page-link`.
  package var rule: String
  package var severity: Severity
  package var place: SourcePlace
  /// One sentence in lower case that quotes the text as written.
  package var message: String
  package var notes: [Note]
  package var help: String?
  package var suggestion: Suggestion? {
    get { heldSuggestion?.value }
    set { heldSuggestion = newValue.map(Held.init) }
  }
  private var heldSuggestion: Held<Suggestion>?
  /// What the finding is about where that is one thing, such as an address as it was written. With
  /// it, a finding is known again after the lines above it have changed.
  package var subject: String?
  package var context: Context {
    get { heldContext?.value ?? Context() }
    set { heldContext = newValue == Context() ? nil : Held(newValue) }
  }
  private var heldContext: Held<Context>?

  package init(
    rule: String, severity: Severity, place: SourcePlace, message: String, notes: [Note] = [],
    help: String? = nil, suggestion: Suggestion? = nil, subject: String? = nil,
    context: Context = Context()
  ) {
    self.rule = rule
    self.severity = severity
    self.place = place
    self.message = message
    self.notes = notes
    self.help = help
    self.subject = subject
    heldSuggestion = suggestion.map(Held.init)
    self.context = context
  }

  /// Says that the finding stands in the same guide, section and step as another.
  package mutating func shareContext(of other: Diagnostic) { heldContext = other.heldContext }

  /// Something that belongs to the finding at another place, such as the earlier of two that clash.
  package struct Note: Sendable, Hashable {
    package let message: String
    package let place: SourcePlace?

    package init(_ message: String, at place: SourcePlace? = nil) {
      self.message = message
      self.place = place
    }
  }

  /// Text that should stand in place of the text at a range of the finding's file.
  package struct Suggestion: Sendable, Hashable {
    package let range: SourceRange
    package let replacement: String
    package let certainty: Certainty

    /// Whether nobody needs to look before the text is replaced.
    package enum Certainty: String, Sendable, Hashable { case safe, maybe }

    package init(_ range: SourceRange, replacement: String, certainty: Certainty = .safe) {
      self.range = range
      self.replacement = replacement
      self.certainty = certainty
    }
  }

  /// Where in the guides the place is; empty on pages without guides.
  package struct Context: Sendable, Hashable {
    /// The id of the guide, such as `outlook-express-6`.
    package var guide: String?
    /// The client's name.
    package var client: String?
    /// The heading under which the place stands.
    package var section: String?
    /// What readers call the step: its label, else its number.
    package var step: String?

    package init(
      guide: String? = nil, client: String? = nil, section: String? = nil, step: String? = nil
    ) {
      self.guide = guide
      self.client = client
      self.section = section
      self.step = step
    }
  }
}

/// A value that several findings may share.
private final class Held<Value: Hashable & Sendable>: Hashable, Sendable {
  let value: Value

  init(_ value: Value) { self.value = value }

  static func == (left: Held, right: Held) -> Bool { left.value == right.value }

  func hash(into hasher: inout Hasher) { value.hash(into: &hasher) }
}

/// How bad a finding is.
package enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  case note
  case warning
  case error

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// A place in the content: a file, and a stretch of it unless the whole file is meant.
package struct SourcePlace: Sendable, Hashable, Comparable {
  package let path: String
  package let range: SourceRange?

  package init(_ path: String, _ range: SourceRange? = nil) {
    self.path = path
    self.range = range
  }

  package static func < (left: SourcePlace, right: SourcePlace) -> Bool {
    guard left.path == right.path else { return left.path < right.path }
    return (left.range ?? SourceRange(0, 0)) < (right.range ?? SourceRange(0, 0))
  }
}

extension Diagnostic: Comparable {
  /// By place, then by rule and message: the same order on every run.
  package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    guard left.place == right.place else { return left.place < right.place }
    return (left.rule, left.message) < (right.rule, right.message)
  }
}
