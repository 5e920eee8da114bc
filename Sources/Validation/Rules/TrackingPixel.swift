import GuideModel
import ImageFiles
import SourceText
import Syntax

extension Rule {
  static let trackingPixel = Rule(
    name: "tracking-pixel", severity: .warning,
    summary: "a picture is a single pixel, as used for counting readers or for spacing",
    explanation: """
      It shows nothing, and who has pictures read aloud hears of it all the same. Take it away; \
      room between two lines is for the style sheet.
      """,
    wrong: Example(
      "one pixel", "https://wiki.example/images/spacer.gif\n",
      pictures: [.sized("images/spacer.gif", 1, 1)]),
    right: Example(
      "a picture", "https://wiki.example/images/menu.gif\n",
      pictures: [.sized("images/menu.gif", 120, 80)]),
    shownCheck: { shown, index in
      shown.imageFindings { path, use in
        guard let size = index.images.facts(of: path)?.size, size.width * size.height <= 4 else {
          return nil
        }
        return Finding(
          range: use.range,
          message: "'\(path)' has \(size.width) by \(size.height) pixels and shows nothing",
          help: "take it away", subject: path)
      }
    })
}
