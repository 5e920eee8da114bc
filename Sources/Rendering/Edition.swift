/// The site in one language: all pages of the site itself, beside those in other languages.
///
/// The main language has no folder of its own; others have `en/` and the like. Wiki pages stand in
/// one place, in the language that they are written in.
struct Edition: Sendable {
  let text: InterfaceText
  /// What stands before the paths of its pages: empty, or `en/`.
  let prefix: String

  var language: String { text.language }
  /// How many folders its pages lie below those of the main language.
  var depth: Int { prefix.isEmpty ? 0 : 1 }
}

/// The same page in another language, or in the page's own.
struct Alternate: Sendable {
  let language: String
  /// From the site's root.
  let path: String
}
