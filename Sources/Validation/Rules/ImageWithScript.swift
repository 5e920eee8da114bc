import GuideModel
import ImageFiles
import SourceText
import Syntax

extension Rule {
  static let imageWithScript = Rule(
    name: "image-with-script", severity: .warning,
    summary: "an SVG holds script, reacts to events or refers to other files",
    explanation: """
      Within a page it is only a picture. Opened by itself, as readers do to see it large, it is a page \
      of the site, and what it holds runs there. Save it without anything that does not draw, or as \
      PNG; drawing programs may call that a plain SVG.
      """,
    wrong: Example(
      "an SVG that does more than draw", "https://wiki.example/images/overview.svg\n",
      pictures: [.active("images/overview.svg")]),
    right: Example(
      "an SVG that only draws", "https://wiki.example/images/overview.svg\n",
      images: ["images/overview.svg"]),
    siteCheck: { index in
      index.images.paths.compactMap { path in
        guard index.images.facts(of: path)?.hasScript == true else { return nil }
        return (
          path,
          Finding(
            range: nil,
            message: "'\(path)' holds script, reacts to events or refers to other files",
            help: "save it without what does not draw, or as PNG", subject: path)
        )
      }
    })
}
