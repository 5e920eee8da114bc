import GuideModel
import ImageFiles
import SourceText
import Syntax

extension Rule {
  static let imageWithoutSize = Rule(
    name: "image-without-size", severity: .note,
    summary: "a picture's file does not say how large it is",
    explanation: """
      The page jumps while it loads, and the picture may fill the window. In an SVG, give the \
      outermost element a 'width' and 'height', or a 'viewBox'.
      """,
    wrong: Example(
      "an SVG without a size", "https://wiki.example/images/overview.svg\n",
      pictures: [.broken("images/overview.svg", .noSize)]),
    right: Example(
      "an SVG with one", "https://wiki.example/images/overview.svg\n",
      images: ["images/overview.svg"]),
    shownCheck: { shown, index in
      shown.imageFindings { path, use in
        guard case .noSize? = index.images.facts(of: path)?.fault else { return nil }
        return Finding(
          range: use.range, message: "'\(path)' \(ImageFault.noSize)",
          help: "give it a width and a height, or save it as PNG", subject: path)
      }
    })
}
