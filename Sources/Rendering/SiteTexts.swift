/// The words of the interface in all languages that a site can have: the built-in ones, and those for
/// which it has a file of its own, `text-xx.txt`.
package struct SiteTexts: Sendable {
  private let texts: [String: InterfaceText]
  /// What is said where a language has no words.
  private let fallback: InterfaceWords

  static let japanese = InterfaceWords(builtIn: BuiltInFiles.japaneseText)
  static let english = InterfaceWords(builtIn: BuiltInFiles.englishText)

  package static let builtInLanguages = ["en", "ja"]

  /// - Parameter own: the site's own phrases by language. What they leave out is said as in the
  ///   built-in file of that language, else in English.
  package init(own: [String: InterfaceWords] = [:]) {
    var words = own.mapValues { Self.english.replaced(by: $0) }
    words["en"] = Self.english.replaced(by: own["en"] ?? InterfaceWords())
    words["ja"] = Self.english.replaced(by: Self.japanese)
      .replaced(by: own["ja"] ?? InterfaceWords())
    fallback = words["en"] ?? Self.english
    texts = Dictionary(
      uniqueKeysWithValues: words.map { ($0.key, InterfaceText(language: $0.key, $0.value)) })
  }

  /// Sorted.
  package var languages: [String] { texts.keys.sorted() }

  /// The words of a language; English ones under its name where it has none.
  func of(_ language: String) -> InterfaceText {
    texts[language] ?? InterfaceText(language: language, fallback)
  }
}
