import CommonMark
import GuideModel

/// A support level as readers see it: a shape, a word and a colour, never colour alone.
enum LevelBadge {
  static func frame(_ level: SupportLevel?, _ text: InterfaceText) -> CommonMarkTree.Frame {
    let words = text.levelText(level)
    return .init(html: (html(level, text), ""), markdown: ("\(words.mark) \(words.word)", ""))
  }

  static func html(_ level: SupportLevel?, _ text: InterfaceText) -> String {
    let words = text.levelText(level)
    return "<span class=\"level level-\(level?.rawValue ?? "unknown")\">"
      + "<span aria-hidden=\"true\">\(words.mark)</span> \(HTMLText.escaped(words.word))</span>"
  }
}
