import CompatibilityChanges

/// One change between two lists, put into words: whom it is about, and what it is.
package struct ClientChangeLine: Sendable {
  /// Such as `POP before SMTP: Outlook Express 6, 5.5`.
  package let subject: String
  package let parts: [Part]

  /// A stretch of what changed. All of it may be text of wiki pages.
  package enum Part: Sendable {
    case words(String)
    /// What is no longer said.
    case gone(String)
    /// What was not said before.
    case come(String)
  }

  /// - Parameter levels: the words for levels by their names; a name without words stands itself.
  init(_ change: SupportChange, words: ClientChangeWords, levels: [String: String]) {
    let clients = change.clients.map { client in
      let versions = client.versions.map { $0 == "*" ? words.allVersions : $0 }
      return ([client.name] + (versions.isEmpty ? [] : [versions.joined(separator: ", ")]))
        .joined(separator: " ")
    }.joined(separator: ", ")
    subject = ([change.feature?.name, clients].compactMap { $0 })
      .filter { !$0.isEmpty }.joined(separator: ": ")
    func shown(_ texts: [String]) -> [String] {
      switch change.aspect {
      case .level: texts.map { levels[$0] ?? $0 }
      case .versions: texts.map(words.version)
      default: texts
      }
    }
    parts = Self.parts(change, before: shown(change.before), after: shown(change.after), words)
  }

  private static func parts(
    _ change: SupportChange, before: [String], after: [String], _ words: ClientChangeWords
  ) -> [Part] {
    let label: [Part] =
      switch change.aspect {
      case .level: []
      case .entry: [.words(words.aspects[.entry] ?? "")]
      default: [.words((words.aspects[change.aspect] ?? change.aspect.rawValue) + ":")]
      }
    switch change.aspect {
    case .entry: return label
    case .level where before.isEmpty: return [.words(after.joined(separator: ", "))]
    case .level where after.isEmpty: return [.words(before.joined(separator: ", "))]
    case .notes, .requirements, .description, .links, .movedLinks, .linkStatus,
      .specifications, .successors, .entryPoints, .platforms:
      return label + before.map { .gone($0) } + after.map { .come($0) }
    default:
      guard !before.isEmpty, !after.isEmpty else {
        return label + before.map { .gone($0) } + after.map { .come($0) }
      }
      return label + [
        .words(before.joined(separator: ", ") + " → " + after.joined(separator: ", "))
      ]
    }
  }

  /// In one line, without mark-up; may hold anything that a page holds.
  package var text: String {
    let said = parts.map { part in
      switch part {
      case .words(let words): words
      case .gone(let words): "− \(words)"
      case .come(let words): "+ \(words)"
      }
    }.joined(separator: " ")
    return subject.isEmpty ? said : "\(subject): \(said)"
  }
}

extension ClientChangeWords {
  fileprivate func version(_ version: String) -> String {
    switch version {
    case "": noVersion
    case "*": allVersions
    default: version
    }
  }
}
