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
      guard page.facts.images.contains(where: { $0.description == nil }) else { return [] }
      let steps = StepPictures(page)
      return page.facts.images.compactMap { image in
        guard image.description == nil, !steps.describe(image.range) else { return nil }
        let source = page.document.file.text(image.source)
        return Finding(
          range: image.range, message: "the picture '\(source)' has no description",
          help: "put it after the step that it shows, describe it, or link to it in words")
      }
    })
}

/// The pictures that steps of a page describe: those that steps hold, and those within their stretches.
private struct StepPictures {
  private var held: Set<SourceRange> = []
  /// Sorted, each reaching as far as any before it.
  private var stretches: [SourceRange] = []

  init(_ page: PageReading) {
    for guide in page.guides {
      for procedure in guide.procedures {
        for step in procedure.steps { add(step) }
      }
    }
    let isInOrder = zip(stretches, stretches.dropFirst()).allSatisfy { $0.lower <= $1.lower }
    if !isInOrder { stretches.sort() }
    for index in stretches.indices.dropFirst() {
      stretches[index] = SourceRange(
        stretches[index].lower, max(stretches[index].upper, stretches[index - 1].upper))
    }
  }

  private mutating func add(_ step: Step) {
    stretches.append(step.range)
    for block in step.details { stretches.append(block.range) }
    for image in step.images { held.insert(image.range) }
    for substep in step.substeps {
      for image in substep.images { held.insert(image.range) }
    }
  }

  func describe(_ picture: SourceRange) -> Bool {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].lower <= picture.lower { low = middle + 1 } else { high = middle }
    }
    return low > 0 && stretches[low - 1].upper >= picture.upper || held.contains(picture)
  }
}
