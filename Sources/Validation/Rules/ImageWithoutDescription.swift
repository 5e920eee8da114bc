import GuideModel
import SourceText
import Syntax

extension Rule {
  static let imageWithoutDescription = Rule(
    name: "image-without-description", severity: .note,
    summary: "a picture outside the steps has no description",
    explanation: """
      Who cannot see the picture learns nothing of it. A step's pictures are described by the \
      step and are not reported: put the picture after the step that it shows, describe it \
      where it stands, or link to it in words: `[[words>address]]`, in Markdown \
      `![words](address)`.
      """,
    wrong: Example(
      "an address alone", "https://wiki.example/images/overview.png\n",
      images: ["images/overview.png"]),
    right: Example(
      "linked to in words",
      "[[How mail travels>https://wiki.example/images/overview.png]]\n",
      images: ["images/overview.png"]),
    check: { page, _ in
      guard !page.facts.images.isEmpty else { return [] }
      let file = page.document.file
      let steps = page.guides.flatMap(\.procedures).flatMap(\.steps)
      let images = steps.flatMap(\.images) + steps.flatMap(\.substeps).flatMap(\.images)
      let inSteps = Set(images.map(\.range))
      let stretches = steps.flatMap { [$0.range] + $0.details.map(\.range) }
      return page.facts.images.compactMap { image in
        guard image.description == nil, !inSteps.contains(image.range),
          !stretches.contains(where: { $0.contains(image.range) })
        else { return nil }
        return Finding(
          range: image.range,
          message: "the picture '\(file.text(image.source))' has no description",
          help: "put it after the step that it shows, describe it, or link to it in words")
      }
    })
}
