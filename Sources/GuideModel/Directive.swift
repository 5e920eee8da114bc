import SourceText
import Syntax

/// What an author says in a comment line `//wikiguide: …`, which live wikis do not show.
///
/// It speaks of the section in which it stands; before the first heading, of the whole page.
enum Directive: Equatable {
  case client(String)
  case feature(String)
  case level(SupportLevel)
  case procedure
  case notProcedure
  case clientList
  case notClientList
  case ignore
  /// A name that the page had before.
  case was(String)
  /// The page that this one says in another language.
  case translation(of: String)
  /// The language that the page is written in, such as `en`.
  case language(String)
  /// The day on which somebody last tried what the page says.
  case checked(CalendarDay)
  /// Findings of a rule are meant, for a reason.
  case allow(rule: String, reason: String?)

  static let names = [
    "client NAME", "feature NAME", "level LEVEL", "procedure", "not a procedure",
    "client list", "not a client list", "ignore", "dialect DIALECT", "was OLD-NAME",
    "translation of PAGE", "language CODE",
    "checked YYYY-MM-DD", "allow RULE because REASON",
  ]

  /// Nil for ordinary comments; a finding for directives that are not understood.
  static func read(
    _ comment: Comment, in file: SourceFile
  ) -> (directive: Directive?, finding: Diagnostic?)? {
    let text = file.text(comment.text)
    guard text.lowercased().hasPrefix("wikiguide:") else { return nil }
    let words = text.dropFirst("wikiguide:".count).split(whereSeparator: \.isWhitespace)
    let key = words.first.map { $0.lowercased().filter { $0 != ":" && $0 != "=" } } ?? ""
    let value = words.dropFirst().joined(separator: " ")
    switch key {
    case "client" where value.lowercased() == "list": return (.clientList, nil)
    case "client" where !value.isEmpty: return (.client(value), nil)
    case "feature" where !value.isEmpty: return (.feature(value), nil)
    case "level":
      if let level = SupportLevel(rawValue: value) { return (.level(level), nil) }
    case "procedure" where value.isEmpty: return (.procedure, nil)
    case "not" where value.hasSuffix("procedure"): return (.notProcedure, nil)
    case "not" where value.lowercased().hasSuffix("client list"): return (.notClientList, nil)
    case "ignore": return (.ignore, nil)
    case "was" where !value.isEmpty: return (.was(value), nil)
    case "translation" where value.lowercased().hasPrefix("of "):
      return (.translation(of: String(value.dropFirst(3))), nil)
    case "language" where value.wholeMatch(of: /[a-z]{2,3}(-[A-Za-z0-9]+)*/) != nil:
      return (.language(value), nil)
    case "checked":
      if let day = CalendarDay(value) { return (.checked(day), nil) }
    case "allow" where words.count > 1:
      let reason = words.dropFirst(2).first?.lowercased() == "because" ? words.dropFirst(3) : []
      guard words.count == 2 || words[2].lowercased() == "because" else { break }
      return (
        .allow(
          rule: String(words[1]), reason: reason.isEmpty ? nil : reason.joined(separator: " ")), nil
      )
    // Heeded before the page was read.
    case "dialect" where Dialect(rawValue: value) != nil: return nil
    default: break
    }
    let finding = Diagnostic(
      rule: "unknown-directive", severity: .error, place: SourcePlace(file.path, comment.text),
      message: "'\(text)' is not a directive that wikiguide knows",
      help: "write one of: \(names.joined(separator: ", ")); LEVEL is one of "
        + SupportLevel.allCases.map(\.rawValue).joined(separator: ", ") + "; DIALECT is one of "
        + Dialect.allCases.map(\.rawValue).joined(separator: ", "))
    return (nil, finding)
  }
}
