import CommonMark
import GuideModel
import SourceText
import Syntax

/// Emphasis in a form that Markdown reads as emphasis wherever it stands.
enum Emphasis {
  /// - Parameter isPlain: whether Markdown would read its own marks; else the elements of HTML take
  ///   their place.
  static func container(
    _ style: Inline.Style, isPlain: Bool, in file: SourceFile
  ) -> CommonMarkTree.Container {
    switch style {
    case .strong: return isPlain ? .strong : element("strong")
    case .emphasis: return isPlain ? .emphasis : element("em")
    case .strike:
      guard isPlain else { return element("del") }
      return .customInline(.init(html: ("<del>", "</del>"), markdown: ("~~", "~~")))
    case .inserted: return element("ins")
    case .coloured(let range):
      guard let colour = TextColour(file.text(range)) else { return nothing }
      return span("colour-\(colour.rawValue)")
    case .raised: return element("sup")
    case .lowered: return element("sub")
    case .larger: return span("larger")
    case .smaller: return span("smaller")
    case .code: return element("code")
    case .keyboard: return element("kbd")
    case .plain: return nothing
    }
  }

  /// What HTML shows by the place where it stands, and Markdown has to mark.
  static func strongInMarkdown(
    around content: [Inline], in file: SourceFile
  ) -> CommonMarkTree.Container {
    let isPlain = beginsAndEndsWithLetters(content, in: file)
    let marks = isPlain ? ("**", "**") : ("<strong>", "</strong>")
    return .customInline(.init(html: ("", ""), markdown: marks))
  }

  private static let nothing = CommonMarkTree.Container.customInline(.init(html: ("", "")))

  /// Looks are for HTML alone.
  private static func span(_ name: String) -> CommonMarkTree.Container {
    .customInline(.init(html: ("<span class=\"\(name)\">", "</span>")))
  }

  private static func element(_ name: String) -> CommonMarkTree.Container {
    let tags = ("<\(name)>", "</\(name)>")
    return .customInline(.init(html: tags, markdown: tags))
  }

  /// `**「受信」**してください` is no emphasis to Markdown, whose marks must not stand between a
  /// letter and a bracket or a space.
  static func beginsAndEndsWithLetters(_ content: [Inline], in file: SourceFile) -> Bool {
    let scalars = VisibleText.of(content, in: file).unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return false }
    return [first, last].allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
  }
}
