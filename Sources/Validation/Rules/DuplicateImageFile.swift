import GuideModel
import SourceText
import Syntax

extension Rule {
  static let duplicateImageFile = Rule(
    name: "duplicate-image-file", severity: .note,
    summary: "two files hold the same picture",
    explanation: """
      Readers fetch it twice, and when a program changes its looks, one of the two will be \
      forgotten. Keep one file, and show it in both places.
      """,
    wrong: Example(
      "two names",
      "https://wiki.example/images/menu.png\n\nhttps://wiki.example/images/menu-copy.png\n",
      pictures: [
        .sized("images/menu-copy.png", 300, 200, bytes: "menu"),
        .sized("images/menu.png", 300, 200, bytes: "menu"),
      ]),
    right: Example(
      "one name", "https://wiki.example/images/menu.png\n", images: ["images/menu.png"]),
    shownCheck: { shown, index in
      shown.imageFindings { path, use in
        guard let first = index.images.twin(of: path) else { return nil }
        let place = index.imageUses.firstPlace(of: first)
        return Finding(
          range: use.range, message: "'\(path)' is the same picture as '\(first)'",
          notes: place.map { [.init("the other is shown here", at: $0)] } ?? [],
          help: "keep one of the two files", subject: path)
      }
    })
}
