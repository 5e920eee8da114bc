import GuideModel
import SourceText
import Syntax

extension Rule {
  static let unusedImageFile = Rule(
    name: "unused-image-file", severity: .note,
    summary: "no page shows a picture that is published",
    explanation: """
      It may be the old form of one that was replaced, or a page may name it wrongly. Show it, or \
      take the file away; folders that are not to be published are left out by 'images: folders'.
      """,
    wrong: Example(
      "a picture that no page shows", "https://wiki.example/images/new.png\n",
      images: ["images/new.png", "images/old.png"]),
    right: Example(
      "pictures that pages show", "https://wiki.example/images/new.png\n",
      images: ["images/new.png"]),
    siteCheck: { index in
      index.images.paths.compactMap { path in
        guard !index.imageUses.isShown(path), !index.linkedFiles.contains(path) else {
          return nil
        }
        return (
          path,
          Finding(
            range: nil, message: "no page shows '\(path)'", help: "show it, or take the file away",
            subject: path)
        )
      }
    })
}
