import GuideModel
import ImageFiles
import SourceText
import Syntax

extension Rule {
  static let imageOfOtherType = Rule(
    name: "image-of-other-type", severity: .warning,
    summary: "a picture's name says another format than its bytes",
    explanation: """
      Servers tell browsers the format by the name, and some browsers and mail programs then refuse \
      the picture. Rename the file, and correct the pages that show it.
      """,
    wrong: Example(
      "a JPEG named as PNG", "https://wiki.example/images/step1.png\n",
      pictures: [.misnamed("images/step1.png", .jpeg)]),
    right: Example(
      "a JPEG named as such", "https://wiki.example/images/step1.jpg\n",
      images: ["images/step1.jpg"]),
    shownCheck: { shown, index in
      shown.imageFindings { path, use in
        guard let facts = index.images.facts(of: path), facts.isMisnamed, let format = facts.format,
          let ending = format.fileExtensions.first
        else { return nil }
        let stem = path[..<(path.lastIndex(of: ".") ?? path.endIndex)]
        return Finding(
          range: use.range, message: "'\(path)' is \(format.title) inside",
          help: "rename it to '\(stem).\(ending)', here and on the disk", subject: path)
      }
    })
}
